import type { Collection, Db, IndexDescription } from 'mongodb';
import type { EngineIndex } from '../engine/engine.ts';
import { type ExistingIndex, IndexConflictError, indexDifference } from './index-differences.ts';

/** Another index has that name (86), or that index has other options (85). */
const INDEX_CONFLICTS: ReadonlySet<unknown> = new Set([85, 86]);
const NAMESPACE_NOT_FOUND = 26;

/** Compares first, so that what conflicts is named before anything is made; compares again afterwards. */
export async function verifyIndexes(db: Db, name: string, indexes: readonly EngineIndex[]): Promise<void> {
  if (indexes.length === 0) return;
  const collection = db.collection(name);
  assertSame(name, indexes, await existingIndexes(collection), { mayBeMissing: true });
  try {
    await collection.createIndexes(indexes.map(toDescription));
  } catch (error) {
    // The same keys under another name: MongoDB's own words say which.
    if (!INDEX_CONFLICTS.has((error as { code?: unknown }).code)) throw error;
    throw new IndexConflictError(name, indexes.map((index) => index.name).join(', '), (error as Error).message);
  }
  assertSame(name, indexes, await existingIndexes(collection), { mayBeMissing: false });
}

async function existingIndexes(collection: Collection): Promise<readonly ExistingIndex[]> {
  try {
    return (await collection.indexes()) as readonly ExistingIndex[];
  } catch (error) {
    if ((error as { code?: unknown }).code === NAMESPACE_NOT_FOUND) return [];
    throw error;
  }
}

function assertSame(
  name: string,
  indexes: readonly EngineIndex[],
  existing: readonly ExistingIndex[],
  { mayBeMissing }: { readonly mayBeMissing: boolean },
): void {
  for (const index of indexes) {
    const found = existing.find((other) => other.name === index.name);
    if (found === undefined && mayBeMissing) continue;
    const difference = indexDifference(index, found);
    if (difference !== null) throw new IndexConflictError(name, index.name, difference);
  }
}

function toDescription(index: EngineIndex): IndexDescription {
  return {
    name: index.name,
    key: Object.fromEntries(index.keys),
    ...(index.unique === true ? { unique: true } : {}),
    ...(index.partial === undefined ? {} : { partialFilterExpression: { ...index.partial } }),
    ...(index.expireAfterSeconds === undefined ? {} : { expireAfterSeconds: index.expireAfterSeconds }),
  };
}
