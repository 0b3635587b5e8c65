import { afterEach, describe, expect, test } from '@jest/globals';
import { silentLogger } from '@hiregraph/kernel';
import { createKafkaBus, type EventBus, type Scheduler, systemScheduler } from '@hiregraph/messaging';
import { testEvent, waitUntil } from '@hiregraph/testkit';
import { type FallingSilentBroker, startFallingSilentBroker } from './falling-silent-broker.ts';

const TOPIC = 'hiring.test.v1';
/** Short, since a silent broker is noticed by nothing else. */
const ANSWER_MILLISECONDS = 100;

const running: { stop(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
});

async function open(
  answerMilliseconds: number,
  scheduler: Scheduler = systemScheduler,
): Promise<{ broker: FallingSilentBroker; bus: EventBus }> {
  const broker = await startFallingSilentBroker(TOPIC);
  running.push(broker);
  const bus = createKafkaBus({
    brokers: [broker.address],
    clientId: 'hiregraph-test',
    topics: { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 },
    logger: silentLogger,
    answerMilliseconds,
    scheduler,
  });
  running.push(bus);
  await bus.start();
  return { broker, bus };
}

/** As the relay does: again and again, whatever became of the last try. */
async function publishUntilTaken(bus: EventBus, sequence: number): Promise<void> {
  await waitUntil('the events to be taken', () =>
    bus.publish(TOPIC, [testEvent('app_1', sequence)]).then(
      () => true,
      () => false,
    ),
  );
}

describe('a broker whose connections stay open and answer nothing any more', () => {
  test('is sent events on new connections', async () => {
    const { broker, bus } = await open(ANSWER_MILLISECONDS);
    await publishUntilTaken(bus, 1);
    broker.fallSilent('open ones');
    await publishUntilTaken(bus, 2);
    expect(broker.acknowledged).toBe(2);
  });

  test('is left with no connection that nobody uses', async () => {
    const { broker, bus } = await open(ANSWER_MILLISECONDS);
    await publishUntilTaken(bus, 1);
    const before = broker.connections;
    broker.fallSilent('open ones');
    await publishUntilTaken(bus, 2);
    await waitUntil('the silent connections to be closed', () => broker.connections <= before);
  });

  test('does not keep the bus from stopping, whatever is under way', async () => {
    // No answer is ever late here: only stopping itself can end what waits.
    const { broker, bus } = await open(600_000);
    await publishUntilTaken(bus, 1);
    broker.fallSilent('new ones too');
    const sent = bus.publish(TOPIC, [testEvent('app_1', 2)]);
    const asked = bus.latest([TOPIC]);
    await bus.subscribe({ group: 'candidate.test', topics: [TOPIC], from: 'earliest', onBatch: async () => undefined });
    await waitUntil('the question and the member to be on their way', () => broker.connections >= 3);
    const refusals = Promise.allSettled([sent, asked]);
    await bus.stop();
    await waitUntil('every connection to be closed', () => broker.connections === 0);
    expect((await refusals).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('costs a publish that never settles its patience, and the next one has a new producer', async () => {
    let runOut: () => void = () => undefined;
    const scheduler: Scheduler = {
      // Of what waits here, only a publish waits so long.
      wait: (milliseconds, signal) =>
        milliseconds < 30_000
          ? systemScheduler.wait(milliseconds, signal)
          : new Promise((resolve) => {
              runOut = resolve;
            }),
    };
    const { broker, bus } = await open(600_000, scheduler);
    await publishUntilTaken(bus, 1);
    broker.fallSilent('open ones');
    const stuck = bus.publish(TOPIC, [testEvent('app_1', 2)]);
    runOut();
    await expect(stuck).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await publishUntilTaken(bus, 2);
    expect(broker.acknowledged).toBe(2);
  });
});

describe('a broker that lets nobody into a group yet', () => {
  test('is asked by a read again, for a while, and then the read fails retryably', async () => {
    const { broker, bus } = await open(3_000);
    const reading = (async () => {
      for await (const _item of bus.read({ topics: [TOPIC], from: {}, live: false }))
        throw new Error('Nothing is there.');
    })();
    await expect(reading).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE', retryable: true });
    expect(broker.joins).toBeGreaterThan(3);
  });
});
