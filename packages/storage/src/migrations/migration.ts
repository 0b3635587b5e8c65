import type { Logger } from '@hiregraph/kernel';
import type { EngineCollection } from '../engine/engine.ts';

/** What a migration works with. */
export interface MigrationContext {
  /** Any collection, past the tenants. */
  readonly collection: (name: string) => EngineCollection;
  /** What the last `checkpoint` was given; null at the first try. A run that was cut short goes on from here. */
  readonly position: string | null;
  /**
   * Notes how far the migration has come, and keeps its lease. To be called well within a lease's 60 s.
   * @throws StoreUnavailableError when another process has taken the migration over, or this one is stopping
   */
  readonly checkpoint: (position: string) => Promise<void>;
  readonly logger: Logger;
}

/**
 * One step of a store's layout. It may be cut short anywhere and begun again from its last checkpoint, so what it does
 * must be harmless when done twice.
 */
export interface Migration {
  /** 1, 2, 3 …, without a gap. */
  readonly version: number;
  /** A sentence for the log and for whoever reads the collection. */
  readonly name: string;
  /** Whether code from before this step can still use the store: an `expand` leaves it so, a `contract` does not. */
  readonly kind: 'expand' | 'contract';
  run(context: MigrationContext): Promise<void>;
}

/** The steps of this version of the code. The first one only marks where counting begins. */
export const STORE_MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'The first layout.', kind: 'expand', run: async () => undefined },
];
