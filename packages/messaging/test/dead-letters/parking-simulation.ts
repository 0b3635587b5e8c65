import { createManualClock, type EventEnvelope, silentLogger } from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createMemoryDeadLetters,
  type DeadLetterStore,
  type EventConsumer,
  replayDeadLetters,
} from '@hiregraph/messaging';
import { createManualScheduler, settle, TEST_TENANT, testEvents } from '@hiregraph/testkit';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { SequenceGapError } from '../../src/event-consumer.ts';
import { BatchBus, TOPIC } from '../consumer/batch-bus.ts';

/** Dead letters or a parking with a mistake. */
export interface ParkingMutant {
  readonly mistake: string;
  store(store: DeadLetterStore): DeadLetterStore;
}

const GROUP = 'candidate.jobs';
const KEYS = ['job_1', 'job_2'];
const LAST = 18;
const POISON_EVERY = 3;
const TRIES_UNTIL_MENDED = 2;

/**
 * A consumer that applies each sequence right after the one before, with events that are poison until they were tried twice, a
 * runner that dies now and then and begins again at its committed offset, and replays that run beside it.
 * @returns what is wrong at the end, as sentences; empty when every event was handled right after the one before and nothing is left
 */
export async function simulateParking(seed: number, mutant?: ParkingMutant): Promise<readonly string[]> {
  const random = createSeededRandom(seed).next;
  const clock = createManualClock('2026-01-05T08:00:00.000Z');
  const plain = slowed(createMemoryDeadLetters(), random);
  const store = mutant?.store(plain) ?? plain;
  const applied = new Map<string, number>();
  const faults: string[] = [];
  const tries = new Map<string, number>();

  const consumer: EventConsumer = {
    group: GROUP,
    topics: [TOPIC],
    handle: async (event) => {
      await settle(Math.floor(random() * 2));
      const last = applied.get(event.subject) ?? 0;
      if (event.sequence <= last) return;
      if (event.sequence > last + 1) {
        faults.push(`${event.id} was handled after ${last}`);
        throw new SequenceGapError(event, last);
      }
      tries.set(event.id, (tries.get(event.id) ?? 0) + 1);
      const isMended = (tries.get(event.id) ?? 0) > TRIES_UNTIL_MENDED;
      if (event.sequence % POISON_EVERY === 0 && !isMended) throw new TypeError('It is poison.');
      applied.set(event.subject, event.sequence);
    },
  };
  const replayAll = async (): Promise<void> => {
    for (const key of KEYS) await replayDeadLetters(store, [consumer], { group: GROUP, tenantId: TEST_TENANT, key });
  };

  const events = interleaved(random);
  const replays: Promise<void>[] = [];
  for (let offset = 0; offset < events.length; ) {
    const bus = new BatchBus();
    let dies = random() < 0.4;
    await createConsumerRunner({
      bus,
      consumers: [consumer],
      deadLetters: store,
      clock,
      logger: silentLogger,
      scheduler: createManualScheduler(clock),
      random,
      failpoints: () => {
        if (!dies || random() > 0.3) return undefined;
        dies = false;
        return new Promise(() => undefined);
      },
    }).start();
    const delivery = bus.deliver(events.slice(offset, offset + 1 + Math.floor(random() * 6)), offset);
    if (random() < 0.8) replays.push(replayAll());
    await Promise.race([delivery.done, settle(150)]);
    offset = delivery.commits.at(-1) ?? offset;
  }
  await Promise.all(replays);
  for (let round = 0; round < LAST * TRIES_UNTIL_MENDED; round++) await replayAll();
  return [...faults, ...(await remainsOf(applied, store))];
}

async function remainsOf(applied: ReadonlyMap<string, number>, store: DeadLetterStore): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const key of KEYS) {
    if (applied.get(key) !== LAST) faults.push(`${key} was applied up to ${applied.get(key) ?? 0} only`);
    const left = await store.letters({ group: GROUP, tenantId: TEST_TENANT, key }, 100);
    if (left.length > 0) faults.push(`${left.length} letters of ${key} are left`);
  }
  for (const { key } of await store.list(TEST_TENANT, GROUP, 100)) faults.push(`${key} is still parked`);
  return faults;
}

/** The events of all keys, each in order. */
function interleaved(random: () => number): readonly EventEnvelope[] {
  const queues = KEYS.map((key) => testEvents(key, 1, LAST));
  const events: EventEnvelope[] = [];
  while (queues.some((queue) => queue.length > 0)) {
    const event = queues[Math.floor(random() * queues.length)]?.shift();
    if (event !== undefined) events.push(event);
  }
  return events;
}

/** Every call takes a while before it does its work, so that others come in between. */
function slowed(store: DeadLetterStore, random: () => number): DeadLetterStore {
  const wait = (): Promise<void> => settle(Math.floor(random() * 4));
  return {
    parkedAmong: async (refs) => wait().then(() => store.parkedAmong(refs)),
    find: async (ref) => wait().then(() => store.find(ref)),
    mark: async (ref, since, reason) => wait().then(() => store.mark(ref, since, reason)),
    touch: async (ref) => wait().then(() => store.touch(ref)),
    unmark: async (ref, version) => wait().then(() => store.unmark(ref, version)),
    put: async (letter) => wait().then(() => store.put(letter)),
    letters: async (ref, limit) => wait().then(() => store.letters(ref, limit)),
    remove: async (letter) => wait().then(() => store.remove(letter)),
    list: async (tenantId, group, limit) => store.list(tenantId, group, limit),
  };
}
