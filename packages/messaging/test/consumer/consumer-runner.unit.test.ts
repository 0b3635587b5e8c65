import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  createManualClock,
  type EventEnvelope,
  type Lifecycle,
  type ManualClock,
  silentLogger,
  StoreUnavailableError,
} from '@hiregraph/kernel';
import {
  type ConsumerRunnerOptions,
  createConsumerRunner,
  createMemoryDeadLetters,
  type DeadLetterStore,
  type MessagingFailpoint,
  SequenceGapError,
} from '@hiregraph/messaging';
import {
  createManualScheduler,
  type ManualScheduler,
  settle,
  TEST_TENANT,
  testEvent,
  testEvents,
} from '@hiregraph/testkit';
import { BatchBus, TOPIC } from './batch-bus.ts';

const GROUP = 'candidate.jobs';
const AWAY = new StoreUnavailableError('The store is away.');
const job = (key: string) => ({ group: GROUP, tenantId: TEST_TENANT, key });

describe('the consumer runner', () => {
  let clock: ManualClock;
  let scheduler: ManualScheduler;
  let bus: BatchBus;
  let deadLetters: DeadLetterStore;
  let handled: string[];
  /** Called before an event counts as handled. */
  let behaviour: (event: EventEnvelope) => Promise<void> | void;

  async function start(options: Partial<ConsumerRunnerOptions> = {}): Promise<Lifecycle> {
    const consumer = {
      group: GROUP,
      topics: [TOPIC],
      handle: async (event: EventEnvelope) => {
        bus.log.push(`begin ${event.id}`);
        await behaviour(event);
        bus.log.push(`end ${event.id}`);
        handled.push(event.id);
      },
    };
    const runner = createConsumerRunner({
      bus,
      consumers: [consumer],
      deadLetters,
      clock,
      logger: silentLogger,
      scheduler,
      random: () => 0.5,
      ...options,
    });
    await runner.start();
    return runner;
  }

  const lettersOf = async (key: string): Promise<string[]> =>
    (await deadLetters.letters(job(key), 100)).map(({ event, reason }) => `${event.id} ${reason.kind}`);

  beforeEach(() => {
    clock = createManualClock('2026-01-05T08:00:00.000Z');
    scheduler = createManualScheduler(clock);
    bus = new BatchBus();
    deadLetters = createMemoryDeadLetters();
    handled = [];
    behaviour = () => undefined;
  });

  test('handles the events of one key one after another, and keys beside each other', async () => {
    let running = 0;
    let most = 0;
    behaviour = async () => {
      most = Math.max(most, ++running);
      await settle(1);
      running -= 1;
    };
    await start({ limits: { keyConcurrency: 3 } });
    const keys = ['job_1', 'job_2', 'job_3', 'job_4', 'job_5'];
    await bus.deliver(keys.flatMap((key) => testEvents(key, 1, 4))).done;
    expect(most).toBe(3);
    for (const key of keys) {
      const own = bus.log.filter((line) => line.includes(`${key}:`));
      expect(own).toEqual([1, 2, 3, 4].flatMap((sequence) => [`begin ${key}:${sequence}`, `end ${key}:${sequence}`]));
    }
  });

  test('commits the offset after the effect, behind the whole batch', async () => {
    await start();
    const delivery = bus.deliver(testEvents('job_1', 1, 3), 40);
    expect(await delivery.done).toBeNull();
    expect(delivery.commits).toEqual([43]);
    expect(bus.log.at(-2)).toBe('end job_1:3');
  });

  test('never commits behind a record before which one is not done', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    behaviour = (event) => (event.subject === 'job_slow' ? held : undefined);
    const runner = await start();
    const delivery = bus.deliver([
      testEvent('job_1', 1),
      testEvent('job_slow', 1),
      testEvent('job_slow', 2),
      testEvent('job_1', 2),
    ]);
    await settle();
    const stopping = runner.stop();
    await settle();
    expect(handled).toEqual(['job_1:1', 'job_1:2']);
    expect(delivery.commits).toEqual([]);
    release();
    await stopping;
    expect(handled).toEqual(['job_1:1', 'job_1:2', 'job_slow:1']);
    expect(delivery.commits).toEqual([2]);
  });

  test('commits in the middle of a long batch too', async () => {
    await start({ limits: { commitRecords: 10 } });
    const delivery = bus.deliver(testEvents('job_1', 1, 25));
    await delivery.done;
    expect(delivery.commits).toEqual([10, 20, 25]);
  });

  test('keeps its membership alive in a long batch', async () => {
    await start();
    const delivery = bus.deliver(testEvents('job_1', 1, 5));
    await delivery.done;
    expect(delivery.heartbeats).toBe(5);
  });

  describe('after a retryable failure', () => {
    test('pauses the partition, longer each time, and dead-letters nothing however often it fails', async () => {
      let failures = 12;
      behaviour = (event) => {
        if (event.subject === 'job_1' && failures-- > 0) throw AWAY;
      };
      await start();
      const delivery = bus.deliver([testEvent('job_1', 1), testEvent('job_1', 2)]);
      await settle();
      while (scheduler.waiting > 0) await scheduler.advanceToNext();
      expect(await delivery.done).toBeNull();
      expect(handled).toEqual(['job_1:1', 'job_1:2']);
      expect(delivery.commits).toEqual([2]);
      expect(await deadLetters.list(TEST_TENANT, null, 100)).toEqual([]);
      expect(scheduler.asked.slice(0, 4)).toEqual([75, 150, 300, 600]);
      const total = scheduler.asked.reduce((sum, wait) => sum + wait, 0);
      expect(total).toBe(75 + 150 + 300 + 600 + 1_200 + 2_400 + 4_800 + 9_600 + 19_200 + 22_500 * 3);
    });

    test('jitters the wait within its upper half', async () => {
      for (const [random, wait] of [
        [0, 50],
        [0.999, 100],
      ] as const) {
        bus = new BatchBus();
        scheduler = createManualScheduler(clock);
        let failed = false;
        behaviour = () => {
          if (failed) return;
          failed = true;
          throw AWAY;
        };
        await start({ random: () => random });
        const delivery = bus.deliver([testEvent('job_1', 1)]);
        await settle();
        expect(scheduler.asked).toEqual([wait]);
        await scheduler.advanceToNext();
        await delivery.done;
      }
    });

    test('lets nobody begin another record of the partition, and keeps the membership alive', async () => {
      let away = true;
      behaviour = async (event) => {
        if (event.id === 'job_1:1' && away) throw AWAY;
        await settle(2);
      };
      await start({ limits: { backoffBase: 5_000 } });
      const delivery = bus.deliver([...testEvents('job_1', 1, 2), ...testEvents('job_2', 1, 3)]);
      await settle();
      expect(bus.log).toEqual(['begin job_1:1', 'begin job_2:1', 'end job_2:1']);
      const beats = delivery.heartbeats;
      await scheduler.advance(3_000);
      expect(delivery.heartbeats - beats).toBe(3);
      expect(handled).toEqual(['job_2:1']);
      away = false;
      await scheduler.advance(2_000);
      await delivery.done;
      expect(handled).toHaveLength(5);
      expect(delivery.commits).toEqual([5]);
    });

    test('leaves the pause at once when it stops, and commits only what is done', async () => {
      behaviour = (event) => {
        if (event.sequence === 2) throw AWAY;
      };
      const runner = await start();
      const delivery = bus.deliver(testEvents('job_1', 1, 3));
      await settle();
      await runner.stop();
      expect(delivery.commits).toEqual([1]);
      expect(scheduler.waiting).toBe(0);
    });
  });

  describe('with an event that cannot be taken in', () => {
    beforeEach(() => {
      behaviour = (event) => {
        if (event.id === 'job_1:2') throw new TypeError('It is poison.');
      };
    });

    test('parks its key: marker, letter, offset, in this order, and later events of the key follow in order', async () => {
      const plain = deadLetters;
      deadLetters = {
        ...plain,
        mark: async (ref, since, reason) => {
          bus.log.push(`mark ${ref.key}`);
          await plain.mark(ref, since, reason);
        },
        put: async (letter) => {
          bus.log.push(`put ${letter.event.id}`);
          await plain.put(letter);
        },
      };
      await start();
      const delivery = bus.deliver([...testEvents('job_1', 1, 4), ...testEvents('job_2', 1, 2)]);
      await delivery.done;
      expect(handled.toSorted()).toEqual(['job_1:1', 'job_2:1', 'job_2:2']);
      expect(bus.log.filter((line) => /mark|put|commit/.test(line))).toEqual([
        'mark job_1',
        'put job_1:2',
        'put job_1:3',
        'put job_1:4',
        'commit 6',
      ]);
      expect(await lettersOf('job_1')).toEqual(['job_1:2 failed', 'job_1:3 follows', 'job_1:4 follows']);
      expect((await deadLetters.letters(job('job_1'), 1))[0]).toMatchObject({
        topic: TOPIC,
        offset: 1,
        failedAt: '2026-01-05T08:00:00.000Z',
        reason: { kind: 'failed', code: 'UNKNOWN', message: 'It is poison.' },
      });
    });

    test('lets events of later batches follow too, also after a restart', async () => {
      await start();
      await bus.deliver(testEvents('job_1', 1, 2)).done;
      bus = new BatchBus();
      await start();
      await bus.deliver([testEvent('job_1', 3), testEvent('job_2', 1)], 2).done;
      expect(await lettersOf('job_1')).toEqual(['job_1:2 failed', 'job_1:3 follows']);
      expect(handled).toEqual(['job_1:1', 'job_2:1']);
    });

    test('waits while the dead letters cannot be written, and loses nothing', async () => {
      const plain = deadLetters;
      let failures = 2;
      deadLetters = {
        ...plain,
        put: async (letter) => {
          if (failures-- > 0) throw AWAY;
          await plain.put(letter);
        },
      };
      await start();
      const delivery = bus.deliver(testEvents('job_1', 1, 3));
      await settle();
      expect(delivery.commits).toEqual([]);
      await scheduler.advance(1_000);
      await delivery.done;
      expect(delivery.commits).toEqual([3]);
      expect(bus.log.filter((line) => line === 'begin job_1:2')).toHaveLength(1);
      expect(await lettersOf('job_1')).toEqual(['job_1:2 failed', 'job_1:3 follows']);
    });

    test('has every event once, and one marker, when it dies in between and begins again', async () => {
      for (const point of ['consumer.after-marker', 'consumer.after-dead-letter'] as const) {
        deadLetters = createMemoryDeadLetters();
        bus = new BatchBus();
        await start({ failpoints: dyingAt(point) });
        const lost = bus.deliver(testEvents('job_1', 1, 3));
        await settle();
        expect(lost.commits).toEqual([]);
        bus = new BatchBus();
        await start();
        await bus.deliver(testEvents('job_1', 1, 3)).done;
        const letters = (await lettersOf('job_1')).map((letter) => letter.split(' ')[0]);
        // The first event, delivered again, follows too: taking it in twice is harmless, in a replay as well.
        expect(letters).toEqual(['job_1:1', 'job_1:2', 'job_1:3']);
        expect(await deadLetters.list(TEST_TENANT, GROUP, 100)).toHaveLength(1);
      }
    });
  });

  test('parks a key whose events have a gap', async () => {
    behaviour = (event) => {
      if (event.sequence === 3) throw new SequenceGapError(event, 1);
    };
    await start();
    await bus.deliver([testEvent('job_1', 1), testEvent('job_1', 3), testEvent('job_1', 4)]).done;
    expect(await lettersOf('job_1')).toEqual(['job_1:3 gap', 'job_1:4 follows']);
  });

  test('handles an event once more when it dies after the effect and before the commit', async () => {
    await start({ failpoints: dyingAt('consumer.after-effect') });
    const lost = bus.deliver(testEvents('job_1', 1, 2));
    await settle();
    expect(handled).toEqual(['job_1:1']);
    expect(lost.commits).toEqual([]);
    bus = new BatchBus();
    await start();
    await bus.deliver(testEvents('job_1', 1, 2)).done;
    expect(handled).toEqual(['job_1:1', 'job_1:1', 'job_1:2']);
  });

  test('begins nothing more and commits nothing when the partition was taken away', async () => {
    let delivery: ReturnType<BatchBus['deliver']> | null = null;
    behaviour = (event) => {
      if (event.sequence === 2 && delivery !== null) delivery.stale = true;
    };
    await start();
    const given = bus.deliver(testEvents('job_1', 1, 4));
    delivery = given;
    await given.done;
    expect(handled).toEqual(['job_1:1', 'job_1:2']);
    expect(given.commits).toEqual([]);
  });

  test('leaves the batch when the membership is lost, with what is done committed', async () => {
    await start();
    const lost = new Error('The group is rebalancing.');
    const given = bus.deliver(testEvents('job_1', 1, 4));
    Object.defineProperty(given, 'heartbeats', {
      get: () => 0,
      set: () => {
        throw lost;
      },
    });
    expect(await given.done).toBe(lost);
    expect(given.commits).toEqual([1]);
    expect(handled).toEqual(['job_1:1']);
  });

  test('does not wait longer than its deadline for a handler that hangs', async () => {
    behaviour = () => new Promise(() => undefined);
    const runner = await start({ limits: { stopMilliseconds: 5_000 } });
    const delivery = bus.deliver([testEvent('job_1', 1)]);
    await settle();
    const stopping = runner.stop();
    await scheduler.advance(5_000);
    await stopping;
    expect(delivery.commits).toEqual([]);
  });
});

/** Hangs for ever at that point, as a process that died there. */
function dyingAt(point: MessagingFailpoint): (reached: MessagingFailpoint) => Promise<void> | void {
  return (reached) => (reached === point ? new Promise(() => undefined) : undefined);
}
