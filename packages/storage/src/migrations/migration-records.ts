import { type Clock, toInstant } from '@hiregraph/kernel';
import { type EngineCollection, ID_INDEX, type StoredDocument } from '../engine/engine.ts';
import { DuplicateKeyError } from '../engine/engine-errors.ts';
import type { Migration } from './migration.ts';

export const MIGRATION_COLLECTION = 'migrations';

/** Longer than any pause between two checkpoints, and than clocks of replicas are apart. */
const LEASE_MILLISECONDS = 60_000;

/** One version of the store's layout, and who is bringing it about. Its id is the version with leading zeros. */
export interface MigrationRecord extends StoredDocument {
  readonly version: number;
  readonly name: string;
  readonly kind: Migration['kind'];
  readonly status: 'running' | 'done';
  readonly holder: string;
  readonly leaseUntil: string;
  readonly position: string | null;
}

/** The records of a store as one process writes them: only ever its own, by the holder's name in every filter. */
export interface MigrationRecords {
  all(): Promise<readonly MigrationRecord[]>;
  /** @returns the record once it is ours; null while another holds it or when it is done */
  claim(migration: Migration): Promise<MigrationRecord | null>;
  find(migration: Migration): Promise<MigrationRecord | null>;
  /** @returns false when another process has taken the migration over */
  keep(migration: Migration, position: string): Promise<boolean>;
  /** @returns false when another process has taken the migration over */
  finish(migration: Migration): Promise<boolean>;
  /** Lets another go on at once. */
  giveBack(migration: Migration): Promise<void>;
}

const idOf = (version: number): string => String(version).padStart(6, '0');

/** @param holder no other process, and no other try, has this name */
export function createMigrationRecords(records: EngineCollection, clock: Clock, holder: string): MigrationRecords {
  const now = (): string => toInstant(clock.now());
  const leaseUntil = (): string => toInstant(clock.now() + LEASE_MILLISECONDS);
  const own = ({ version }: Migration) => ({ _id: idOf(version), status: 'running', holder });
  return {
    all: async () =>
      (await records.find(
        { _id: { $gt: '' } },
        { hint: ID_INDEX, sort: [['_id', 1]], majority: true },
      )) as readonly MigrationRecord[],
    async claim(migration) {
      const { version, name, kind } = migration;
      try {
        const claimed = await records.findOneAndUpdate(
          { _id: idOf(version), status: 'running', leaseUntil: { $lte: now() } },
          {
            $set: { holder, leaseUntil: leaseUntil() },
            $setOnInsert: { version, name, kind, position: null, startedAt: now() },
          },
          { upsert: true },
        );
        return claimed as MigrationRecord | null;
      } catch (error) {
        // The id is taken, and the filter did not match: it is done, or somebody's lease runs.
        if (error instanceof DuplicateKeyError) return null;
        throw error;
      }
    },
    find: async ({ version }) =>
      (await records.findOne({ _id: idOf(version) }, { hint: ID_INDEX, majority: true })) as MigrationRecord | null,
    keep: (migration, position) => records.updateOne(own(migration), { $set: { position, leaseUntil: leaseUntil() } }),
    finish: (migration) => records.updateOne(own(migration), { $set: { status: 'done', finishedAt: now() } }),
    giveBack: async (migration) => {
      await records.updateOne(own(migration), { $set: { leaseUntil: now() } });
    },
  };
}
