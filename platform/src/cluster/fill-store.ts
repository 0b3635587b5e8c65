import type { TokenVerifier } from '@hiregraph/gateway';
import { systemClock, UnauthenticatedError } from '@hiregraph/kernel';
import { createLogger } from '@hiregraph/subgraph';
import { SAMPLE_TENANT } from '../config.ts';
import { createPlatform } from '../create-platform.ts';
import { openEngines } from '../open-engines.ts';
import { findSampleCandidate } from '../seed/find-sample-candidate.ts';
import { createSeedClock } from '../seed/seed-clock.ts';
import { startFilled } from '../seed/start-filled.ts';
import type { ClusterConfig } from './cluster-config.ts';

/** Nobody is served here. */
const NOBODY: TokenVerifier = {
  verify: () => Promise.reject(new UnauthenticatedError('Nobody is served while the store is filled.')),
};

/**
 * Fills an empty store with the sample company before any process of the cluster runs: its past is told by a clock that
 * stands in the past, and only this one process has that.
 * @returns the id of the candidate whose token the banner shows; null where the store has no sample company, and with --empty
 */
export async function fillStore(config: ClusterConfig, progress: (line: string) => void): Promise<string | null> {
  const tenant = config.platform.tenants.find(({ id }) => id === SAMPLE_TENANT.id);
  if (config.platform.empty || tenant === undefined) return null;
  const clock = createSeedClock();
  const logger = createLogger({ name: 'hiregraph-cluster', level: config.platform.logLevel });
  const { engines, bus } = openEngines(config.platform.engines, { clock, logger, onStopped: () => undefined });
  const platform = createPlatform({
    engines,
    bus,
    tenants: config.platform.tenants,
    partitions: config.kafka.partitions,
    verifier: NOBODY,
    clock,
    wallClock: systemClock,
    logger,
    cursorSecret: config.cursorSecret,
    host: '127.0.0.1',
    port: 0,
    playground: null,
  });
  try {
    await startFilled({ platform, engine: engines.job, config: config.platform, clock, progress });
    return await findSampleCandidate(platform, tenant);
  } finally {
    await platform.stop();
  }
}
