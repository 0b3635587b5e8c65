export * from './aggregate-store.ts';
export * from './command-runner.ts';
export * from './outbox-source.ts';
export * from './projection-store.ts';
export * from './query.ts';
