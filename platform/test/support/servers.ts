import { randomUUID } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { type ServiceName, silentLogger } from '@hiregraph/kernel';
import { createKafkaBus, type EventBus } from '@hiregraph/messaging';
import { createMongoEngine, type StorageEngine } from '@hiregraph/storage';
import { freshDatabase } from '@hiregraph/testkit';
import { busWithPrefix } from './bus-with-prefix.ts';

/** A busy machine and a server that syncs every write may need longer than a request would wait. */
const TIMEOUT_MS = 10_000;

/** Databases, topics and groups that no other suite has. */
export interface PlaceOnServers {
  /** Names of topics on the brokers begin with it. */
  readonly prefix: string;
  /** Another client of the same place each time, as another process has one. */
  ports(): { readonly engines: Readonly<Record<ServiceName, StorageEngine>>; readonly bus: EventBus };
}

export interface Servers {
  readonly mongodbUrl: string;
  readonly brokers: readonly string[];
  place(): PlaceOnServers;
}

/**
 * Runs suites on the servers that MONGODB_URL and KAFKA_BROKERS name. Without them it says so in one line; with
 * REQUIRE_SERVERS=1 that is a failure.
 */
export function describeServers(what: string, suites: (servers: Servers) => void): void {
  const { MONGODB_URL: mongodbUrl, KAFKA_BROKERS: brokers, REQUIRE_SERVERS: required } = process.env;
  if (mongodbUrl !== undefined && brokers !== undefined) {
    suites(serversAt(mongodbUrl, brokers.split(',')));
    return;
  }
  describe(what, () => {
    it('is only tried on servers where MONGODB_URL and KAFKA_BROKERS name them', () => {
      const line = `MONGODB_URL and KAFKA_BROKERS are not set: ${what} was not tried on servers. \`npm run servers\` starts them.`;
      if (required === '1') throw new Error(line);
      process.stdout.write(`${line}\n`);
    });
  });
}

function serversAt(mongodbUrl: string, brokers: readonly string[]): Servers {
  return {
    mongodbUrl,
    brokers,
    place: () => {
      const prefix = `place-${randomUUID()}.`;
      const databases = { job: freshDatabase(), candidate: freshDatabase(), evaluation: freshDatabase() };
      const engineOf = (name: ServiceName): StorageEngine =>
        createMongoEngine({ url: mongodbUrl, database: databases[name], timeout: TIMEOUT_MS, logger: silentLogger });
      const topics = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };
      return {
        prefix,
        ports: () => ({
          engines: { job: engineOf('job'), candidate: engineOf('candidate'), evaluation: engineOf('evaluation') },
          bus: busWithPrefix(
            createKafkaBus({ brokers, clientId: 'hiregraph-test', topics, logger: silentLogger }),
            prefix,
          ),
        }),
      };
    },
  };
}
