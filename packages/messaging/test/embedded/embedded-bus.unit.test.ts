import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createManualClock,
  type ManualClock,
  OverloadedError,
  silentLogger,
  StoreUnavailableError,
} from '@hiregraph/kernel';
import {
  createEmbeddedBus,
  type EmbeddedBus,
  type EmbeddedBusOptions,
  partitionOf,
  PositionGoneError,
} from '@hiregraph/messaging';
import {
  DirectoryLockedError,
  JournalCorruptError,
  type ProcessIdentities,
  StoreStoppedError,
} from '@hiregraph/storage';
import { testEvent, testEvents, waitUntil } from '@hiregraph/testkit';
import { type CrashKind, SimulatedDisk } from '@hiregraph/testkit/disk';

const TOPIC = 'hiring.job.v1';
const DIRECTORY = '/data';
const DAY = 86_400_000;

describe('the embedded bus on a disk', () => {
  let clock: ManualClock;
  let disk: SimulatedDisk;
  /** The pid of the process that runs now; all before it are dead. */
  let pid: number;
  const processes: ProcessIdentities = {
    self: async () => ({ pid, startedAt: '1', bootId: 'boot', namespace: 'pid', host: 'host' }),
    liveness: async (holder) => (holder.pid === pid ? 'alive' : 'dead'),
  };
  const opened: EmbeddedBus[] = [];

  async function open(options: Partial<EmbeddedBusOptions> = {}): Promise<EmbeddedBus> {
    const bus = createEmbeddedBus({
      directory: DIRECTORY,
      files: disk.port(),
      clock,
      logger: silentLogger,
      processes,
      ...options,
    });
    await bus.start();
    opened.push(bus);
    await bus.ensureTopics([{ name: TOPIC, partitions: 1 }]);
    return bus;
  }
  const die = (how: CrashKind): void => {
    disk.restart(how);
    pid += 1;
  };
  const ids = async (bus: EmbeddedBus, from: Record<string, number> = {}): Promise<string[]> => {
    const found: string[] = [];
    for await (const { record } of bus.read({ topics: [TOPIC], from, live: false })) found.push(record.event.id);
    return found;
  };

  beforeEach(() => {
    clock = createManualClock('2026-01-05T08:00:00.000Z');
    disk = new SimulatedDisk(1);
    pid = 100;
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((bus) => bus.stop().catch(() => undefined)));
  });

  test('has every acknowledged event after a loss of power', async () => {
    const bus = await open();
    await Promise.all(Array.from({ length: 20 }, (_, index) => bus.publish(TOPIC, [testEvent(`job_${index}`, 1)])));
    die('power');
    expect(await ids(await open())).toHaveLength(20);
  });

  test('writes what came while the disk was busy with one fsync', async () => {
    const bus = await open();
    const before = disk.operations;
    await Promise.all(Array.from({ length: 50 }, (_, index) => bus.publish(TOPIC, [testEvent(`job_${index}`, 1)])));
    // One frame: a write and a sync.
    expect(disk.operations - before).toBe(2);
  });

  test('delivers again after a crash what was done and not yet noted, and nothing before it', async () => {
    const bus = await open();
    await bus.publish(TOPIC, testEvents('job_1', 1, 5));
    const seen: number[] = [];
    await bus.subscribe({
      group: 'g',
      topics: [TOPIC],
      from: 'earliest',
      onBatch: async (batch) => {
        for (const record of batch.records) {
          seen.push(record.offset);
          await batch.commit(record.offset + 1);
        }
      },
    });
    await waitUntil('all five', () => seen.length === 5);
    die('power');
    const again = await open();
    const lag = (await again.lag('g', [TOPIC]))[`${TOPIC}/0`] ?? -1;
    expect([0, 5]).toContain(lag);
  });

  test('stops after a failed fsync, says so, and finds all that it acknowledged at the next start', async () => {
    const stops: StoreStoppedError[] = [];
    const bus = await open({ onStopped: (error) => stops.push(error) });
    await bus.publish(TOPIC, [testEvent('job_1', 1)]);
    disk.failNext({ operation: 'sync', path: /segment$/, code: 'EIO' });
    await expect(bus.publish(TOPIC, [testEvent('job_1', 2)])).rejects.toBeInstanceOf(StoreStoppedError);
    await expect(bus.publish(TOPIC, [testEvent('job_1', 3)])).rejects.toMatchObject({ retryable: true });
    expect(stops).toHaveLength(1);
    expect(await ids(bus)).toEqual(['job_1:1']);
    die('power');
    const found = await ids(await open());
    expect(found[0]).toBe('job_1:1');
    expect(found).not.toContain('job_1:3');
  });

  test('refuses to open a log that is damaged in the middle, naming file and place', async () => {
    const bus = await open();
    for (let sequence = 1; sequence <= 3; sequence++) await bus.publish(TOPIC, [testEvent('job_1', sequence)]);
    await bus.stop();
    const segment = disk.paths.find((path) => path.endsWith('.segment') && path.includes('events')) ?? '';
    disk.damage(segment, 100);
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(JournalCorruptError);
    expect((refusal as Error).message).toContain(`${segment} at byte 36`);
  });

  test('is opened by one process only', async () => {
    await open();
    await expect(open()).rejects.toBeInstanceOf(DirectoryLockedError);
  });

  test('refuses a publish, retryably, when too much waits for the disk', async () => {
    const bus = await open({ limits: { pendingBytes: 2_000 } });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => bus.publish(TOPIC, [testEvent(`job_${index}`, 1)])),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(10);
    for (const { reason } of refused) expect(reason).toBeInstanceOf(OverloadedError);
    expect(await ids(bus)).toHaveLength(20 - refused.length);
  });

  test('refuses everything once it is stopped, and a topic that nobody made', async () => {
    const bus = await open();
    await expect(bus.publish('hiring.nothing.v1', [testEvent('job_1', 1)])).rejects.toBeInstanceOf(
      StoreUnavailableError,
    );
    await bus.stop();
    await expect(bus.publish(TOPIC, [testEvent('job_1', 1)])).rejects.toBeInstanceOf(StoreUnavailableError);
    await expect(bus.stop()).resolves.toBeUndefined();
  });

  test('gives readers events that they cannot change', async () => {
    const bus = await open();
    await bus.publish(TOPIC, [testEvent('job_1', 1, { deep: { list: [1] } })]);
    for await (const { record } of bus.read({ topics: [TOPIC], from: {}, live: false })) {
      expect(Object.isFrozen(record.event)).toBe(true);
      expect(() => (record.event.data as { deep: { list: number[] } }).deep.list.push(2)).toThrow(TypeError);
    }
  });

  describe('with retention', () => {
    const limits = { segmentBytes: 1_500 };

    test('drops whole segments by count, keeps offsets, and says what it keeps', async () => {
      const bus = await open({ retention: { records: 5 }, limits });
      for (let sequence = 1; sequence <= 40; sequence++) await bus.publish(TOPIC, [testEvent('job_1', sequence)]);
      await bus.applyRetention();
      const earliest = (await bus.earliest([TOPIC]))[`${TOPIC}/0`] ?? 0;
      expect(earliest).toBeGreaterThan(25);
      expect(earliest).toBeLessThanOrEqual(35);
      const kept = await ids(bus);
      expect(kept).toEqual(testEvents('job_1', earliest + 1, 40).map(({ id }) => id));
      await expect(ids(bus, { [`${TOPIC}/0`]: earliest - 1 })).rejects.toBeInstanceOf(PositionGoneError);
      die('power');
      expect(await ids(await open())).toEqual(kept);
    });

    test('drops by age', async () => {
      const bus = await open({ retention: { milliseconds: 7 * DAY }, limits });
      for (let sequence = 1; sequence <= 20; sequence++) {
        await bus.publish(TOPIC, [testEvent('job_1', sequence)]);
        clock.advance(DAY);
      }
      await bus.applyRetention();
      const kept = await ids(bus);
      expect(kept).toContain('job_1:14');
      expect(kept).not.toContain('job_1:8');
    });

    test('begins where it ended in a partition that lost all it had', async () => {
      const bus = await open({ retention: { records: 1 }, limits });
      const quiet = 'hiring.reference.v1';
      await bus.ensureTopics([{ name: quiet, partitions: 1 }]);
      await bus.publish(quiet, testEvents('rsn_1', 1, 3));
      for (let sequence = 1; sequence <= 20; sequence++) await bus.publish(TOPIC, [testEvent('job_1', sequence)]);
      await bus.applyRetention();
      expect(await bus.earliest([quiet])).toEqual({ [`${quiet}/0`]: 3 });
      die('power');
      const again = await open();
      expect(await again.latest([quiet])).toEqual({ [`${quiet}/0`]: 3 });
      await again.publish(quiet, [testEvent('rsn_1', 4)]);
      expect(await again.latest([quiet])).toEqual({ [`${quiet}/0`]: 4 });
    });

    test('lets a group that fell behind go on at what is kept', async () => {
      const bus = await open({ retention: { records: 5 }, limits });
      for (let sequence = 1; sequence <= 40; sequence++) await bus.publish(TOPIC, [testEvent('job_1', sequence)]);
      await bus.applyRetention();
      const seen: number[] = [];
      await bus.subscribe({
        group: 'g',
        topics: [TOPIC],
        from: 'earliest',
        onBatch: async (batch) => {
          for (const record of batch.records) {
            seen.push(record.event.sequence);
            await batch.commit(record.offset + 1);
          }
        },
      });
      await waitUntil('the last', () => seen.includes(40));
      expect(seen.length).toBeLessThan(15);
    });
  });

  test('puts keys where the partitioner says, after a restart too', async () => {
    const name = 'hiring.application.v1';
    const bus = await open();
    await bus.ensureTopics([{ name, partitions: 4 }]);
    await bus.publish(
      name,
      ['app_1', 'app_2', 'app_3'].map((key) => testEvent(key, 1)),
    );
    die('kill');
    const again = await open();
    await again.publish(
      name,
      ['app_1', 'app_2', 'app_3'].map((key) => testEvent(key, 2)),
    );
    for await (const { record } of again.read({ topics: [name], from: {}, live: false })) {
      expect(record.partition).toBe(partitionOf(record.key, 4));
    }
  });
});
