/** For tools that look at what a running platform keeps. */
export { scorecardIdOf } from '@hiregraph/evaluation';
export { SERVICE_NAMES } from './create-platform.ts';
export { type Installation, whileRunning, withInstallation } from './operations/installation.ts';
export { dumpProjections } from './operations/projection-rows.ts';
export { rebuildProjections } from './operations/rebuild-projections.ts';
export { newRun } from './operations/replay-topic.ts';
