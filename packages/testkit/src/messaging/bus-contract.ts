import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type BusRecord,
  type EventBus,
  EventRefusedError,
  type GroupMember,
  type GroupOptions,
  PositionGoneError,
  partitionOf,
  type RecordBatch,
} from '@hiregraph/messaging';
import { testEvent, testEvents } from './test-events.ts';
import { waitUntil } from './wait-until.ts';

/** Where a bus under test lives. */
export interface BusHarness {
  /** A started bus. */
  readonly bus: EventBus;
  /** Stops the bus and opens it again over what it kept; absent where it keeps nothing. */
  readonly reopen?: () => Promise<EventBus>;
  /** Stops the bus and removes what it kept. */
  close(): Promise<void>;
}

/**
 * What every EventBus must do.
 * @param makeHarness one with `reopen`, unless the bus is in memory
 */
export function busContract(name: string, kind: 'durable' | 'in memory', makeHarness: () => Promise<BusHarness>): void {
  describe(`the event bus (${name})`, () => {
    let harness: BusHarness;
    let bus: EventBus;
    let members: GroupMember[];
    const topic = (): string => `test.${randomUUID()}`;
    const newTopic = async (partitions = 3): Promise<string> => {
      const created = topic();
      await bus.ensureTopics([{ name: created, partitions }]);
      return created;
    };
    const subscribe = async (options: GroupOptions): Promise<GroupMember> => {
      const member = await bus.subscribe(options);
      members.push(member);
      return member;
    };

    beforeEach(async () => {
      harness = await makeHarness();
      bus = harness.bus;
      members = [];
    });
    afterEach(async () => {
      await Promise.all(members.map((member) => member.stop()));
      await harness.close();
    });

    test('gives back what was published, under the subject as key', async () => {
      const name = await newTopic();
      const event = testEvent('app_1', 1, { text: 'Zürich – 東京', nested: { list: [1, null, true] } });
      await bus.publish(name, [event]);
      const records = await readAll(bus, name);
      expect(records).toHaveLength(1);
      expect(records[0]).toMatchObject({ topic: name, key: 'app_1', offset: 0 });
      expect(records[0]?.event).toEqual(event);
    });

    test("puts a key always into the partition that Kafka's default partitioner gives it", async () => {
      const name = await newTopic(5);
      const keys = Array.from({ length: 20 }, (_, index) => `app_${index}`);
      await bus.publish(
        name,
        keys.flatMap((key) => testEvents(key, 1, 2)),
      );
      await bus.publish(
        name,
        keys.map((key) => testEvent(key, 3)),
      );
      const records = await readAll(bus, name);
      expect(records).toHaveLength(60);
      for (const { key, partition } of records) expect(partition).toBe(partitionOf(key, 5));
    });

    test('keeps the order of a key over many publishes at once', async () => {
      const name = await newTopic();
      await Promise.all([
        publishOneByOne(bus, name, 'app_a', 40),
        publishOneByOne(bus, name, 'app_b', 40),
        publishOneByOne(bus, name, 'app_c', 40),
      ]);
      const records = await readAll(bus, name);
      for (const key of ['app_a', 'app_b', 'app_c']) expect(sequencesOf(records, key)).toEqual(upTo(40));
    });

    test('takes a large batch whole', async () => {
      const name = await newTopic();
      const events = Array.from({ length: 100 }, (_, key) => testEvents(`app_${key}`, 1, 30)).flat();
      await bus.publish(name, events);
      const records = await readAll(bus, name);
      expect(records).toHaveLength(3_000);
      for (let key = 0; key < 100; key++) expect(sequencesOf(records, `app_${key}`)).toEqual(upTo(30));
    });

    test('makes a topic once and refuses another number of partitions', async () => {
      const name = await newTopic(3);
      await expect(bus.ensureTopics([{ name, partitions: 3 }])).resolves.toBeUndefined();
      await expect(bus.ensureTopics([{ name, partitions: 4 }])).rejects.toThrow(/partitions/);
    });

    test('refuses for good an event that is too large, and takes nothing of its batch', async () => {
      const name = await newTopic();
      const large = testEvent('app_1', 1, { text: 'x'.repeat(2 * 1024 * 1024) });
      await expect(bus.publish(name, [large])).rejects.toBeInstanceOf(EventRefusedError);
      expect(await readAll(bus, name)).toEqual([]);
    });

    test('hands a group every record, in order for a key', async () => {
      const name = await newTopic();
      const got = collector();
      await subscribe({ group: randomUUID(), topics: [name], from: 'earliest', onBatch: got.onBatch });
      for (const key of ['app_a', 'app_b']) await bus.publish(name, testEvents(key, 1, 25));
      await waitUntil('50 records', () => got.records.length >= 50);
      expect(sequencesOf(got.records, 'app_a')).toEqual(upTo(25));
      expect(sequencesOf(got.records, 'app_b')).toEqual(upTo(25));
    });

    test('hands the members of a group different partitions, one batch of a partition at a time', async () => {
      const name = await newTopic(4);
      const group = randomUUID();
      const first = collector();
      const second = collector();
      await subscribe({ group, topics: [name], from: 'earliest', onBatch: first.onBatch });
      await subscribe({ group, topics: [name], from: 'earliest', onBatch: second.onBatch });
      let sequence = 0;
      const received = (): number => distinct([...first.records, ...second.records]);
      await waitUntil('both members to get something', async () => {
        if (received() < 12 * sequence) return false;
        sequence += 1;
        const current = sequence;
        await bus.publish(
          name,
          Array.from({ length: 12 }, (_, key) => testEvent(`app_${key}`, current)),
        );
        return first.records.length > 0 && second.records.length > 0;
      });
      await waitUntil('every record', () => received() === 12 * sequence);
      expect(first.overlaps + second.overlaps).toBe(0);
    });

    test('gives the partitions of a member that leaves to those who stay', async () => {
      const name = await newTopic(4);
      const group = randomUUID();
      const first = collector();
      const second = collector();
      const leaving = await bus.subscribe({ group, topics: [name], from: 'earliest', onBatch: first.onBatch });
      await subscribe({ group, topics: [name], from: 'earliest', onBatch: second.onBatch });
      const keys = Array.from({ length: 12 }, (_, key) => `app_${key}`);
      await bus.publish(
        name,
        keys.map((key) => testEvent(key, 1)),
      );
      await waitUntil('the first round', () => distinct([...first.records, ...second.records]) === 12);
      await leaving.stop();
      const before = first.records.length;
      await bus.publish(
        name,
        keys.map((key) => testEvent(key, 2)),
      );
      await waitUntil('the second round at the one who stayed', () =>
        keys.every((key) => sequencesOf(second.records, key).includes(2)),
      );
      expect(first.records).toHaveLength(before);
    });

    test('delivers again from the committed offset when a batch fails', async () => {
      const name = await newTopic(1);
      await bus.publish(name, testEvents('app_1', 1, 10));
      const seen: number[][] = [];
      await subscribe({
        group: randomUUID(),
        topics: [name],
        from: 'earliest',
        onBatch: async (batch) => {
          seen.push(batch.records.map(({ offset }) => offset));
          const last = batch.records.at(-1)?.offset ?? 0;
          if (seen.length === 1) {
            await batch.commit((batch.records[0]?.offset ?? 0) + 1);
            throw new Error('This batch fails after its first record.');
          }
          await batch.commit(last + 1);
        },
      });
      await waitUntil('the last record', () => seen.length > 1 && (seen.at(-1) ?? []).includes(9));
      expect(seen[0]?.[0]).toBe(0);
      expect(seen[1]?.[0]).toBe(1);
      expect(new Set(seen.flat())).toEqual(new Set(upTo(10).map((sequence) => sequence - 1)));
    });

    test('delivers again what a batch left uncommitted', async () => {
      const name = await newTopic(1);
      await bus.publish(name, testEvents('app_1', 1, 6));
      const firsts: number[] = [];
      await subscribe({
        group: randomUUID(),
        topics: [name],
        from: 'earliest',
        onBatch: async (batch) => {
          const first = batch.records[0]?.offset ?? 0;
          firsts.push(first);
          await batch.commit(first + 2);
        },
      });
      await waitUntil('the last pair', () => firsts.includes(4));
      expect(firsts.slice(0, 3)).toEqual([0, 2, 4]);
    });

    test('lets two groups go at their own pace', async () => {
      const name = await newTopic();
      await bus.publish(name, testEvents('app_1', 1, 5));
      const slow = randomUUID();
      const got = collector();
      await subscribe({
        group: slow,
        topics: [name],
        from: 'earliest',
        onBatch: async () => {
          throw new Error('This group never gets anywhere.');
        },
      });
      await subscribe({ group: randomUUID(), topics: [name], from: 'earliest', onBatch: got.onBatch });
      await waitUntil('the other group', () => got.records.length === 5);
      expect(sum(await bus.lag(slow, [name]))).toBe(5);
    });

    test('begins at the end for a group that asks for the latest', async () => {
      const name = await newTopic(1);
      await bus.publish(name, testEvents('app_1', 1, 3));
      const got = collector();
      await subscribe({ group: randomUUID(), topics: [name], from: 'latest', onBatch: got.onBatch });
      let sequence = 3;
      await waitUntil('a new record', async () => {
        sequence += 1;
        await bus.publish(name, [testEvent('app_1', sequence)]);
        return got.records.length > 0;
      });
      expect(Math.min(...sequencesOf(got.records, 'app_1'))).toBeGreaterThan(3);
    });

    test('counts the lag of a group down to nothing', async () => {
      const name = await newTopic();
      const group = randomUUID();
      await bus.publish(name, testEvents('app_1', 1, 4));
      expect(sum(await bus.lag(group, [name]))).toBe(4);
      const got = collector();
      await subscribe({ group, topics: [name], from: 'earliest', onBatch: got.onBatch });
      await waitUntil('no lag', async () => sum(await bus.lag(group, [name])) === 0);
      expect(got.records).toHaveLength(4);
    });

    test('reads from a position, to the end as it was', async () => {
      const name = await newTopic();
      await bus.publish(name, testEvents('app_1', 1, 5));
      const middle = await bus.latest([name]);
      await bus.publish(name, testEvents('app_1', 6, 8));
      expect(sequencesOf(await readAll(bus, name), 'app_1')).toEqual(upTo(8));
      const later: number[] = [];
      let position = middle;
      for await (const item of bus.read({ topics: [name], from: middle, live: false })) {
        later.push(item.record.event.sequence);
        position = item.position;
      }
      expect(later).toEqual([6, 7, 8]);
      expect(position).toEqual(await bus.latest([name]));
      expect(sum(await bus.earliest([name]))).toBe(0);
    });

    test('goes on reading live until it is told to end', async () => {
      const name = await newTopic();
      await bus.publish(name, testEvents('app_1', 1, 2));
      const ending = new AbortController();
      const got: number[] = [];
      const reading = (async () => {
        for await (const { record } of bus.read({ topics: [name], from: {}, live: true, signal: ending.signal })) {
          got.push(record.event.sequence);
        }
      })();
      await waitUntil('what was there', () => got.length === 2);
      await bus.publish(name, testEvents('app_1', 3, 4));
      await waitUntil('what came later', () => got.length === 4);
      ending.abort();
      await reading;
      expect(got).toEqual([1, 2, 3, 4]);
    });

    test('says so when a position is not kept', async () => {
      const name = await newTopic(1);
      await bus.publish(name, testEvents('app_1', 1, 2));
      const reading = bus.read({ topics: [name], from: { [`${name}/0`]: 50 }, live: false })[Symbol.asyncIterator]();
      await expect(reading.next()).rejects.toBeInstanceOf(PositionGoneError);
    });

    if (kind === 'in memory') return;

    test('keeps topics, records and committed offsets over a restart', async () => {
      const name = await newTopic();
      const group = randomUUID();
      await bus.publish(name, testEvents('app_1', 1, 5));
      const before = collector();
      const member = await bus.subscribe({ group, topics: [name], from: 'earliest', onBatch: before.onBatch });
      await waitUntil('the first five', async () => sum(await bus.lag(group, [name])) === 0);
      await member.stop();
      await bus.publish(name, testEvents('app_1', 6, 7));
      bus = (await harness.reopen?.()) ?? bus;
      expect(sequencesOf(await readAll(bus, name), 'app_1')).toEqual(upTo(7));
      await expect(bus.ensureTopics([{ name, partitions: 5 }])).rejects.toThrow(/partitions/);
      const after = collector();
      await subscribe({ group, topics: [name], from: 'earliest', onBatch: after.onBatch });
      await bus.publish(name, [testEvent('app_1', 8)]);
      await waitUntil('what was left', () => after.records.length === 3);
      expect(sequencesOf(after.records, 'app_1')).toEqual([6, 7, 8]);
    });
  });
}

interface Collector {
  readonly records: BusRecord[];
  /** Batches of one partition that ran beside each other. */
  readonly overlaps: number;
  readonly onBatch: (batch: RecordBatch) => Promise<void>;
}

function collector(): Collector {
  const records: BusRecord[] = [];
  const busy = new Set<number>();
  let overlaps = 0;
  return {
    records,
    get overlaps() {
      return overlaps;
    },
    onBatch: async (batch) => {
      if (busy.has(batch.partition)) overlaps += 1;
      busy.add(batch.partition);
      await new Promise((resolve) => setImmediate(resolve));
      try {
        for (const record of batch.records) {
          records.push(record);
          await batch.commit(record.offset + 1);
          await batch.heartbeat();
        }
      } finally {
        busy.delete(batch.partition);
      }
    },
  };
}

async function readAll(bus: EventBus, topic: string): Promise<readonly BusRecord[]> {
  const records: BusRecord[] = [];
  for await (const { record } of bus.read({ topics: [topic], from: {}, live: false })) records.push(record);
  return records;
}

async function publishOneByOne(bus: EventBus, topic: string, key: string, count: number): Promise<void> {
  for (let sequence = 1; sequence <= count; sequence++) await bus.publish(topic, [testEvent(key, sequence)]);
}

function sequencesOf(records: readonly BusRecord[], key: string): number[] {
  return records.filter((record) => record.key === key).map(({ event }) => event.sequence);
}

function distinct(records: readonly BusRecord[]): number {
  return new Set(records.map(({ event }) => event.id)).size;
}

function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}

function sum(vector: Readonly<Record<string, number>>): number {
  return Object.values(vector).reduce((total, value) => total + value, 0);
}
