import type { Storage } from '@hiregraph/storage';

/** One row of a projection, with its content in one canonical form. */
export interface DumpedRow {
  /** `collection/id`. */
  readonly name: string;
  readonly collection: string;
  readonly id: string;
  readonly tenantId: string;
  readonly sequence: number;
  readonly at: string;
  readonly state: object;
  /** The whole row as JSON with sorted names: equal rows have equal texts. */
  readonly text: string;
}

/** Every row of every projection of a service, by name. */
export async function dumpProjections(storage: Storage): Promise<ReadonlyMap<string, DumpedRow>> {
  const scope = storage.systemScope('export');
  const rows = new Map<string, DumpedRow>();
  for (const { collection, kind } of storage.collections) {
    if (kind !== 'projections') continue;
    for await (const stored of scope.collection(collection).all()) {
      // A projection's collection holds rows alone; only its store writes there.
      const row = stored as unknown as Omit<DumpedRow, 'name' | 'collection' | 'id' | 'text'> & {
        readonly _id: string;
      };
      const { _id: id, tenantId, sequence, at, state } = row;
      const text = canonicalJson({ tenantId, sequence, at, state });
      const name = `${collection}/${id}`;
      rows.set(name, { name, collection, id, tenantId, sequence, at, state, text });
    }
  }
  return rows;
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export interface RowDifference {
  /**
   * - missing: the store has no such row
   * - behind: the store's row has not taken in all events yet
   * - different: it has, and says something else
   * - extra: no event tells of the store's row
   */
  readonly kind: 'missing' | 'behind' | 'different' | 'extra';
  /** The rebuilt row; for `extra` the stored one. */
  readonly row: DumpedRow;
}

/** What sets stored projections apart from rebuilt ones. A stored row that is newer than its rebuilt one is no fault. */
export function compareRows(
  stored: ReadonlyMap<string, DumpedRow>,
  rebuilt: ReadonlyMap<string, DumpedRow>,
): readonly RowDifference[] {
  const differences: RowDifference[] = [];
  for (const [name, row] of rebuilt) {
    const present = stored.get(name);
    if (present === undefined) differences.push({ kind: 'missing', row });
    else if (present.sequence < row.sequence) differences.push({ kind: 'behind', row });
    else if (present.sequence === row.sequence && present.text !== row.text)
      differences.push({ kind: 'different', row });
  }
  for (const [name, row] of stored) if (!rebuilt.has(name)) differences.push({ kind: 'extra', row });
  return differences;
}
