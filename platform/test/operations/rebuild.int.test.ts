import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { referenceEvents, REFERENCE_TOPIC, TOPICS } from '@hiregraph/contracts';
import { type EventEnvelope, type ServiceName, silentLogger, systemClock } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { SAMPLE_TENANT } from '../../src/config.ts';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { type Installation, whileRunning, withBus, withInstallation } from '../../src/operations/installation.ts';
import { compareRows, type DumpedRow, dumpProjections } from '../../src/operations/projection-rows.ts';
import { rebuild } from '../../src/operations/rebuild.ts';
import { rebuildProjections } from '../../src/operations/rebuild-projections.ts';
import { waitFor } from '../support/wait-for.ts';
import { createStoredPlatform, type StoredPlatform } from './stored-platform.ts';

/** The event of a rejection reason that nobody has in a store: it lies on the live topic alone. */
function reasonEvent(key: string): EventEnvelope {
  return {
    specversion: '1.0',
    id: `${key}:1`,
    source: '/hiregraph/job/1',
    type: referenceEvents['rejection-reason-created'].type,
    subject: key,
    time: '2026-03-02T09:00:00.000Z',
    datacontenttype: 'application/json',
    tenantid: SAMPLE_TENANT.id,
    sequence: 1,
    correlationid: 'cor_1',
    causationid: 'cor_1',
    data: { reasonId: key, side: 'COMPANY' },
  };
}

/** Everything that every service keeps, and the rows among it that a rebuild makes. */
interface Kept {
  readonly documents: string;
  readonly rows: Readonly<Record<ServiceName, readonly DumpedRow[]>>;
}

describe('npm run rebuild', () => {
  let stored: StoredPlatform;
  /** As the platform left it when it was stopped; later, as the row that was put right left it. */
  let kept: Kept;

  // The sample company: hires, seats, interviews and scorecards, told through the API.
  beforeAll(async () => {
    stored = createStoredPlatform();
    await stored.live(async (platform) => {
      await platform.whenRelayed();
      await waitFor('every consumer to have caught up', async () => {
        const groups = SERVICE_NAMES.flatMap((name) => platform.services[name].consumers);
        const lags = await Promise.all(groups.map(({ group, topics }) => platform.bus.lag(group, topics)));
        return lags.flatMap((lag) => Object.values(lag)).every((records) => records === 0);
      });
    }, []);
    kept = await lookInside();
  }, 240_000);
  afterAll(() => stored.remove());

  const open = <T>(work: (installation: Installation) => Promise<T>): Promise<T> =>
    withInstallation(stored.environment, (installation) => withBus(installation, () => work(installation)));

  const lookInside = (): Promise<Kept> =>
    open(async ({ services }) => {
      const documents: unknown[] = [];
      const rows: Record<ServiceName, readonly DumpedRow[]> = { job: [], candidate: [], evaluation: [] };
      for (const name of SERVICE_NAMES) {
        const { storage } = services[name];
        for (const { collection } of storage.collections) {
          for await (const document of storage.systemScope('export').collection(collection).all())
            documents.push(document);
        }
        rows[name] = [...(await dumpProjections(storage)).values()];
      }
      return { documents: JSON.stringify(documents), rows };
    });

  /** Puts another state into a stored row, as a defect of a consumer would have. */
  const spoil = ({ collection, tenantId, id, sequence, at }: DumpedRow): Promise<boolean> =>
    open(({ services }) =>
      services.candidate.storage
        .projections<object>({ collection, indexes: [] })
        .restore(tenantId, id, { sequence, at }, { spoilt: true }),
    );

  const expectEqual = async (service: ServiceName, { rows }: Kept): Promise<void> => {
    expect(rows[service].length).toBeGreaterThan(0);
    expect(await stored.run(rebuild, '--service', service)).toEqual({
      code: 0,
      printed: `${rows[service].length} rows of ${service} were rebuilt; 0 differ from what it keeps.`,
    });
  };

  it.each(SERVICE_NAMES)(
    'makes of an empty store what %s has become event by event, and changes nothing',
    async (name) => {
      await expectEqual(name, kept);
      expect((await lookInside()).documents).toBe(kept.documents);
    },
  );

  it('finds a row that says something else, and puts it right only when told so', async () => {
    const row = kept.rows.candidate[0]!;
    await spoil(row);
    const looked = await stored.run(rebuild, '--service', 'candidate');
    expect(looked.code).toBe(1);
    expect(looked.printed).toContain(`1 differ from what it keeps.\n  different: ${row.name}\nNothing was changed.`);
    const written = await stored.run(rebuild, '--service', 'candidate', '--write');
    expect(written.code).toBe(0);
    expect(written.printed).toContain('1 rows were written.');
    kept = await lookInside();
    expect(kept.rows.candidate).toContainEqual(row);
  });

  it('reads on from the live offsets noted before the replay, so that what comes meanwhile is not missed', async () => {
    const key = 'rsn_meanwhile';
    await open(async (installation) => {
      const { bus } = installation;
      let noted = false;
      // Right after the offsets of the topic were noted, another event comes.
      const busy: EventBus = {
        start: () => bus.start(),
        stop: () => bus.stop(),
        publish: (topic, events) => bus.publish(topic, events),
        subscribe: (options) => bus.subscribe(options),
        read: (options) => bus.read(options),
        earliest: (topics) => bus.earliest(topics),
        lag: (group, topics) => bus.lag(group, topics),
        latest: (topics) => bus.latest(topics),
        ensureTopics: async (specs) => {
          if (specs.some(({ name }) => name.startsWith(`${REFERENCE_TOPIC}.replay.`))) {
            noted = true;
            await bus.publish(REFERENCE_TOPIC, [reasonEvent(key)]);
          }
          await bus.ensureTopics(specs);
        },
      };
      const rebuilt = await rebuildProjections({ ...installation, bus: busy }, 'candidate', 'busy');
      expect(noted).toBe(true);
      expect(rebuilt.get(`rejection_reasons/${key}`)).toMatchObject({ sequence: 1, state: { active: true } });
    });
  });

  it('needs nothing of the live topics, also after retention cut all of them', async () => {
    const directory = join(String(stored.environment.DATA_DIR), 'bus');
    const bus = createEmbeddedBus({
      directory,
      clock: systemClock,
      logger: silentLogger,
      retention: { records: 0 },
      limits: { segmentBytes: 1 },
    });
    await whileRunning([bus], async () => {
      await bus.ensureTopics([{ name: 'test.newest', partitions: 1 }]);
      await bus.publish('test.newest', [reasonEvent('rsn_newest')]);
      await bus.applyRetention();
      expect(await bus.earliest(TOPICS)).toEqual(await bus.latest(TOPICS));
    });
    for (const service of SERVICE_NAMES) await expectEqual(service, kept);
  }, 240_000);

  it('makes the live topics where somebody deleted them, as one does after restoring MongoDB', async () => {
    rmSync(join(String(stored.environment.DATA_DIR), 'bus'), { recursive: true });
    for (const service of SERVICE_NAMES) {
      expect(await stored.run(rebuild, '--service', service)).toMatchObject({ code: 0 });
    }
  }, 240_000);

  it.each([
    [[], /^--service: is needed\.\nnpm run rebuild/u],
    [['--service', 'jobs'], /^--service jobs: there is no such service\.[^]*SERVICE: job, candidate, evaluation/u],
    [['job'], /"job": is no option of this command/u],
    [['--service', 'job', '--force'], /Unknown option '--force'/u],
  ])('refuses %j', async (words, message) => {
    await expect(stored.run(rebuild, ...words)).rejects.toThrow(message);
  });
});

describe('comparing stored rows with rebuilt ones', () => {
  const row = (id: string, sequence: number, text = ''): DumpedRow => ({
    name: `rows/${id}`,
    collection: 'rows',
    id,
    tenantId: 'ten_acme',
    sequence,
    at: '2026-03-02T09:00:00.000Z',
    state: {},
    text,
  });
  const byName = (...rows: readonly DumpedRow[]) => new Map(rows.map((each) => [each.name, each]));

  it('tells missing, behind, different and extra rows, and minds no stored row that is newer', () => {
    const storedRows = byName(
      row('same', 2),
      row('newer', 3),
      row('behind', 1),
      row('different', 2, 'a'),
      row('extra', 1),
    );
    const rebuilt = byName(
      row('same', 2),
      row('newer', 2),
      row('behind', 2),
      row('different', 2, 'b'),
      row('missing', 1),
    );
    const found = compareRows(storedRows, rebuilt).map((each) => `${each.kind} ${each.row.id}`);
    expect(found.sort()).toEqual(['behind behind', 'different different', 'extra extra', 'missing missing']);
  });
});
