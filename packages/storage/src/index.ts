export * from './aggregate-store.ts';
export { AGGREGATE_LIMITS, type AggregateLimits } from './aggregates/aggregate-limits.ts';
export * from './command-runner.ts';
export { createLease, type Lease, type LeaseOptions } from './lease.ts';
export { createEmbeddedEngine, type EmbeddedEngine, type EmbeddedEngineOptions } from './embedded/embedded-engine.ts';
export {
  type Defer,
  type EngineCollection,
  type EngineIndex,
  type Explanation,
  ID_INDEX,
  type ReadOptions,
  type StorageEngine,
  type StoredDocument,
  type Update,
} from './engine/engine.ts';
export * from './engine/engine-errors.ts';
export {
  PERMITTED_FILTER_OPERATORS,
  PERMITTED_PUSH_MODIFIERS,
  PERMITTED_UPDATE_OPERATORS,
} from './engine/permitted-operators.ts';
export type { Failpoint, Failpoints } from './failpoints.ts';
export { type Migration, type MigrationContext, STORE_MIGRATIONS } from './migrations/migration.ts';
export { MigrationFailedError, StoreTooNewError } from './migrations/migration-errors.ts';
export { dumpDatabases, type DumpPlaces } from './mongodb/dump/dump-databases.ts';
export { type DumpedCollection, DumpError, verifyDump } from './mongodb/dump/dump-file.ts';
export { type Contents, contentsOf, endRestore, loadDump } from './mongodb/dump/load-dump.ts';
export { IndexConflictError } from './mongodb/index-differences.ts';
export { createMongoEngine, type MongoEngineOptions } from './mongodb/mongo-engine.ts';
export * from './outbox-source.ts';
export * from './projection-store.ts';
export * from './query.ts';
export type { Explains } from './reads/stored-reads.ts';
export { type OpenedCollection, openStorage, type Storage, type StorageOptions } from './storage.ts';
export type { SystemPurpose, SystemScope } from './system-scope.ts';
export * from './journal/index.ts';
