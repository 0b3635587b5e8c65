import type { Logger } from '@hiregraph/kernel';
import type * as KafkaModule from 'kafkajs';
import type {
  Admin,
  ConfigResourceTypes,
  Consumer,
  ConsumerConfig,
  Kafka,
  KafkaConfig,
  LogEntry,
  Producer,
} from 'kafkajs';
import type { Scheduler } from '../scheduler.ts';
import { ClientSockets } from './client-sockets.ts';
import { ignoreNegativeTimeouts } from './negative-timeouts.ts';

/** How to reach the brokers. */
export interface KafkaConnection {
  /** `host:port` of some brokers; the rest is found through them. */
  readonly brokers: readonly string[];
  /** How the brokers' logs call this process. */
  readonly clientId: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  /** Milliseconds that a broker may take for one answer, and for a connection. Default 3,000. */
  readonly answerMilliseconds?: number;
}

export interface ConsumerOptions extends Pick<ConsumerConfig, 'groupId' | 'maxWaitTimeInMs'> {
  /** Asked after a failure that may pass, whether kafkajs begins it anew; it does when that has resolved. Default: never. */
  readonly restart?: (error: Error) => Promise<boolean>;
}

/** What we use of kafkajs. Every call makes a client of its own: those of one client share a cache of offsets. */
export interface KafkaClients {
  producer(): Promise<Producer>;
  admin(): Promise<Admin>;
  /** How an administrator says that a name is a topic's. */
  topicResource(): Promise<ConfigResourceTypes>;
  consumer(options: ConsumerOptions): Promise<Consumer>;
  /**
   * Ends a client: in order, or, where the brokers do not answer in a moment, by cutting its connections.
   * @returns whether it was in order
   */
  end(client: Producer | Admin | Consumer): Promise<boolean>;
  /** Lets what is under way end, for a moment; then nobody has a connection any more, or gets one. */
  close(): Promise<void>;
}

const ANSWER_MILLISECONDS = 3_000;
/** Two of them and the relay's drain fit into the ten seconds that a process has for stopping. */
const END_MILLISECONDS = 1_500;
const CLOSE_MILLISECONDS = 500;
/** At most 10 s: a member that died is missed for this long. */
const SESSION_MILLISECONDS = 10_000;
const HEARTBEAT_MILLISECONDS = 3_000;
const REBALANCE_MILLISECONDS = 30_000;
const RETRY = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 } as const;
const CONSUMER = {
  sessionTimeout: SESSION_MILLISECONDS,
  heartbeatInterval: HEARTBEAT_MILLISECONDS,
  rebalanceTimeout: REBALANCE_MILLISECONDS,
  allowAutoTopicCreation: false,
};
/** Members begin a new consumer after a crash themselves, also after errors that kafkajs gives up on. */
const never = async (): Promise<boolean> => false;

/**
 * The one place that loads kafkajs, and only when it is used: most processes run without Kafka. Few retries and short
 * timeouts: the relay and the members are the outer retry, and on kafkajs's defaults a send to a broker that hangs hangs
 * for 45 s. The producer is not idempotent (kafkajs's has lost messages); consumers deduplicate.
 */
export function createKafkaClients(connection: KafkaConnection, logger: Logger, scheduler: Scheduler): KafkaClients {
  const sockets = new ClientSockets();
  const owners = new WeakMap<object, object>();
  /** One a client: those of one Kafka share what they know of offsets. */
  async function create<Client extends object>(
    make: (kafka: Kafka, module: typeof KafkaModule.default) => Client,
  ): Promise<{ readonly client: Client; readonly owner: object }> {
    const module = await loadKafkajs();
    const owner = {};
    const { WARN } = module.logLevel;
    const logCreator = () => (entry: LogEntry) => writeLog(logger, entry, entry.level <= WARN);
    const socketFactory = sockets.factoryFor(owner);
    const client = make(
      new module.Kafka({ ...configOf(connection), socketFactory, logLevel: WARN, logCreator }),
      module,
    );
    owners.set(client, owner);
    return { client, owner };
  }
  return {
    producer: async () => {
      const { client, owner } = await create((kafka, { Partitioners }) => {
        const createPartitioner = Partitioners.DefaultPartitioner;
        return kafka.producer({ createPartitioner, allowAutoTopicCreation: false, idempotent: false, retry: RETRY });
      });
      client.on(client.events.REQUEST_TIMEOUT, ({ payload }) => sockets.cut(owner, payload.broker));
      return client;
    },
    admin: async () => {
      const { client, owner } = await create((kafka) => kafka.admin({ retry: RETRY }));
      client.on(client.events.REQUEST_TIMEOUT, ({ payload }) => sockets.cut(owner, payload.broker));
      return client;
    },
    topicResource: async () => (await loadKafkajs()).ConfigResourceTypes.TOPIC,
    // Not cut when a request is late: brokers answer one after another, so a commit waits for the group to be dealt out
    // anew. A consumer whose requests stay without answer crashes, and its successor has connections of its own.
    consumer: async ({ restart = never, ...config }) => {
      const retry = { ...RETRY, restartOnFailure: restart };
      return (await create((kafka) => kafka.consumer({ ...CONSUMER, ...config, retry }))).client;
    },
    end: async (client) => {
      const over = new AbortController();
      const leaving = client.disconnect().then(
        () => true,
        () => false,
      );
      const late = scheduler.wait(END_MILLISECONDS, over.signal).then(() => false);
      const inOrder = await Promise.race([leaving, late]);
      over.abort();
      sockets.end(owners.get(client) ?? client, inOrder);
      return inOrder;
    },
    close: () => sockets.close(CLOSE_MILLISECONDS, scheduler),
  };
}

async function loadKafkajs(): Promise<typeof KafkaModule.default> {
  ignoreNegativeTimeouts();
  // CommonJS: Node finds some of its names only on the default export.
  return (await import('kafkajs')).default;
}

function configOf(connection: KafkaConnection): Omit<KafkaConfig, 'logLevel' | 'logCreator'> {
  const { brokers, clientId, ssl, sasl, answerMilliseconds = ANSWER_MILLISECONDS } = connection;
  return {
    brokers: [...brokers],
    clientId,
    connectionTimeout: answerMilliseconds,
    requestTimeout: answerMilliseconds,
    enforceRequestTimeout: true,
    retry: RETRY,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
  };
}

/** kafkajs calls errors what it tries again by itself; nobody has to act on those. */
function writeLog(logger: Logger, { namespace, log }: LogEntry, mayMatter: boolean): void {
  const { message, timestamp: _timestamp, logger: _logger, ...fields } = log;
  const text = `kafkajs ${namespace}: ${message}`;
  if (mayMatter) logger.warn(fields, text);
  else logger.debug(fields, text);
}
