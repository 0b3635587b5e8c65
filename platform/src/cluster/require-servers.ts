import { connect } from 'node:net';
import { ConfigurationError } from '@hiregraph/subgraph';
import type { ClusterConfig } from './cluster-config.ts';

const PATIENCE_MS = 3_000;
const MONGODB_PORT = 27_017;

/**
 * Makes sure that somebody listens where the servers should be.
 * @throws ConfigurationError naming every server that is missing, and how to start it
 */
export async function requireServers({ mongodbUrl, kafka }: ClusterConfig): Promise<void> {
  const problems = await Promise.all([
    problemOf('MONGODB_URL', 'MongoDB', mongodbHosts(mongodbUrl)),
    problemOf('KAFKA_BROKERS', 'Kafka', kafka.brokers),
  ]);
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) throw new ConfigurationError(found);
}

/** None for `mongodb+srv`, whose hosts only the driver finds out. */
function mongodbHosts(url: string): readonly string[] {
  const hosts = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/u.exec(url)?.[1];
  return hosts?.split(',') ?? [];
}

async function problemOf(variable: string, server: string, hosts: readonly string[]): Promise<string | null> {
  if (hosts.length === 0) return null;
  const answers = await Promise.all(hosts.map(accepts));
  if (answers.includes(true)) return null;
  return `${variable}: ${server} does not answer at ${hosts.join(', ')}. Start it (\`npm run servers\` in another terminal starts both MongoDB's stand-in and Kafka), or set ${variable} to where it runs.`;
}

function accepts(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`tcp://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: port === '' ? MONGODB_PORT : Number(port) });
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PATIENCE_MS, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
