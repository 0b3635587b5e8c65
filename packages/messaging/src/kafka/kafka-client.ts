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
import { ignoreNegativeTimeouts } from './negative-timeouts.ts';

/** How to reach the brokers. */
export interface KafkaConnection {
  /** `host:port` of some brokers; the rest is found through them. */
  readonly brokers: readonly string[];
  /** How the brokers' logs call this process. */
  readonly clientId: string;
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
}

/** What we use of kafkajs. Every call makes a client of its own: those of one client share a cache of offsets. */
export interface KafkaClients {
  producer(): Promise<Producer>;
  admin(): Promise<Admin>;
  /** How an administrator says that a name is a topic's. */
  topicResource(): Promise<ConfigResourceTypes>;
  consumer(config: Pick<ConsumerConfig, 'groupId' | 'maxWaitTimeInMs'>): Promise<Consumer>;
}

const CONNECTION_MILLISECONDS = 3_000;
const REQUEST_MILLISECONDS = 3_000;
/** At most 10 s: a member that died is missed for this long. */
const SESSION_MILLISECONDS = 10_000;
const HEARTBEAT_MILLISECONDS = 3_000;
const REBALANCE_MILLISECONDS = 30_000;

/**
 * The one place that loads kafkajs, and only when it is used: most processes run without Kafka. Few retries and short
 * timeouts: the relay and the members are the outer retry, and on kafkajs's defaults a send to a broker that hangs hangs
 * for 45 s. The producer is not idempotent (kafkajs's has lost messages); consumers deduplicate.
 */
export function createKafkaClients({ brokers, clientId, ssl, sasl }: KafkaConnection, logger: Logger): KafkaClients {
  const retry = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 };
  const config: Omit<KafkaConfig, 'logLevel' | 'logCreator'> = {
    brokers: [...brokers],
    clientId,
    connectionTimeout: CONNECTION_MILLISECONDS,
    requestTimeout: REQUEST_MILLISECONDS,
    enforceRequestTimeout: true,
    retry,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
  };
  const load = async (): Promise<{ readonly kafka: Kafka; readonly module: typeof KafkaModule.default }> => {
    ignoreNegativeTimeouts();
    // CommonJS: Node finds some of its names only on the default export.
    const { default: module } = await import('kafkajs');
    const { WARN } = module.logLevel;
    const logCreator = () => (entry: LogEntry) => writeLog(logger, entry, entry.level <= WARN);
    return { kafka: new module.Kafka({ ...config, logLevel: WARN, logCreator }), module };
  };
  return {
    producer: async () => {
      const { kafka, module } = await load();
      const createPartitioner = module.Partitioners.DefaultPartitioner;
      return kafka.producer({ createPartitioner, allowAutoTopicCreation: false, idempotent: false, retry });
    },
    admin: async () => (await load()).kafka.admin({ retry }),
    topicResource: async () => (await load()).module.ConfigResourceTypes.TOPIC,
    consumer: async (consumer) =>
      (await load()).kafka.consumer({
        ...consumer,
        sessionTimeout: SESSION_MILLISECONDS,
        heartbeatInterval: HEARTBEAT_MILLISECONDS,
        rebalanceTimeout: REBALANCE_MILLISECONDS,
        allowAutoTopicCreation: false,
        // We begin a new consumer after a crash ourselves, also after errors that kafkajs gives up on.
        retry: { ...retry, restartOnFailure: async () => false },
      }),
  };
}

/** kafkajs calls errors what it tries again by itself; nobody has to act on those. */
function writeLog(logger: Logger, { namespace, log }: LogEntry, mayMatter: boolean): void {
  const { message, timestamp: _timestamp, logger: _logger, ...fields } = log;
  const text = `kafkajs ${namespace}: ${message}`;
  if (mayMatter) logger.warn(fields, text);
  else logger.debug(fields, text);
}
