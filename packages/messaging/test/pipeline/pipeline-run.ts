import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { type Lifecycle, silentLogger, StoreUnavailableError, systemClock } from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createRelay,
  createStoredDeadLetters,
  type DeadLetterStore,
  type EventBus,
  type EventConsumer,
  replayDeadLetters,
  SequenceGapError,
} from '@hiregraph/messaging';
import {
  type AggregateStore,
  createEmbeddedEngine,
  openStorage,
  type ProjectionStore,
  type Storage,
} from '@hiregraph/storage';
import { TEST_TENANT, waitUntil } from '@hiregraph/testkit';

interface Count {
  readonly count: number;
}

const AGGREGATES = 30;
const WRITES = 12;
const POISONED = 'app_7';
const WITHOUT_DELAY = { backoffBase: 1, backoffCap: 5 };

/**
 * The whole way of an event over a bus: aggregates that are written at once, two relays on their store, two consumers
 * that share a group and fail now and then, one of which is replaced on the way, and one key that is poison until it is
 * mended. At the end every projection is what its aggregate is.
 */
export async function runPipeline(bus: EventBus): Promise<void> {
  const topic = `test.${randomUUID()}`;
  await bus.ensureTopics([{ name: topic, partitions: 4 }]);
  const source = await openSource(topic);
  const target = await openTarget();
  const consumer = new FlakyConsumer(topic, target.rows);
  const relays = [source, source].map(({ storage }) =>
    createRelay({ source: storage.outbox, bus, clock: systemClock, logger: silentLogger }),
  );
  await Promise.all(relays.map((relay) => relay.start()));
  const startRunner = async (): Promise<Lifecycle> => {
    const parts = { bus, consumers: [consumer], deadLetters: target.deadLetters, limits: WITHOUT_DELAY };
    const runner = createConsumerRunner({ ...parts, clock: systemClock, logger: silentLogger });
    await runner.start();
    return runner;
  };
  let runners = [await startRunner(), await startRunner()];
  try {
    await writeAll(source.counts, WRITES / 2);
    await runners[0]?.stop();
    runners = [...runners.slice(1), await startRunner()];
    await writeAll(source.counts, WRITES / 2);
    await waitUntil('every event to be taken in, or parked', async () => await isSettled(bus, consumer, target));
    const parked = { group: consumer.group, tenantId: TEST_TENANT, key: POISONED };
    expect(await target.deadLetters.find(parked)).not.toBeNull();
    consumer.mended = true;
    expect(await replayDeadLetters(target.deadLetters, [consumer], parked)).toMatchObject({ released: true });
    for (const id of ids()) expect(await target.rows.load(TEST_TENANT, id)).toMatchObject({ sequence: WRITES });
    expect(consumer.gaps).toBe(0);
    expect(consumer.failures).toBeGreaterThan(0);
  } finally {
    await Promise.all(runners.map((runner) => runner.stop()));
    await Promise.all(relays.map((relay) => relay.stop()));
    await Promise.all([source.storage.stop(), target.storage.stop()]);
  }
}

class FlakyConsumer implements EventConsumer {
  readonly group = `test.${randomUUID()}`;
  readonly topics: readonly string[];
  readonly #rows: ProjectionStore<Count>;
  mended = false;
  failures = 0;
  gaps = 0;
  #handled = 0;

  constructor(topic: string, rows: ProjectionStore<Count>) {
    this.topics = [topic];
    this.#rows = rows;
  }

  async handle(event: Parameters<EventConsumer['handle']>[0]): Promise<void> {
    this.#handled += 1;
    if (this.#handled % 17 === 0 && !this.mended) {
      this.failures += 1;
      throw new StoreUnavailableError('The store is away for a moment.');
    }
    if (event.subject === POISONED && event.sequence === 3 && !this.mended) throw new TypeError('It is poison.');
    const at = { sequence: event.sequence, at: event.time };
    const result = await this.#rows.apply(event.tenantid, event.subject, at, (row) => ({
      count: (row?.count ?? 0) + 1,
    }));
    if (result !== 'gap') return;
    this.gaps += 1;
    throw new SequenceGapError(event, null);
  }
}

function ids(): string[] {
  return Array.from({ length: AGGREGATES }, (_, index) => `app_${index}`);
}

async function openSource(topic: string): Promise<{ storage: Storage; counts: AggregateStore<Count> }> {
  const storage = openTestStorage();
  const counts = storage.aggregates<Count>({
    name: 'count',
    collection: 'counts',
    topic,
    service: 'candidate',
    indexes: [],
  });
  await storage.start();
  return { storage, counts };
}

interface Target {
  readonly storage: Storage;
  readonly rows: ProjectionStore<Count>;
  readonly deadLetters: DeadLetterStore;
}

async function openTarget(): Promise<Target> {
  const storage = openTestStorage();
  const rows = storage.projections<Count>({ collection: 'rows', indexes: [] });
  const deadLetters = createStoredDeadLetters({ storage, service: 'candidate', clock: systemClock });
  await storage.start();
  return { storage, rows, deadLetters };
}

function openTestStorage(): Storage {
  const parts = { clock: systemClock, logger: silentLogger };
  return openStorage({ ...parts, engine: createEmbeddedEngine({ ...parts, freeze: true }), service: 'candidate' });
}

/** So many writes of every aggregate, all aggregates at once. */
async function writeAll(counts: AggregateStore<Count>, writes: number): Promise<void> {
  await Promise.all(
    ids().map(async (id) => {
      for (let write = 0; write < writes; write++) await writeOne(counts, id);
    }),
  );
}

async function writeOne(counts: AggregateStore<Count>, id: string): Promise<void> {
  const commandId = randomUUID();
  const command = { commandId, trace: { correlationId: commandId, causationId: commandId } };
  const next = (count: number, time: string) => ({
    state: { count },
    events: [{ type: 'com.hiregraph.test.counted.v1', data: { count }, time }],
    visible: true,
  });
  if ((await counts.load(TEST_TENANT, id)) === null) {
    await counts.create(TEST_TENANT, id, command, (now) => next(1, now));
  } else {
    await counts.change(TEST_TENANT, id, command, ({ state }, now) => next(state.count + 1, now));
  }
}

async function isSettled(bus: EventBus, consumer: FlakyConsumer, { rows }: Target): Promise<boolean> {
  const found = await rows.loadMany(TEST_TENANT, ids());
  const done = ids().every((id) => id === POISONED || found.get(id)?.sequence === WRITES);
  if (!done) return false;
  const lag = Object.values(await bus.lag(consumer.group, consumer.topics));
  return lag.every((records) => records === 0);
}
