import { HiregraphError } from '@hiregraph/kernel';
import type { EngineIndex } from '../engine/engine.ts';
import type { IndexSpec } from '../query.ts';

/**
 * What the engine keeps for a declared index: tenantId first, and `_id` last where the index is not unique, so that every
 * order is total and served by the index.
 */
export function toEngineIndex(spec: IndexSpec): EngineIndex {
  if (spec.keys.length === 0 || spec.keys.some(([path]) => path === 'tenantId')) {
    throw new HiregraphError(
      'INTERNAL_ERROR',
      `The index ${spec.name} must name fields, and not tenantId: the storage layer puts that first. Take it out.`,
    );
  }
  const [lastPath, lastDirection] = spec.keys.at(-1) as readonly [string, 1 | -1];
  const tail = spec.unique === true || lastPath === '_id' ? [] : [['_id', lastDirection] as const];
  return {
    name: spec.name,
    keys: [['tenantId', 1], ...spec.keys, ...tail],
    ...(spec.unique === undefined ? {} : { unique: spec.unique }),
    ...(spec.partial === undefined ? {} : { partial: spec.partial }),
  };
}
