import { failureMessage } from '@hiregraph/subgraph';
import { readEnvironment } from '../env.ts';
import { clusterConfig } from './cluster-config.ts';
import { fillStore } from './fill-store.ts';
import { requireServers } from './require-servers.ts';

/** Fills an empty store with the sample company and ends: what runs before services that start elsewhere. */
try {
  const config = clusterConfig(readEnvironment(), process.argv.slice(2));
  await requireServers(config);
  await fillStore(config, (line) => console.error(line));
} catch (error) {
  console.error(failureMessage(error));
  process.exitCode = 1;
}
