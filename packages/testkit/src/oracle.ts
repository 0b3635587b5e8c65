/** The oracle alone: unlike the contract suites it needs no jest around it. */
export { commandFaults, type IssuedCommand } from './oracle/command-faults.ts';
export {
  seatFaults,
  type SettledApplication,
  type SettledJob,
  type SettledStatus,
  stageFaults,
  statusFaults,
} from './oracle/hiring-faults.ts';
export { type ProjectionDump, projectionFaults } from './oracle/projection-faults.ts';
export { readApplications, readHistories, readInterviews, readJobs } from './oracle/read-stored.ts';
export { historyFaults, type StoredHistory, streamFaults } from './oracle/stream-faults.ts';
