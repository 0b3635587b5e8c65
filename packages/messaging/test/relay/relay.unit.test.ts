import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  createManualClock,
  type Logger,
  type ManualClock,
  silentLogger,
  StoreUnavailableError,
} from '@hiregraph/kernel';
import { createRelay, EventRefusedError, type Relay, type RelayOptions } from '@hiregraph/messaging';
import { createManualScheduler, type ManualScheduler, settle } from '@hiregraph/testkit';
import { MemoryOutbox } from './memory-outbox.ts';
import { ScriptedBus } from './scripted-bus.ts';

const START = '2026-01-05T08:00:00.000Z';
const OUTAGE = new StoreUnavailableError('The broker is away.');

describe('the relay', () => {
  let clock: ManualClock;
  let scheduler: ManualScheduler;
  let outbox: MemoryOutbox;
  let bus: ScriptedBus;
  let errors: string[];

  async function start(options: Partial<RelayOptions> = {}): Promise<Relay> {
    const logger: Logger = { ...silentLogger, error: (_fields, message) => errors.push(message) };
    const relay = createRelay({ source: outbox, bus, clock, logger, scheduler, random: () => 0.5, ...options });
    await relay.start();
    return relay;
  }

  beforeEach(() => {
    clock = createManualClock(START);
    scheduler = createManualScheduler(clock);
    outbox = new MemoryOutbox(clock);
    bus = new ScriptedBus();
    errors = [];
  });

  test('sends what was committed and pulls it after the acknowledgement, not before', async () => {
    const relay = await start();
    outbox.commit('app_1', 2);
    await settle();
    expect(bus.asked).toEqual([['app_1:1', 'app_1:2']]);
    expect(outbox.waiting).toBe(2);
    bus.acknowledge();
    await relay.whenIdle();
    expect(outbox.waiting).toBe(0);
  });

  test('sends all that came while a publish was in flight in one publish', async () => {
    const relay = await start();
    outbox.commit('app_1');
    await settle();
    for (let id = 2; id <= 50; id++) outbox.commit(`app_${id}`);
    await settle();
    expect(bus.asked).toHaveLength(1);
    bus.acknowledge();
    await settle();
    expect(bus.asked).toHaveLength(2);
    expect(bus.asked[1]).toHaveLength(49);
    bus.acknowledge();
    await relay.whenIdle();
    expect(bus.mostInFlight).toBe(1);
    expect(outbox.waiting).toBe(0);
  });

  test('sends the next events of an aggregate only after those before were acknowledged and pulled', async () => {
    const relay = await start();
    outbox.commit('app_1');
    await settle();
    outbox.commit('app_1');
    outbox.commit('app_1');
    await settle();
    expect(bus.asked).toEqual([['app_1:1']]);
    bus.acknowledge();
    await settle();
    expect(bus.asked[1]).toEqual(['app_1:2', 'app_1:3']);
    bus.acknowledge();
    await relay.whenIdle();
    expect(bus.sentIds).toEqual(['app_1:1', 'app_1:2', 'app_1:3']);
  });

  test('begins at the lowest pending event, also where an older one was left behind', async () => {
    outbox.write('app_1', 2);
    bus.answer = () => undefined;
    const relay = await start();
    outbox.commit('app_1');
    await relay.whenIdle();
    expect(bus.sentIds).toEqual(['app_1:1', 'app_1:2', 'app_1:3']);
  });

  test('cuts what is too much for one publish, and sends the rest after the acknowledgement', async () => {
    const relay = await start({ limits: { batchEvents: 3 } });
    outbox.commit('app_1', 7);
    outbox.commit('app_2', 1);
    for (let turn = 0; turn < 4; turn++) {
      await settle();
      bus.acknowledge();
    }
    await relay.whenIdle();
    expect(Math.max(...bus.asked.map((ids) => ids.length))).toBe(3);
    expect(bus.sentIds.filter((id) => id.startsWith('app_1'))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((sequence) => `app_1:${sequence}`),
    );
    expect(bus.sentIds).toContain('app_2:1');
  });

  test('waits longer after each failure, sends half as much at a time, and loses nothing', async () => {
    let failures = 3;
    bus.answer = () => {
      if (failures-- > 0) throw OUTAGE;
    };
    const relay = await start({ limits: { batchEvents: 16 } });
    await settle();
    const sweeps = scheduler.asked.length;
    outbox.commit('app_0');
    for (let id = 1; id < 16; id++) outbox.commit(`app_${id}`);
    await settle();
    for (let wait = 0; wait < 3; wait++) await scheduler.advanceToNext();
    await relay.whenIdle();
    expect(scheduler.asked.slice(sweeps)).toEqual([75, 150, 300]);
    expect(bus.asked.map((ids) => ids.length).slice(0, 5)).toEqual([1, 8, 4, 2, 4]);
    expect(new Set(bus.sentIds).size).toBe(16);
    expect(outbox.waiting).toBe(0);
  });

  test('parks the aggregate of an event that the broker refuses for good, and sends all others', async () => {
    bus.answer = (events) => {
      if (events.some(({ id }) => id === 'app_2:2')) throw new EventRefusedError('Too large.');
    };
    const relay = await start();
    outbox.commit('app_0');
    for (const id of ['app_1', 'app_2', 'app_3']) outbox.commit(id, 3);
    await relay.whenIdle();
    expect(bus.sentIds.toSorted()).toEqual(
      ['app_0:1', 'app_1:1', 'app_1:2', 'app_1:3', 'app_2:1', 'app_3:1', 'app_3:2', 'app_3:3'].toSorted(),
    );
    expect(relay.parked).toMatchObject([{ id: 'app_2' }]);
    expect(errors).toEqual([expect.stringContaining('refuses this event for good')]);
    outbox.commit('app_2');
    await settle();
    clock.advance(10_000);
    await scheduler.advance(10_000);
    expect(bus.sentIds.filter((id) => id.startsWith('app_2'))).toEqual(['app_2:1']);
    expect(outbox.waiting).toBe(3);
  });

  test('sweeps up at once what an earlier process left longer than five seconds ago', async () => {
    outbox.write('app_1', 2);
    clock.advance(5_001);
    outbox.write('app_2');
    bus.answer = () => undefined;
    const relay = await start();
    await settle();
    await relay.whenIdle();
    expect(bus.sentIds).toEqual(['app_1:1', 'app_1:2']);
  });

  test('sweeps every two seconds, give or take one', async () => {
    bus.answer = () => undefined;
    const picks = [0, 0.999, 0.5];
    await start({ random: () => picks.shift() ?? 0.5 });
    await settle();
    outbox.write('app_1');
    await scheduler.advance(5_000);
    expect(scheduler.asked.slice(0, 3).map(Math.round)).toEqual([1_000, 2_998, 2_000]);
    expect(bus.sentIds).toEqual([]);
    await scheduler.advance(1_000);
    expect(bus.sentIds).toEqual(['app_1:1']);
  });

  test('goes on sweeping without a pause while there is more than one sweep takes', async () => {
    for (let id = 0; id < 25; id++) outbox.write(`app_${id}`);
    clock.advance(6_000);
    bus.answer = () => undefined;
    await start({ limits: { sweepAggregates: 10 } });
    await settle();
    expect(bus.sentIds).toHaveLength(25);
  });

  test('leaves to the sweeper what comes past its queue', async () => {
    const relay = await start({ limits: { queuedAggregates: 3 } });
    for (let id = 0; id < 10; id++) outbox.commit(`app_${id}`);
    await settle();
    bus.answer = () => undefined;
    bus.acknowledge();
    await relay.whenIdle();
    expect(bus.sent).toHaveLength(3);
    await scheduler.advance(12_000);
    expect(new Set(bus.sentIds).size).toBe(10);
    expect(outbox.waiting).toBe(0);
  });

  test('sends once more what was acknowledged and could not be pulled', async () => {
    bus.answer = () => undefined;
    const pull = outbox.pull.bind(outbox);
    let failures = 1;
    outbox.pull = async (aggregate, sequences) => {
      if (failures-- > 0) throw new StoreUnavailableError('The store is away.');
      await pull(aggregate, sequences);
    };
    const relay = await start();
    outbox.commit('app_1');
    await relay.whenIdle();
    expect(outbox.waiting).toBe(1);
    await scheduler.advance(9_000);
    expect(bus.sentIds).toEqual(['app_1:1', 'app_1:1']);
    expect(outbox.waiting).toBe(0);
  });

  test('comes back by the sweeper to an outbox that could not be read', async () => {
    bus.answer = () => undefined;
    outbox.write('app_1');
    const pending = outbox.pending.bind(outbox);
    let failures = 1;
    outbox.pending = async (aggregate) => {
      if (failures-- > 0) throw new StoreUnavailableError('The store is away.');
      return await pending(aggregate);
    };
    await start();
    outbox.commit('app_1');
    await settle();
    expect(bus.sentIds).toEqual([]);
    await scheduler.advance(9_000);
    expect(bus.sentIds).toEqual(['app_1:1', 'app_1:2']);
  });

  test('drains what is queued when it stops, and hears of nothing more', async () => {
    const relay = await start();
    outbox.commit('app_1');
    await settle();
    outbox.commit('app_2');
    const stopping = relay.stop();
    outbox.commit('app_3');
    await settle();
    bus.acknowledge();
    await settle();
    bus.acknowledge();
    await stopping;
    expect(bus.sentIds).toEqual(['app_1:1', 'app_2:1']);
    expect(outbox.listeners).toBe(0);
    expect(scheduler.waiting).toBe(0);
  });

  test('does not wait for an outage to end when it stops', async () => {
    bus.answer = () => {
      throw OUTAGE;
    };
    const relay = await start();
    outbox.commit('app_1');
    await settle();
    await relay.stop();
    expect(outbox.waiting).toBe(1);
    expect(scheduler.waiting).toBe(0);
  });

  test('leaves a hung broker behind at its deadline', async () => {
    const relay = await start({ limits: { drainMilliseconds: 5_000 } });
    outbox.commit('app_1');
    await settle();
    const stopping = relay.stop();
    await settle();
    await scheduler.advance(5_000);
    await stopping;
    expect(outbox.waiting).toBe(1);
  });
});
