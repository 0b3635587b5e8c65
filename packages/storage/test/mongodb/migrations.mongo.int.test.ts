import { createManualClock, type ManualClock } from '@hiregraph/kernel';
import { createMongoEngine, type Migration, type StorageEngine } from '@hiregraph/storage';
import { describeMongo, freshDatabase, waitUntil } from '@hiregraph/testkit';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createGate } from './gate.ts';

const LEASE_MILLISECONDS = 60_000;
const nothing = async (): Promise<void> => undefined;
const first: Migration = { version: 1, name: 'The first layout.', kind: 'expand', run: nothing };

describeMongo((url) => {
  const running: StorageEngine[] = [];

  afterEach(async () => {
    await Promise.all(running.splice(0).map((engine) => engine.stop()));
  });

  async function replica(
    database: string,
    migrations: readonly Migration[],
    clock: ManualClock = createManualClock('2026-03-01T08:00:00.000Z'),
  ): Promise<StorageEngine> {
    const engine = createMongoEngine({ url, database, migrations, clock });
    engine.collection('migrations', []);
    running.push(engine);
    await engine.start();
    return engine;
  }

  const becomesReady = (engine: StorageEngine): Promise<void> =>
    waitUntil('the store to be ready', () =>
      engine.ready().then(
        () => true,
        () => false,
      ),
    );

  async function records(engine: StorageEngine): Promise<readonly Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    for await (const record of engine.collection('migrations', []).all()) found.push(record);
    return found;
  }

  /** A migration that says when it has begun, and ends when it is told to. */
  function held() {
    const gate = createGate();
    const state = { runs: 0, open: gate.open, migration: first };
    state.migration = {
      ...first,
      run: async () => {
        state.runs += 1;
        await gate.passed;
      },
    };
    return state;
  }

  describe('Migrations of a MongoDB store', () => {
    it('run in order, once, and leave a record each', async () => {
      const database = freshDatabase();
      const order: number[] = [];
      const step = (version: number): Migration => ({
        ...first,
        version,
        run: async () => {
          order.push(version);
        },
      });
      await becomesReady(await replica(database, [step(1), step(2)]));
      const again = await replica(database, [step(1), step(2), step(3)]);
      await becomesReady(again);
      expect(order).toEqual([1, 2, 3]);
      expect((await records(again)).map(({ version, status }) => [version, status])).toEqual([
        [1, 'done'],
        [2, 'done'],
        [3, 'done'],
      ]);
    });

    it('run in one of two replicas that start together, and the other serves only afterwards', async () => {
      const database = freshDatabase();
      const step = held();
      const engines = await Promise.all([replica(database, [step.migration]), replica(database, [step.migration])]);
      await waitUntil('one to begin', async () => step.runs > 0);
      for (const engine of engines) await expect(engine.ready()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      step.open();
      await Promise.all(engines.map(becomesReady));
      expect(step.runs).toBe(1);
    });

    it('are taken over at their checkpoint when their lease has ended, and the one before can end nothing more', async () => {
      const database = freshDatabase();
      const stalled = createGate();
      const late = createGate<unknown>();
      const begun = createGate();
      const slow: Migration = {
        ...first,
        run: async ({ checkpoint, position }) => {
          if (position !== null) return;
          await checkpoint('half');
          begun.open();
          await stalled.passed;
          await checkpoint('more').then(late.open, late.open);
        },
      };
      await replica(database, [slow]);
      await begun.passed;
      const positions: (string | null)[] = [];
      const heir: Migration = { ...first, run: async ({ position }) => void positions.push(position) };
      const clock = createManualClock('2026-03-01T08:00:00.000Z');
      const second = await replica(database, [heir], clock);
      await expect(second.ready()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(positions).toEqual([]);
      clock.advance(LEASE_MILLISECONDS);
      await becomesReady(second);
      expect(positions).toEqual(['half']);
      stalled.open();
      expect(await late.passed).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(await records(second)).toMatchObject([{ status: 'done', position: 'half' }]);
    });

    it('that fail stop the store with a sentence, and go on where they stopped at the next start', async () => {
      const database = freshDatabase();
      const positions: (string | null)[] = [];
      const failing = (fails: boolean): Migration => ({
        ...first,
        run: async ({ checkpoint, position }) => {
          positions.push(position);
          await checkpoint('half');
          if (fails) throw new Error('A job has no title.');
        },
      });
      const broken = await replica(database, [failing(true)]);
      await expect(broken.ready()).rejects.toThrow(/migration 1 .* failed: A job has no title\. Mend the cause/);
      await becomesReady(await replica(database, [failing(false)]));
      expect(positions).toEqual([null, 'half']);
    });

    it('of newer code refuse this code when they contract, and let it run when they expand', async () => {
      const database = freshDatabase();
      const expand: Migration = { ...first, version: 2, name: 'A new field.' };
      const contract: Migration = { ...first, version: 3, name: 'An old field is gone.', kind: 'contract' };
      await becomesReady(await replica(database, [first, expand]));
      await becomesReady(await replica(database, [first]));
      await becomesReady(await replica(database, [first, expand, contract]));
      const old = await replica(database, [first, expand]);
      await expect(old.ready()).rejects.toThrow(
        /has the layout 3 \("An old field is gone\."\), and this version of Hiregraph knows layouts up to 2 only/,
      );
      await expect(old.collection('migrations', []).findOne({ _id: 'x' }, { hint: '_id_' })).rejects.toThrow(
        /layout 3/,
      );
    });
  });
});
