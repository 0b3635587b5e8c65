import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  BadUserInputError,
  createManualClock,
  type EventEnvelope,
  type ManualClock,
  OverloadedError,
  silentLogger,
} from '@hiregraph/kernel';
import {
  createEmbeddedBus,
  createEventFeed,
  type EmbeddedBus,
  type EventFeed,
  type EventFeedLimits,
  EventsGoneError,
  type FeedItem,
  type OpenFeed,
  SlowReaderError,
} from '@hiregraph/messaging';
import {
  createManualScheduler,
  type ManualScheduler,
  settle,
  TEST_TENANT,
  testEvent,
  testEvents,
} from '@hiregraph/testkit';

const JOBS = 'hiring.job.v1';
const APPLICATIONS = 'hiring.application.v1';

describe('the event feed', () => {
  let clock: ManualClock;
  let scheduler: ManualScheduler;
  let bus: EmbeddedBus;
  let feed: EventFeed;
  let leaving: AbortController;

  const feedWith = (limits: Partial<EventFeedLimits>): EventFeed =>
    createEventFeed({
      bus,
      topics: [JOBS, APPLICATIONS],
      cursorSecret: 'a secret of sixteen bytes',
      logger: silentLogger,
      scheduler,
      limits,
    });
  const open = (request: Partial<OpenFeed> = {}): Promise<AsyncIterable<FeedItem, undefined>> =>
    feed.open({ tenantId: TEST_TENANT, signal: leaving.signal, ...request });
  const ofTenant = (tenantid: string, event: EventEnvelope): EventEnvelope => ({ ...event, tenantid });

  beforeEach(async () => {
    clock = createManualClock('2026-01-05T08:00:00.000Z');
    scheduler = createManualScheduler(clock);
    bus = createEmbeddedBus({ clock, logger: silentLogger, scheduler, retention: { records: 1 } });
    await bus.start();
    await bus.ensureTopics([
      { name: JOBS, partitions: 2 },
      { name: APPLICATIONS, partitions: 3 },
    ]);
    leaving = new AbortController();
    feed = feedWith({});
  });
  afterEach(async () => {
    leaving.abort();
    await bus.stop();
  });

  test('gives what happens from now on, in the order in which it was published', async () => {
    await bus.publish(JOBS, testEvents('job_1', 1, 3));
    const items = iterate(await open());
    await bus.publish(APPLICATIONS, testEvents('app_1', 1, 2));
    await bus.publish(JOBS, [testEvent('job_1', 4)]);
    await bus.publish(APPLICATIONS, [testEvent('app_2', 1)]);
    expect(await take(items, 4)).toEqual(['app_1:1', 'app_1:2', 'job_1:4', 'app_2:1']);
  });

  test('goes on right behind a cursor, and gives nothing twice', async () => {
    await bus.publish(APPLICATIONS, testEvents('app_1', 1, 3));
    await bus.publish(JOBS, testEvents('job_1', 1, 3));
    const first = iterate(await open({ from: 'earliest' }));
    await take(first, 3);
    const last = await next(first);
    const rest = iterate(await open({ after: last.cursor }));
    expect(last.event?.id).toBe('job_1:1');
    expect(await take(rest, 2)).toEqual(['job_1:2', 'job_1:3']);
  });

  test('gives a tenant its own events alone', async () => {
    await bus.publish(JOBS, [ofTenant('ten_other', testEvent('job_1', 1)), testEvent('job_2', 1)]);
    await bus.publish(JOBS, [ofTenant('ten_other', testEvent('job_1', 2)), testEvent('job_2', 2)]);
    expect(await take(iterate(await open({ from: 'earliest' })), 2)).toEqual(['job_2:1', 'job_2:2']);
  });

  test('gives the topics and types that were asked for', async () => {
    await bus.publish(JOBS, [testEvent('job_1', 1), { ...testEvent('job_1', 2), type: 'com.hiregraph.job.opened.v1' }]);
    await bus.publish(APPLICATIONS, [testEvent('app_1', 1)]);
    const opened = { from: 'earliest', types: ['com.hiregraph.job.opened.v1'] } as const;
    expect(await take(iterate(await open(opened)), 1)).toEqual(['job_1:2']);
    expect(await take(iterate(await open({ from: 'earliest', topics: [APPLICATIONS] })), 1)).toEqual(['app_1:1']);
  });

  test('tells a reader of few events now and then how far it has come', async () => {
    feed = feedWith({ checkpointRecords: 10 });
    const others = Array.from({ length: 25 }, (_, index) => ofTenant('ten_other', testEvent('job_1', index + 1)));
    await bus.publish(JOBS, [...others, testEvent('job_2', 1)]);
    const items = iterate(await open({ from: 'earliest' }));
    const first = await next(items);
    const second = await next(items);
    expect([first.event, second.event]).toEqual([null, null]);
    expect(await take(iterate(await open({ after: second.cursor })), 1)).toEqual(['job_2:1']);
  });

  test('refuses a cursor that was altered, or given to another tenant or for other topics', async () => {
    await bus.publish(JOBS, testEvents('job_1', 1, 2));
    const { cursor } = await next(iterate(await open({ from: 'earliest' })));
    const altered = cursor.slice(0, 20) + (cursor[20] === 'A' ? 'B' : 'A') + cursor.slice(21);
    await expect(open({ after: altered })).rejects.toBeInstanceOf(BadUserInputError);
    await expect(open({ after: cursor, tenantId: 'ten_other' })).rejects.toBeInstanceOf(BadUserInputError);
    await expect(open({ after: cursor, topics: [JOBS] })).rejects.toBeInstanceOf(BadUserInputError);
    await expect(open({ topics: ['hiring.nothing.v1'] })).rejects.toBeInstanceOf(BadUserInputError);
  });

  test('says which cursor is the earliest when one is past retention', async () => {
    await bus.publish(JOBS, [testEvent('job_1', 1)]);
    const { cursor } = await next(iterate(await open({ from: 'earliest' })));
    const large = { text: 'x'.repeat(600_000) };
    for (let sequence = 2; sequence <= 4; sequence++) await bus.publish(JOBS, [testEvent('job_1', sequence, large)]);
    await bus.applyRetention();
    const refusal = await open({ after: cursor }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EventsGoneError);
    const { earliestCursor } = refusal as EventsGoneError;
    expect(await take(iterate(await open({ after: earliestCursor })), 1)).toEqual(['job_1:4']);
  });

  test('cuts off a reader who takes nothing for too long, and no other', async () => {
    feed = feedWith({ bufferedItems: 5, patienceMilliseconds: 30_000 });
    const slow = iterate(await open({ from: 'earliest' }));
    const quick = iterate(await open({ from: 'earliest' }));
    await bus.publish(JOBS, testEvents('job_1', 1, 20));
    expect(await take(slow, 1)).toEqual(['job_1:1']);
    expect(await take(quick, 20)).toHaveLength(20);
    await settle();
    await scheduler.advance(30_000);
    await bus.publish(JOBS, [testEvent('job_1', 21)]);
    expect(await take(quick, 1)).toEqual(['job_1:21']);
    await expect(take(slow, 1)).rejects.toBeInstanceOf(SlowReaderError);
  });

  test('does not cut off a reader who is slow and goes on', async () => {
    feed = feedWith({ bufferedItems: 2, patienceMilliseconds: 30_000 });
    const items = iterate(await open({ from: 'earliest' }));
    await bus.publish(JOBS, testEvents('job_1', 1, 8));
    for (let sequence = 1; sequence <= 8; sequence++) {
      expect(await take(items, 1)).toEqual([`job_1:${sequence}`]);
      await settle();
      await scheduler.advance(20_000);
    }
  });

  test('counts a reader out who leaves before taking anything', async () => {
    feed = feedWith({ readers: 1 });
    await open();
    leaving.abort();
    leaving = new AbortController();
    await expect(open()).resolves.toBeDefined();
  });

  test('ends when the reader leaves, and makes room for another', async () => {
    feed = feedWith({ readers: 1 });
    const items = iterate(await open());
    const waiting = items.next();
    await expect(open()).rejects.toBeInstanceOf(OverloadedError);
    leaving.abort();
    expect((await waiting).done).toBe(true);
    leaving = new AbortController();
    await bus.publish(JOBS, [testEvent('job_1', 1)]);
    expect(await take(iterate(await open({ from: 'earliest' })), 1)).toEqual(['job_1:1']);
  });
});

function iterate(items: AsyncIterable<FeedItem, undefined>): AsyncIterator<FeedItem, undefined> {
  return items[Symbol.asyncIterator]();
}

async function next(items: AsyncIterator<FeedItem, undefined>): Promise<FeedItem> {
  const { value } = await items.next();
  if (value === undefined) throw new Error('The feed has ended.');
  return value;
}

async function take(items: AsyncIterator<FeedItem, undefined>, count: number): Promise<(string | undefined)[]> {
  const ids: (string | undefined)[] = [];
  while (ids.length < count) ids.push((await next(items)).event?.id);
  return ids;
}
