import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { silentLogger, systemClock, toInstant } from '@hiregraph/kernel';
import { createConsumerRunner, createEmbeddedBus, createMemoryDeadLetters, createRelay } from '@hiregraph/messaging';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import { TEST_TENANT, waitUntil } from '@hiregraph/testkit';

const PARTS = { clock: systemClock, logger: silentLogger };
const TOPIC = 'test.drained';
const AGGREGATES = 60;

/**
 * One life of a service on a folder: its store, its relay, the bus, and a consumer that takes its time.
 * @returns the ids of the events that were handled
 */
async function live(directory: string, work: (life: Life) => Promise<void>): Promise<readonly string[]> {
  const storage = openStorage({
    ...PARTS,
    engine: createEmbeddedEngine({ ...PARTS, directory: join(directory, 'store'), name: 'candidate' }),
    service: 'candidate',
  });
  const definition = { name: 'count', collection: 'counts', topic: TOPIC, service: 'candidate', indexes: [] } as const;
  const counts = storage.aggregates<{ count: number }>(definition);
  const bus = createEmbeddedBus({ ...PARTS, directory: join(directory, 'bus') });
  await bus.start();
  await bus.ensureTopics([{ name: TOPIC, partitions: 3 }]);
  await storage.start();
  const relay = createRelay({ ...PARTS, source: storage.outbox, bus });
  const began: string[] = [];
  const done: string[] = [];
  const handle = async ({ id }: { readonly id: string }): Promise<void> => {
    began.push(id);
    await delay(5);
    done.push(id);
  };
  const consumers = [{ group: 'test.drained', topics: [TOPIC], handle }];
  const runner = createConsumerRunner({ ...PARTS, bus, consumers, deadLetters: createMemoryDeadLetters() });
  await relay.start();
  await runner.start();
  const create = async (id: string): Promise<void> => {
    const command = { commandId: id, trace: { correlationId: id, causationId: id } };
    const event = { type: 'com.hiregraph.test.counted.v1', data: {} };
    await counts.create(TEST_TENANT, id, command, (time) => ({
      state: { count: 1 },
      events: [{ ...event, time }],
      visible: true,
    }));
  };
  await work({ create, began, done });
  // In the order in which a service stops.
  await runner.stop();
  await relay.stop();
  expect(await storage.outbox.findStale(toInstant(systemClock.now() + 1_000), 1)).toEqual([]);
  await storage.stop();
  await bus.stop();
  expect(began).toEqual(expect.arrayContaining(done));
  expect(began).toHaveLength(done.length);
  return done;
}

interface Life {
  create(id: string): Promise<void>;
  readonly began: readonly string[];
  readonly done: readonly string[];
}

describe('a service on the embedded engines that is told to stop', () => {
  test('sends what it committed, ends what it has in hand, and goes on behind it at the next start', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hiregraph-drain-'));
    const ids = Array.from({ length: AGGREGATES }, (_, index) => `app_${index}`);
    try {
      const before = await live(directory, async ({ create, began }) => {
        await Promise.all(ids.map(create));
        await waitUntil('the consumer to be at work', () => began.length > 0);
      });
      expect(before.length).toBeLessThan(AGGREGATES);
      const after = await live(directory, async ({ done }) => {
        await waitUntil('the rest', () => before.length + done.length >= AGGREGATES);
      });
      expect([...before, ...after].sort()).toEqual(ids.map((id) => `${id}:1`).sort());
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
