import { createManualClock, silentLogger } from '@hiregraph/kernel';
import { createMongoEngine, openStorage, type Storage } from '@hiregraph/storage';
import { describeMongo, freshDatabase, waitUntil } from '@hiregraph/testkit';
import { describe, expect, it } from '@jest/globals';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

interface State {
  readonly rank: number;
}

const trace = { correlationId: 'c', causationId: 'c' };

describeMongo((url) => {
  const address = new URL(url);
  const target = { host: address.hostname, port: Number(address.port || 27_017) };
  const through = (proxy: { readonly port: number }): string => {
    const changed = new URL(url);
    changed.host = `127.0.0.1:${proxy.port}`;
    changed.searchParams.set('directConnection', 'true');
    return changed.href;
  };

  const open = (engineUrl: string, timeout: number): { storage: Storage; store: ReturnType<typeof openStore> } => {
    const clock = createManualClock('2026-03-01T08:00:00.000Z');
    const engine = createMongoEngine({ url: engineUrl, database: freshDatabase(), timeout });
    const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger });
    return { storage, store: openStore(storage) };
  };
  const openStore = (storage: Storage) =>
    storage.aggregates<State>({ name: 'thing', collection: 'things', topic: 'topic', service: 'job', indexes: [] });

  const create = (store: ReturnType<typeof openStore>, id: string) =>
    store.create('t', id, { commandId: `make-${id}`, trace }, (now) => ({
      state: { rank: 0 },
      events: [{ type: 'made', data: {}, time: now }],
      visible: true,
    }));

  describe('MongoDB that comes and goes', () => {
    it('is found when it comes up after the service', async () => {
      const probe = await startTcpProxy(target);
      await probe.stop();
      const { storage, store } = open(through(probe), 300);
      await storage.start();
      await expect(store.load('t', 'x')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      const proxy = await startTcpProxy(target, probe.port);
      await waitUntil('the store to be ready', () =>
        storage
          .ready()
          .then(() => true)
          .catch(() => false),
      );
      expect((await create(store, 'thing_1')).changed).toBe(true);
      await storage.stop();
      await proxy.stop();
    });

    it('that answers nothing costs a read its deadline, and a write its certainty, which a repeat restores', async () => {
      const proxy: TcpProxy = await startTcpProxy(target);
      const { storage, store } = open(through(proxy), 500);
      await storage.start();
      await storage.ready();
      await create(store, 'thing_1');
      proxy.hang();
      await expect(store.load('t', 'thing_1')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      await expect(create(store, 'thing_2')).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
      proxy.resume();
      let settled: unknown = null;
      await waitUntil('a write to go through', async () => {
        settled = await create(store, 'thing_2').catch(() => null);
        return settled !== null;
      });
      expect(settled).toMatchObject({ aggregate: { id: 'thing_2', lastSequence: 1 } });
      await storage.stop();
      await proxy.stop();
    });
  });

  describe('What MongoDB refuses', () => {
    it('is a duplicate, or a defect, and neither is worth another try', async () => {
      const engine = createMongoEngine({ url, database: freshDatabase() });
      const things = engine.collection('things', [{ name: 'byName', keys: [['name', 1]], unique: true }]);
      await engine.start();
      await waitUntil('the store to be ready', () =>
        engine.ready().then(
          () => true,
          () => false,
        ),
      );
      await things.insertOne({ _id: 'a', name: 'one' });
      const duplicates = [things.insertOne({ _id: 'a', name: 'two' }), things.insertOne({ _id: 'b', name: 'one' })];
      for (const [at, insertion] of duplicates.entries())
        await expect(insertion).rejects.toMatchObject({
          name: 'DuplicateKeyError',
          index: ['_id_', 'byName'][at],
          retryable: false,
        });
      await expect(things.updateOne({ _id: 'a' }, { $inc: { name: 1 } })).rejects.toMatchObject({
        code: 'INTERNAL_ERROR',
        retryable: false,
      });
      expect(await things.findOne({ _id: 'a' }, { hint: '_id_' })).toEqual({ _id: 'a', name: 'one' });
      await engine.stop();
    });
  });

  describe('An index that is there already', () => {
    it('and is another one is named, kept, and stops the store from serving', async () => {
      const database = freshDatabase();
      const open1 = (keys: readonly (readonly [string, 1 | -1])[], unique: boolean) => {
        const engine = createMongoEngine({ url, database });
        engine.collection('things', [{ name: 'byName', keys, unique }]);
        return engine;
      };
      const first = open1([['name', 1]], false);
      await first.start();
      await first.ready();
      await first.stop();
      for (const [keys, unique, why] of [
        [[['other', 1]], false, /its keys are \{name: 1\}, not \{other: 1\}/],
        [[['name', 1]], true, /unique is false/],
      ] as const) {
        const second = open1(keys, unique);
        await second.start();
        await expect(second.ready()).rejects.toThrow(/byName of the collection things exists with another definition/);
        await expect(second.ready()).rejects.toThrow(why);
        await second.stop();
      }
      const third = open1([['name', 1]], false);
      await third.start();
      await third.ready();
      await third.stop();
    });
  });
});
