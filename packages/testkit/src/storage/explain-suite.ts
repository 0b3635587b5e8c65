import type { PageRequest, Query, Reads, Explains, Explanation } from '@hiregraph/storage';

/** One declared query with parameters that find something, ready to be explained. */
export interface ExplainSample {
  readonly query: string;
  readonly index: string;
  /** How it is carried out: from the start, and where it can be paged also from behind the first elements. */
  explain(tenantId: string): Promise<readonly Explanation[]>;
}

/**
 * @param as `list` for queries that are only listed (or counted); `page` explains the first page and a later one
 */
export function explainSample<Item, P>(
  store: Reads<Item> & Explains,
  query: Query<P>,
  params: P,
  as: 'list' | 'page' = 'page',
): ExplainSample {
  const laterPage = async (tenantId: string): Promise<PageRequest | null> => {
    const { items } = await store.page(tenantId, query, params, { first: 1, after: null });
    const [first] = items;
    return first === undefined ? null : { first: 1, after: store.positionOf(query, first) };
  };
  return {
    query: query.name,
    index: query.index,
    explain: async (tenantId) => {
      if (as === 'list') return [await store.explain(tenantId, query, params, 'list')];
      const later = await laterPage(tenantId);
      const requests = [{ first: 1, after: null }, ...(later === null ? [] : [later])];
      return await Promise.all(requests.map((request) => store.explain(tenantId, query, params, request)));
    },
  };
}

export interface ExplainOptions {
  /** Every query that the service declares; each must have a sample. */
  readonly declared: readonly { readonly name: string }[];
}

/** Elements that may be looked at beside those returned: what shows that there is a next page, and one more. */
const SLACK = 2;

/**
 * Proves that every declared query uses the index it names.
 * @returns what is wrong, in sentences; empty when all is well
 */
export async function explainFindings(
  tenantId: string,
  samples: readonly ExplainSample[],
  { declared }: ExplainOptions,
): Promise<readonly string[]> {
  const sampled = new Set(samples.map(({ query }) => query));
  const missing = declared.filter(({ name }) => !sampled.has(name)).map(({ name }) => `${name} has no sample.`);
  const findings = await Promise.all(
    samples.map(async (sample) => {
      const explanations = await sample.explain(tenantId);
      const found = explanations.flatMap((explanation) => findingsOf(sample, explanation));
      if (explanations[0]?.returned === 0) {
        found.push(`${sample.query} finds nothing with its sample, which proves nothing.`);
      }
      return found;
    }),
  );
  return [...missing, ...findings.flat()];
}

function findingsOf({ query, index }: ExplainSample, found: Explanation): readonly string[] {
  const findings: string[] = [];
  if (found.index !== index) findings.push(`${query} uses ${found.index ?? 'no index'} instead of ${index}.`);
  // A server whose explain output is only roughly MongoDB's: its numbers prove nothing.
  if (found.sortedInMemory === null) return findings;
  if (found.sortedInMemory) findings.push(`${query} is sorted after it was read.`);
  for (const [what, count] of [
    ['keys', found.keysExamined],
    ['documents', found.documentsExamined],
  ] as const) {
    if (count > found.returned + SLACK)
      findings.push(`${query} looks at ${count} ${what} for ${found.returned} elements.`);
  }
  return findings;
}
