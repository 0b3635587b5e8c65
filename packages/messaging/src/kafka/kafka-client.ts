import type { Logger } from '@hiregraph/kernel';
import type { Admin, Consumer, ConsumerConfig, Kafka, KafkaConfig, LogEntry, Producer } from 'kafkajs';
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
  consumer(config: Pick<ConsumerConfig, 'groupId' | 'maxWaitTimeInMs'>): Promise<Consumer>;
}

const CONNECTION_MILLISECONDS = 3_000;
const REQUEST_MILLISECONDS = 3_000;
/** At most 10 s: a member that died is missed for this long. */
const SESSION_MILLISECONDS = 10_000;
const HEARTBEAT_MILLISECONDS = 3_000;
const REBALANCE_MILLISECONDS = 30_000;

/** kafkajs's levels, which are numbers. */
const WARN = 2;

/**
 * The one place that loads kafkajs, and only when it is used: most processes run without Kafka. Few retries and short
 * timeouts: the relay and the members are the outer retry, and on kafkajs's defaults a send to a broker that hangs hangs
 * for 45 s. The producer is not idempotent (kafkajs's has lost messages); consumers deduplicate.
 */
export function createKafkaClients({ brokers, clientId, ssl, sasl }: KafkaConnection, logger: Logger): KafkaClients {
  const retry = { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 };
  const config: KafkaConfig = {
    brokers: [...brokers],
    clientId,
    connectionTimeout: CONNECTION_MILLISECONDS,
    requestTimeout: REQUEST_MILLISECONDS,
    enforceRequestTimeout: true,
    retry,
    logLevel: WARN,
    logCreator: () => (entry) => writeLog(logger, entry),
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
  };
  const load = async (): Promise<{ readonly kafka: Kafka; readonly module: typeof import('kafkajs') }> => {
    ignoreNegativeTimeouts();
    const module = await import('kafkajs');
    return { kafka: new module.Kafka(config), module };
  };
  return {
    producer: async () => {
      const { kafka, module } = await load();
      const createPartitioner = module.Partitioners.DefaultPartitioner;
      return kafka.producer({ createPartitioner, allowAutoTopicCreation: false, idempotent: false, retry });
    },
    admin: async () => (await load()).kafka.admin({ retry }),
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
function writeLog(logger: Logger, { namespace, level, log }: LogEntry): void {
  const { message, timestamp: _timestamp, logger: _logger, ...fields } = log;
  const text = `kafkajs ${namespace}: ${message}`;
  if (level <= WARN) logger.warn(fields, text);
  else logger.debug(fields, text);
}
