import type { EventEnvelope } from '@hiregraph/kernel';
import type { Producer } from 'kafkajs';
import type { Scheduler } from '../scheduler.ts';
import type { KafkaClients } from './kafka-client.ts';
import { publishError, unavailable } from './kafka-errors.ts';
import { type Message, partsOf, toMessage } from './kafka-messages.ts';

/**
 * More than all of kafkajs's tries take. Whatever it should wait for without end, the relay does not: it has one publish in
 * flight a topic, and nothing of that topic would ever go out again.
 */
const PUBLISH_MILLISECONDS = 30_000;

interface Session {
  readonly producer: Producer;
  readonly connected: Promise<void>;
}

/** Sends events with one producer, made anew when it cannot connect or does not settle. */
export class KafkaPublisher {
  readonly #clients: KafkaClients;
  readonly #scheduler: Scheduler;
  #session: Promise<Session> | null = null;
  #stopped = false;

  constructor(clients: KafkaClients, scheduler: Scheduler) {
    this.#clients = clients;
    this.#scheduler = scheduler;
  }

  /** So that the first publish finds a connection. @throws when there is none to be had */
  async connect(): Promise<void> {
    await (await this.#current()).connected;
  }

  /** @throws EventRefusedError for good, StoreUnavailableError when it may pass */
  async publish(topic: string, events: readonly EventEnvelope[]): Promise<void> {
    try {
      const messages = events.map(toMessage);
      const session = this.#current();
      await this.#within(session, sendAll(session, topic, messages));
    } catch (error) {
      throw publishError(error);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#session !== null) await this.#retire(this.#session);
  }

  async #within(session: Promise<Session>, work: Promise<void>): Promise<void> {
    const over = new AbortController();
    const late = this.#scheduler.wait(PUBLISH_MILLISECONDS, over.signal).then(() => 'late' as const);
    const outcome = await Promise.race([work, late]).finally(() => over.abort());
    if (outcome !== 'late') return;
    // Not awaited: whoever waits for this publish has waited long enough.
    void this.#retire(session);
    throw new Error(`no answer within ${PUBLISH_MILLISECONDS} ms`);
  }

  #current(): Promise<Session> {
    if (this.#stopped) return Promise.reject(unavailable('is not used any more', 'the bus is stopped'));
    if (this.#session !== null) return this.#session;
    const session = beginSession(this.#clients);
    this.#session = session;
    session.then(({ connected }) => connected).catch(() => this.#retire(session));
    return session;
  }

  async #retire(session: Promise<Session>): Promise<void> {
    if (this.#session === session) this.#session = null;
    const begun = await session.catch(() => null);
    if (begun !== null) await this.#clients.end(begun.producer);
  }
}

async function beginSession(clients: KafkaClients): Promise<Session> {
  const producer = await clients.producer();
  return { producer, connected: producer.connect() };
}

/** One after another, so that a key's events keep their order; what is too much for one send goes in several. */
async function sendAll(session: Promise<Session>, topic: string, messages: readonly Message[]): Promise<void> {
  const { producer, connected } = await session;
  await connected;
  for (const part of partsOf(messages)) await producer.send({ topic, acks: -1, messages: [...part] });
}
