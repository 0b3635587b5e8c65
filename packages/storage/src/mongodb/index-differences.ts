import { isDeepStrictEqual } from 'node:util';
import { HiregraphError } from '@hiregraph/kernel';
import type { EngineIndex } from '../engine/engine.ts';

/** An index as MongoDB lists it. */
export interface ExistingIndex {
  readonly name: string;
  readonly key: Readonly<Record<string, unknown>>;
  readonly unique?: boolean;
  readonly partialFilterExpression?: Readonly<Record<string, unknown>>;
  readonly expireAfterSeconds?: number;
}

/** An index of that name is there, and another one. It is never dropped: that is for a person to decide. */
export class IndexConflictError extends HiregraphError {
  constructor(collection: string, index: string, difference: string) {
    super(
      'INTERNAL_ERROR',
      `The index ${index} of the collection ${collection} exists with another definition: ${difference}. It is not replaced by ` +
        `itself. Drop it with db.${collection}.dropIndex(${JSON.stringify(index)}), or give the new definition a new name; then start again.`,
      { details: { collection, index } },
    );
  }
}

/** @returns what is different about an index; null when it is as declared */
export function indexDifference(declared: EngineIndex, existing: ExistingIndex | undefined): string | null {
  if (existing === undefined) return 'it is not there';
  const keys = declared.keys.map(([path, direction]) => `${path}: ${direction}`).join(', ');
  const found = Object.entries(existing.key)
    .map(([path, direction]) => `${path}: ${Number(direction)}`)
    .join(', ');
  if (keys !== found) return `its keys are {${found}}, not {${keys}}`;
  if ((declared.unique ?? false) !== (existing.unique ?? false)) return `unique is ${existing.unique ?? false}`;
  if (declared.expireAfterSeconds !== existing.expireAfterSeconds) {
    return `expireAfterSeconds is ${existing.expireAfterSeconds ?? 'not set'}`;
  }
  if (!isDeepStrictEqual(declared.partial ?? null, plain(existing.partialFilterExpression))) {
    return `its partial filter is ${JSON.stringify(existing.partialFilterExpression ?? null)}`;
  }
  return null;
}

function plain(filter: Readonly<Record<string, unknown>> | undefined): unknown {
  return filter === undefined ? null : (JSON.parse(JSON.stringify(filter)) as unknown);
}
