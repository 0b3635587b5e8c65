import { createManualClock, silentLogger } from '@hiregraph/kernel';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

interface State {
  readonly list: number[];
  readonly total: number;
}

const trace = { correlationId: 'c', causationId: 'c' };

async function openStore(): Promise<{
  storage: ReturnType<typeof openStorage>;
  store: ReturnType<ReturnType<typeof openStorage>['aggregates']>;
}> {
  const clock = createManualClock('2026-03-01T08:00:00.000Z');
  const engine = createEmbeddedEngine({ clock, freeze: true });
  const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger });
  const store = storage.aggregates<State>({ name: 'bag', collection: 'bags', topic: 't', service: 'job', indexes: [] });
  await storage.start();
  return { storage, store };
}

describe('Documents in memory', () => {
  it('cannot be changed by those who read or wrote them', async () => {
    const { storage, store } = await openStore();
    const mine: State = { list: [1], total: 0 };
    const { aggregate, events } = await store.create('t', 'bag_1', { commandId: 'c', trace }, (now) => ({
      state: mine,
      events: [{ type: 'made', data: { list: [1] }, time: now }],
      visible: true,
    }));
    expect(() => mine.list.push(2)).toThrow(TypeError);
    expect(() => (aggregate.state as State).list.push(2)).toThrow(TypeError);
    expect(() => ((events[0]?.data as State).list[0] = 2)).toThrow(TypeError);
    const [entry] = await store.history('t', 'bag_1');
    expect(() => Object.assign(entry?.event ?? {}, { type: 'x' })).toThrow(TypeError);
    await storage.stop();
  });

  it('are the same object as long as nobody wrote', async () => {
    const { storage, store } = await openStore();
    const { aggregate } = await store.create('t', 'bag_1', { commandId: 'c', trace }, () => ({
      state: { list: [], total: 0 },
      events: [],
      visible: true,
    }));
    expect(await store.load('t', 'bag_1')).toBe(aggregate);
    await storage.stop();
  });
});

describe('Commits in any interleaving', () => {
  it('leave sequences without gaps or repeats, and every event where it belongs', async () => {
    const writers = fc.array(fc.array(fc.tuple(fc.nat(2), fc.nat(3)), { maxLength: 6 }), {
      minLength: 2,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(writers, fc.scheduler(), async (plans, scheduler) => {
        const { storage, store } = await openStore();
        for (const id of ['bag_0', 'bag_1', 'bag_2']) {
          await store.create('t', id, { commandId: `new-${id}`, trace }, () => ({
            state: { list: [], total: 0 },
            events: [],
            visible: true,
          }));
        }
        const pause = scheduler.scheduleFunction(async () => undefined);
        const writes = plans.map(async (plan, writer) => {
          for (const [step, [bag, count]] of plan.entries()) {
            await pause();
            const command = { commandId: `w${writer}-${step}`, trace };
            await store.change('t', `bag_${bag}`, command, (aggregate, now) => ({
              state: { list: [], total: (aggregate.state as State).total + count },
              events: Array.from({ length: count }, () => ({ type: 'put', data: { writer, step }, time: now })),
              visible: true,
            }));
          }
        });
        await scheduler.waitFor(Promise.all(writes));
        const asked = plans.flat();
        for (const bag of [0, 1, 2]) {
          const total = asked.filter(([one]) => one === bag).reduce((sum, [, count]) => sum + count, 0);
          const history = await store.history('t', `bag_${bag}`);
          expect(history.map(({ sequence }) => sequence)).toEqual(
            Array.from({ length: total }, (_, index) => index + 1),
          );
          expect(await store.load('t', `bag_${bag}`)).toMatchObject({ lastSequence: total, state: { total } });
          const { events } = await storage.outbox.pending({ collection: 'bags', tenantId: 't', id: `bag_${bag}` });
          expect(events).toEqual(history.map(({ event }) => event));
        }
        await storage.stop();
      }),
      { numRuns: 40 },
    );
  });
});
