import type { EventEnvelope, Logger } from '@hiregraph/kernel';
import type { Admin } from 'kafkajs';
import { backoff } from '../backoff.ts';
import type { EventBus, GroupMember, GroupOptions, PositionVector, ReadOptions, TopicSpec } from '../event-bus.ts';
import { partitionName } from '../position-vector.ts';
import { type Scheduler, systemScheduler } from '../scheduler.ts';
import { createKafkaClients, type KafkaClients, type KafkaConnection } from './kafka-client.ts';
import { accessError, isLasting, isPassing, unavailable } from './kafka-errors.ts';
import { KafkaMembership } from './kafka-member.ts';
import { KafkaPublisher } from './kafka-publisher.ts';
import { readKafka, withAdmin } from './kafka-read.ts';
import { ensureKafkaTopics, type TopicSettings } from './kafka-topics.ts';

export interface KafkaBusOptions extends KafkaConnection {
  readonly topics: TopicSettings;
  readonly logger: Logger;
  readonly scheduler?: Scheduler;
  readonly random?: () => number;
}

const BACKOFF = { base: 500, cap: 10_000 };
/** Of a question that the brokers cannot answer yet. */
const ASKED_TIMES = 4;

/**
 * The EventBus on Apache Kafka. Starts and serves without it: connections are made in the background and again whenever
 * they break, publishes are refused retryably meanwhile, and `ensureTopics` resolves when the brokers have been asked,
 * so nobody should wait for it before serving.
 */
export function createKafkaBus(options: KafkaBusOptions): EventBus {
  return new KafkaBus(options);
}

class KafkaBus implements EventBus {
  readonly #options: KafkaBusOptions;
  readonly #clients: KafkaClients;
  readonly #scheduler: Scheduler;
  readonly #random: () => number;
  readonly #members = new Set<KafkaMembership>();
  readonly #publisher: KafkaPublisher;
  readonly #stopping = new AbortController();

  constructor(options: KafkaBusOptions) {
    this.#options = options;
    this.#scheduler = options.scheduler ?? systemScheduler;
    this.#random = options.random ?? Math.random;
    this.#clients = createKafkaClients(options, options.logger, this.#scheduler);
    this.#publisher = new KafkaPublisher(this.#clients, this.#scheduler);
  }

  async start(): Promise<void> {
    this.#publisher.connect().catch((error: unknown) => {
      this.#options.logger.warn({ error }, 'Kafka cannot be reached yet; it is tried again with the next publish.');
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all([...this.#members].map((member) => member.stop()));
    await this.#publisher.stop();
    await this.#clients.close();
  }

  async ensureTopics(specs: readonly TopicSpec[]): Promise<void> {
    const { signal } = this.#stopping;
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        const resource = await this.#clients.topicResource();
        const parts = { settings: this.#options.topics, logger: this.#options.logger, resource };
        await this.#asAdmin((admin) => ensureKafkaTopics(admin, specs, parts));
        return;
      } catch (error) {
        const lasting = accessError(error, this.#options) ?? error;
        if (isLasting(lasting)) throw lasting;
        this.#options.logger.warn({ error, failures }, 'Topics could not be verified; it is tried again.');
        await this.#scheduler.wait(backoff(failures, this.#random, BACKOFF), signal);
      }
    }
  }

  publish(topic: string, events: readonly EventEnvelope[]): Promise<void> {
    return this.#publisher.publish(topic, events);
  }

  async subscribe(options: GroupOptions): Promise<GroupMember> {
    const parts = {
      clients: this.#clients,
      logger: this.#options.logger,
      scheduler: this.#scheduler,
      random: this.#random,
    };
    const member = new KafkaMembership(options, parts);
    this.#members.add(member);
    return {
      stop: async () => {
        await member.stop();
        this.#members.delete(member);
      },
    };
  }

  async *read(options: ReadOptions): ReturnType<typeof readKafka> {
    const [earliest, latest] = await Promise.all([this.earliest(options.topics), this.latest(options.topics)]);
    const parts = { clients: this.#clients, logger: this.#options.logger, stopping: this.#stopping.signal };
    yield* readKafka(parts, { earliest, latest }, options);
  }

  earliest(topics: readonly string[]): Promise<PositionVector> {
    return this.#offsets(topics, 'low');
  }

  latest(topics: readonly string[]): Promise<PositionVector> {
    return this.#offsets(topics, 'high');
  }

  async lag(group: string, topics: readonly string[]): Promise<PositionVector> {
    // One connection for all: this is asked every few seconds.
    return await this.#ask(async (admin) => {
      const committed = await admin.fetchOffsets({ groupId: group, topics: [...topics] });
      const lags = await Promise.all(
        committed.map(async ({ topic, partitions }) => {
          const ends = new Map((await admin.fetchTopicOffsets(topic)).map((end) => [end.partition, end]));
          return partitions.map(({ partition, offset }) => {
            const { low = '0', high = '0' } = ends.get(partition) ?? {};
            // -1: nothing was committed yet.
            const next = Math.max(Number(low), Number(offset));
            return [partitionName(topic, partition), Math.max(0, Number(high) - next)] as const;
          });
        }),
      );
      return Object.fromEntries(lags.flat());
    });
  }

  async #offsets(topics: readonly string[], end: 'low' | 'high'): Promise<PositionVector> {
    const found = await this.#ask((admin) =>
      Promise.all(
        topics.map(async (topic) => {
          const partitions = await admin.fetchTopicOffsets(topic);
          return partitions.map((offsets) => [partitionName(topic, offsets.partition), Number(offsets[end])] as const);
        }),
      ),
    );
    return Object.fromEntries(found.flat());
  }

  async #ask<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const { signal } = this.#stopping;
    for (let failures = 1; ; failures++) {
      try {
        return await this.#asAdmin(work);
      } catch (error) {
        if (failures >= ASKED_TIMES || signal.aborted || !isPassing(error))
          throw unavailable('could not be asked', error);
        await this.#scheduler.wait(backoff(failures, this.#random, BACKOFF), signal);
      }
    }
  }

  #asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    return withAdmin(this.#clients, work);
  }
}
