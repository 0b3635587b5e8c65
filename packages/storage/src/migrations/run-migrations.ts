import { randomUUID } from 'node:crypto';
import { type Clock, HiregraphError, type Logger, OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import type { EngineCollection } from '../engine/engine.ts';
import type { Migration } from './migration.ts';
import { MigrationFailedError, StoreTooNewError } from './migration-errors.ts';
import { createMigrationRecords, MIGRATION_COLLECTION, type MigrationRecords } from './migration-records.ts';

export interface MigrationRunOptions {
  /** For sentences. */
  readonly database: string;
  readonly migrations: readonly Migration[];
  readonly collection: (name: string) => EngineCollection;
  /** Leases end by it. */
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Waits before looking again at what another process is migrating. */
  readonly pause: () => Promise<void>;
}

/**
 * Brings a store to the layout of this code. Of several processes one runs each migration and the others wait for it; the
 * migration of one that died is taken over from its last checkpoint when its lease has ended.
 * @throws StoreTooNewError, MigrationFailedError
 * @throws StoreUnavailableError when it should be tried again
 */
export async function runMigrations(options: MigrationRunOptions): Promise<void> {
  assertInOrder(options.migrations);
  const records = createMigrationRecords(options.collection(MIGRATION_COLLECTION), options.clock, randomUUID());
  try {
    const found = await records.all();
    const known = options.migrations.at(-1)?.version ?? 0;
    const tooNew = found.find(({ version, kind }) => version > known && kind === 'contract');
    if (tooNew !== undefined) throw new StoreTooNewError(options.database, tooNew, known);
    const done = new Set(found.filter(({ status }) => status === 'done').map(({ version }) => version));
    for (const migration of options.migrations) {
      if (!done.has(migration.version)) await bringAbout(options, records, migration);
    }
  } catch (error) {
    // Claims, checkpoints and endings name their holder, so that trying again settles what became of them.
    if (error instanceof OutcomeUnknownError) throw new StoreUnavailableError('MongoDB did not answer in time.', error);
    throw error;
  }
}

function assertInOrder(migrations: readonly Migration[]): void {
  if (migrations.every(({ version }, index) => version === index + 1)) return;
  throw new HiregraphError('INTERNAL_ERROR', 'Migrations have the versions 1, 2, 3 … in order. Number them so.');
}

/** Runs a migration, or waits until another process has. */
async function bringAbout(
  options: MigrationRunOptions,
  records: MigrationRecords,
  migration: Migration,
): Promise<void> {
  let told = false;
  for (;;) {
    if (options.signal.aborted) throw new StoreUnavailableError('The store is being stopped.');
    const claimed = await records.claim(migration);
    if (claimed !== null) {
      await runClaimed(options, records, migration, claimed.position);
      return;
    }
    const found = await records.find(migration);
    if (found?.status === 'done') return;
    const { version, name } = migration;
    if (!told) options.logger.info({ version, name }, 'Another process runs this migration; waiting for it.');
    told = true;
    await options.pause();
  }
}

async function runClaimed(
  { database, collection, logger, signal }: MigrationRunOptions,
  records: MigrationRecords,
  migration: Migration,
  position: string | null,
): Promise<void> {
  const { version, name } = migration;
  const lost = (): Error => new StoreUnavailableError(`Another process has taken the migration ${version} over.`);
  logger.info({ database, version, name, position }, 'A migration of the store begins.');
  try {
    await migration.run({
      collection,
      position,
      checkpoint: async (reached) => {
        if (signal.aborted) throw new StoreUnavailableError('The store is being stopped.');
        if (!(await records.keep(migration, reached))) throw lost();
      },
      logger,
    });
    if (!(await records.finish(migration))) throw lost();
  } catch (error) {
    await records.giveBack(migration).catch(() => undefined);
    if (error instanceof StoreUnavailableError || error instanceof OutcomeUnknownError) throw error;
    throw new MigrationFailedError(database, migration, error);
  }
  logger.info({ database, version, name }, 'A migration of the store is done.');
}
