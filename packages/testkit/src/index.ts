export * from './messaging/bus-contract.ts';
export * from './messaging/dead-letter-contract.ts';
export * from './messaging/manual-scheduler.ts';
export * from './messaging/test-events.ts';
export * from './messaging/wait-until.ts';
export { type ExplainOptions, type ExplainSample, explainFindings, explainSample } from './storage/explain-suite.ts';
export { describeMongo, freshDatabase } from './storage/mongo-server.ts';
export { storageContract } from './storage/storage-contract.ts';
export { type EngineUnderTest, type MakeEngine, openSubject, type StorageSubject } from './storage/storage-subject.ts';
