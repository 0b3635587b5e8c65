import { createManualClock, type EventEnvelope, silentLogger, StoreUnavailableError } from '@hiregraph/kernel';
import { createRelay, type EventBus, type MessagingFailpoint } from '@hiregraph/messaging';
import type { OutboxSource } from '@hiregraph/storage';
import { createManualScheduler, settle } from '@hiregraph/testkit';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { MemoryOutbox } from './memory-outbox.ts';

type Publisher = Pick<EventBus, 'publish'>;

/** A relay with a mistake, made by giving a correct one ports that do something else than they say. */
export interface RelayMutant {
  readonly mistake: string;
  source?(source: OutboxSource, random: () => number): OutboxSource;
  bus?(bus: Publisher): Publisher;
}

const NEVER = new Promise<never>(() => undefined);
const AGGREGATES = 4;
const STEPS = 60;
const STEPS_TO_CALM = 60;

/**
 * Two relays on one store, which die at failpoints and are replaced, a broker that refuses, fails before and fails after
 * it took a batch, and commits whose announcement a crash swallows. At the end all is calm.
 * @returns what is wrong with what lies on the topic, as sentences; empty when the law holds
 */
export async function simulateRelays(seed: number, mutant?: RelayMutant): Promise<readonly string[]> {
  const random = createSeededRandom(seed).next;
  const clock = createManualClock('2026-01-05T08:00:00.000Z');
  const scheduler = createManualScheduler(clock);
  const outbox = new MemoryOutbox(clock);
  const topic: EventEnvelope[] = [];
  let calm = false;
  const chance = (probability: number): boolean => !calm && random() < probability;

  const broker: Publisher = {
    publish: async (_topic, events) => {
      await settle(Math.floor(random() * 4));
      if (chance(0.1)) throw new StoreUnavailableError('Nothing was taken.');
      topic.push(...events);
      await settle(Math.floor(random() * 4));
      if (chance(0.1)) throw new StoreUnavailableError('Taken, and the answer got lost.');
    },
  };

  /** A process: its own announcements, and ports that hang for ever once it has died. */
  function begin(): { readonly own: MemoryOutbox; readonly isDead: () => boolean } {
    const own = new MemoryOutbox(clock);
    let dead = false;
    const orHang = <T>(work: Promise<T>): Promise<T> => (dead ? NEVER : work.then((value) => (dead ? NEVER : value)));
    const port: OutboxSource = {
      onCommitted: (listener) => own.onCommitted(listener),
      pending: (aggregate) => (dead ? NEVER : orHang(outbox.pending(aggregate))),
      pull: (aggregate, sequences) => (dead ? NEVER : orHang(outbox.pull(aggregate, sequences))),
      findStale: (olderThan, limit) => (dead ? NEVER : orHang(outbox.findStale(olderThan, limit))),
    };
    const guarded: Publisher = {
      publish: (name, events) => (dead ? NEVER : orHang(broker.publish(name, events))),
    };
    const failpoints = (_point: MessagingFailpoint): Promise<void> | void => {
      if (chance(0.04)) dead = true;
      return dead ? NEVER : undefined;
    };
    const relay = createRelay({
      source: mutant?.source?.(port, random) ?? port,
      bus: mutant?.bus?.(guarded) ?? guarded,
      clock,
      scheduler,
      random,
      failpoints,
      logger: silentLogger,
      limits: { batchEvents: 4, queuedAggregates: 3 },
    });
    void relay.start();
    return { own, isDead: () => dead };
  }

  const processes = [begin(), begin()];
  for (let step = 0; step < STEPS + STEPS_TO_CALM; step++) {
    calm = step >= STEPS;
    for (const [at, process] of processes.entries()) if (process.isDead()) processes[at] = begin();
    const committing = processes[Math.floor(random() * processes.length)];
    if (!calm && committing !== undefined) {
      const id = `app_${Math.floor(random() * AGGREGATES)}`;
      const committed = outbox.write(id, 1 + Math.floor(random() * 3));
      if (!chance(0.1)) committing.own.announce(committed);
    }
    await settle(Math.floor(random() * 3));
    if (chance(0.3) || calm) await scheduler.advance(random() * 3_000);
  }
  return faultsOf(topic, outbox);
}

/** What a consumer that takes each sequence right after the one before would complain of. */
function faultsOf(topic: readonly EventEnvelope[], outbox: MemoryOutbox): readonly string[] {
  const faults: string[] = [];
  const applied = new Map<string, number>();
  const known = new Set(outbox.committed.map(({ id }) => id));
  for (const { id, subject, sequence } of topic) {
    const last = applied.get(subject) ?? 0;
    if (!known.has(id)) faults.push(`${id} was never committed`);
    if (sequence > last + 1) faults.push(`${id} came after ${last}`);
    applied.set(subject, Math.max(last, sequence));
  }
  const arrived = new Set(topic.map(({ id }) => id));
  for (const { id } of outbox.committed) if (!arrived.has(id)) faults.push(`${id} was lost`);
  if (outbox.waiting > 0) faults.push(`${outbox.waiting} events still wait`);
  return faults;
}
