import type {
  AppliedEvent,
  ApplyResult,
  ProjectionDefinition,
  ProjectionRow,
  ProjectionStore,
} from '../projection-store.ts';
import { PROJECTION_SHAPE } from '../engine/document-shape.ts';
import {
  type EngineCollection,
  ID_INDEX,
  type StorageEngine,
  type StoredDocument,
  type Update,
} from '../engine/engine.ts';
import { DuplicateKeyError, TooMuchContentionError } from '../engine/engine-errors.ts';
import { diffState } from '../aggregates/state-diff.ts';
import { createReads, type Explains } from '../reads/stored-reads.ts';
import { tenantFilter } from '../reads/tenant-filter.ts';
import { toEngineIndex } from '../reads/tenant-indexes.ts';

interface RowDocument<Row> extends StoredDocument {
  readonly tenantId: string;
  readonly sequence: number;
  readonly at: string;
  readonly state: Row;
}

const MOST_ATTEMPTS = 16;

const rows = new WeakMap<object, ProjectionRow<unknown>>();

/** One document gives one row object, as with aggregates. */
function toRow<Row>(stored: StoredDocument): ProjectionRow<Row> {
  const known = rows.get(stored);
  // The cast is sound: a collection holds one kind of row, and its store is typed by it.
  if (known !== undefined) return known as ProjectionRow<Row>;
  const { _id, tenantId, sequence, at, state } = stored as RowDocument<Row>;
  const row = { id: _id, tenantId, sequence, at, state };
  rows.set(stored, row);
  return row;
}

/** The ProjectionStore over an engine's collection. */
export function createProjectionStore<Row extends object>(
  engine: StorageEngine,
  definition: ProjectionDefinition,
): ProjectionStore<Row> & Explains {
  const collection = engine.collection(definition.collection, definition.indexes.map(toEngineIndex), PROJECTION_SHAPE);

  const find = async (tenantId: string, id: string): Promise<RowDocument<Row> | null> => {
    const found = await collection.findOne(tenantFilter(tenantId, { _id: id }), { hint: ID_INDEX });
    return found as RowDocument<Row> | null;
  };

  /** Tries until nobody else wrote between the look and the write. */
  async function guarded(
    tenantId: string,
    id: string,
    event: AppliedEvent,
    decide: (row: RowDocument<Row> | null) => ApplyResult | { readonly next: Row },
  ): Promise<ApplyResult> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const row = await find(tenantId, id);
      const decision = decide(row);
      if (typeof decision === 'string') return decision;
      if (await write(collection, { tenantId, id, event }, row, decision.next)) return 'applied';
    }
    throw new TooMuchContentionError(`row of ${definition.collection}`, MOST_ATTEMPTS);
  }

  return {
    definition,
    ...createReads({ collection, indexes: definition.indexes, toItem: toRow<Row> }),
    apply: (tenantId, id, event, change) =>
      guarded(tenantId, id, event, (row) => {
        const known = row?.sequence ?? 0;
        if (event.sequence <= known) return 'duplicate';
        if (event.sequence > known + 1) return 'gap';
        return { next: change(row?.state ?? null) };
      }),
    learn: async (tenantId, id, event, next) => {
      await guarded(tenantId, id, event, (row) => ((row?.sequence ?? -1) >= event.sequence ? 'duplicate' : { next }));
    },
    restore: async (tenantId, id, event, next) => {
      const isNewer = (row: RowDocument<Row> | null): boolean => row !== null && row.sequence > event.sequence;
      return (await guarded(tenantId, id, event, (row) => (isNewer(row) ? 'duplicate' : { next }))) === 'applied';
    },
  };
}

interface Target {
  readonly tenantId: string;
  readonly id: string;
  readonly event: AppliedEvent;
}

/** @returns false when somebody else wrote first */
async function write<Row extends object>(
  collection: EngineCollection,
  { tenantId, id, event }: Target,
  row: RowDocument<Row> | null,
  next: Row,
): Promise<boolean> {
  const { sequence, at } = event;
  if (row !== null) {
    const guard = tenantFilter(tenantId, { _id: id, sequence: row.sequence });
    return await collection.updateOne(guard, rowUpdate(row.state, next, event));
  }
  try {
    await collection.insertOne({ _id: id, tenantId, sequence, at, state: next });
    return true;
  } catch (error) {
    if (error instanceof DuplicateKeyError && error.index === ID_INDEX) return false;
    throw error;
  }
}

function rowUpdate(before: object, after: object, event: AppliedEvent): Update {
  const { set, unset } = diffState(before, after);
  const fields = { ...set, sequence: event.sequence, at: event.at };
  return Object.keys(unset).length === 0 ? { $set: fields } : { $set: fields, $unset: unset };
}
