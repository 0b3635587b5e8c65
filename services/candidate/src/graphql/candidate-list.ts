import { type Connection, createConnection, pageSize, searchTokens } from '@hiregraph/kernel';
import { assertCanFilter, type FilterName } from '../application/access-rules.ts';
import { jobsThatCount, standingsOnCandidate } from '../application/caller-scope.ts';
import { type CandidateList, countOfCandidates, pageOfCandidates } from '../application/list-candidates.ts';
import { positionIn, type BriefCandidate } from '../application/stores.ts';
import { emailKeyOf } from '../domain/contact-details.ts';
import { channelKeyOf } from '../domain/source.ts';
import { tagKeyOf } from '../domain/tags.ts';
import type { CandidateContext } from './context.ts';
import { once } from './once.ts';
import type { CandidateFilter, QueryCandidatesArgs } from './generated/resolver-types.ts';
import type { CandidateNode, CandidatePage } from './nodes.ts';

const FILTERS = ['search', 'email', 'tag', 'source', 'jobId', 'updatedAfter'] as const;

/** The candidates that the caller may see. */
export function candidateList(
  context: CandidateContext,
  { filter, sort, first, after }: QueryCandidatesArgs,
): CandidatePage {
  const { caller, cursors, useCase } = context;
  if (caller.kind === 'anonymous') throw new RangeError('Lists of candidates are for callers with a token.');
  const order = sort ?? 'UPDATED_AT_DESC';
  const scope = { tenantId: caller.tenantId, field: 'Query.candidates', filter: filter ?? null, sort: order };
  const list = filterList(context, filter);
  const request = { first: pageSize(first), after: after ? cursors.decode(scope, after, ['after']) : null };
  const load = async (): Promise<Connection<CandidateNode>> => {
    const page = await pageOfCandidates(useCase, list, order, request);
    const states = page.items.map(({ state }) => state);
    const sight = await useCase.scope.sight(jobsThatCount(caller, states));
    const nodeOf = (stored: BriefCandidate): CandidateNode => ({
      stored,
      standings: standingsOnCandidate(sight, stored.id, stored.state),
    });
    return createConnection(
      { items: page.items.map(nodeOf), hasNextPage: page.hasNextPage },
      ({ stored }) => cursors.encode(scope, positionIn(order, stored)),
      after,
    );
  };
  return { page: once(load), count: () => countOfCandidates(useCase, list) };
}

function filterList({ caller }: CandidateContext, filter: CandidateFilter | null | undefined): CandidateList {
  if (!filter) return {};
  for (const name of FILTERS) {
    if (filter[name] !== undefined && filter[name] !== null) {
      assertCanFilter(caller, `CandidateFilter.${name}` satisfies FilterName);
    }
  }
  const { search, email, tag, source, jobId, updatedAfter } = filter;
  const tokens = searchTokens(search ?? '');
  return {
    ...(tokens.length > 0 ? { tokens } : {}),
    ...(email ? { emailKey: emailKeyOf(email) } : {}),
    ...(tag ? { tagKey: tagKeyOf(tag) } : {}),
    ...(source ? { channelKey: channelKeyOf(source) } : {}),
    ...(jobId ? { jobId } : {}),
    ...(updatedAfter ? { updatedAfter } : {}),
  };
}
