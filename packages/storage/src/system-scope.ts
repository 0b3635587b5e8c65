import { HiregraphError } from '@hiregraph/kernel';
import type { EngineCollection, StorageEngine } from './engine/engine.ts';

/** Why somebody looks over all tenants at once. A new reason is added here, so that a review sees it. */
export type SystemPurpose = 'sweeper' | 'migration' | 'export' | 'replay' | 'system-document';

/** The only way to a collection without a tenant in every filter. */
export interface SystemScope {
  readonly purpose: SystemPurpose;
  /** @throws HiregraphError for a collection that nobody has opened: its indexes would be missing */
  collection(name: string): EngineCollection;
}

/** @param isOpen whether a collection's store has been opened */
export function createSystemScope(
  engine: StorageEngine,
  purpose: SystemPurpose,
  isOpen: (name: string) => boolean,
): SystemScope {
  return {
    purpose,
    collection(name) {
      if (isOpen(name)) return engine.collection(name, []);
      throw new HiregraphError('INTERNAL_ERROR', `The collection ${name} has not been opened. Open its store first.`);
    },
  };
}
