export * from './messaging/bus-contract.ts';
export * from './messaging/manual-scheduler.ts';
export * from './messaging/test-events.ts';
export * from './messaging/wait-until.ts';
