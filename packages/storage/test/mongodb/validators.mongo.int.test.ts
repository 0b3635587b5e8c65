import { createManualClock, type Logger, silentLogger } from '@hiregraph/kernel';
import { createMongoEngine, openStorage, type Storage, type StoredDocument } from '@hiregraph/storage';
import { describeMongo, freshDatabase } from '@hiregraph/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';

const IN_PLACE = 'The validators of the store are in place.';

describeMongo((url) => {
  const running: Storage[] = [];

  afterEach(async () => {
    await Promise.all(running.splice(0).map((storage) => storage.stop()));
  });

  /** A store of things and rows, the engine under it, and what was logged about it. */
  async function opened(database: string) {
    const lines: string[] = [];
    const note = (_fields: object, line: string): void => void lines.push(line);
    const logger: Logger = { ...silentLogger, info: note, warn: note };
    const engine = createMongoEngine({ url, database, logger });
    const clock = createManualClock('2026-03-01T08:00:00.000Z');
    const storage = openStorage({ engine, service: 'job', clock, logger });
    const things = storage.aggregates<object>({
      name: 'thing',
      collection: 'things',
      topic: 'topic',
      service: 'job',
      indexes: [],
    });
    const rows = storage.projections<object>({ collection: 'rows', indexes: [] });
    running.push(storage);
    await storage.start();
    await storage.ready();
    return { engine, things, rows, lines };
  }

  describe('Validators of a MongoDB store', () => {
    it('refuse an aggregate and a row that lack what all have, or the log says that the server lets them in', async () => {
      const { engine, lines } = await opened(freshDatabase());
      const isEnforced = lines.includes(IN_PLACE);
      if (!isEnforced) expect(lines.join(' ')).toMatch(/\$jsonSchema validators .*checked by the code alone/);
      const unfit: readonly (readonly [string, StoredDocument])[] = [
        ['things', { _id: 'thing_1', tenantId: 't', state: {} }],
        ['rows', { _id: 'row_1', tenantId: 't', state: {}, sequence: 'first' }],
      ];
      for (const [name, document] of unfit) {
        const insert = engine.collection(name, []).insertOne(document);
        if (isEnforced) await expect(insert).rejects.toThrow(/code 121/);
        else await expect(insert).resolves.toBeUndefined();
      }
    });

    it('let in what the stores write, at the first start and at the next', async () => {
      const database = freshDatabase();
      const trace = { correlationId: 'c', causationId: 'c' };
      for (const id of ['thing_1', 'thing_2']) {
        const { things, rows } = await opened(database);
        await things.create('t', id, { commandId: `make-${id}`, trace }, (now) => ({
          state: { rank: 0 },
          events: [{ type: 'made', data: {}, time: now }],
          visible: true,
        }));
        const event = { sequence: 1, at: '2026-03-01T08:00:00.000Z' };
        expect(await rows.apply('t', id, event, () => ({ rank: 0 }))).toBe('applied');
      }
    });

    it('are given to a collection that was there before them', async () => {
      const database = freshDatabase();
      const before = createMongoEngine({ url, database });
      const bare = before.collection('things', []);
      await before.start();
      await bare.insertOne({ _id: 'old' });
      await before.stop();
      const { engine, lines } = await opened(database);
      const insert = engine.collection('things', []).insertOne({ _id: 'new' });
      if (lines.includes(IN_PLACE)) await expect(insert).rejects.toThrow(/code 121/);
      else await expect(insert).resolves.toBeUndefined();
    });
  });
});
