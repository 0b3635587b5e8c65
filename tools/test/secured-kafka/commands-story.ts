import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICATION_TOPIC, REFERENCE_TOPIC, referenceEvents, TOPICS } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import type { EventBus } from '@hiregraph/messaging';
import { dumpProjections, type Installation, SERVICE_NAMES, whileRunning, withInstallation } from '@hiregraph/platform';
import { startMongodbCompatible } from '../../src/servers/mongodb-compatible-server.ts';
import { repositoryRoot } from '../../src/workspace/repository-root.ts';
import { askToHire, isHired } from '../hire-somebody.ts';
import { developmentToken, type HiregraphProcess, startHiregraph, until } from '../hiregraph-process.ts';
import { HiringClient } from '../hiring-client.ts';
import { cutTopics } from './cut-topics.ts';
import type { SecuredKafka } from './secured-kafka.ts';
import { scramVariables } from './secured-listener.ts';

const PATIENCE_MS = 600_000;
const GROUP = 'candidate.references';
const KEY = 'rsn_lost';

/** The events of a rejection reason that nobody's store has: created with the first, retired with the second. */
function reasonEvent(sequence: 1 | 2): EventEnvelope {
  const types = { 1: referenceEvents['rejection-reason-created'], 2: referenceEvents['rejection-reason-retired'] };
  return {
    specversion: '1.0',
    id: `${KEY}:${sequence}`,
    source: '/hiregraph/job/1',
    type: types[sequence].type,
    subject: KEY,
    time: '2026-03-02T09:00:00.000Z',
    datacontenttype: 'application/json',
    tenantid: 'ten_larkfield',
    sequence,
    correlationid: 'cor_1',
    causationid: 'cor_1',
    data: { reasonId: KEY, side: 'COMPANY' },
  };
}

/** What operators do about events, on real servers. */
export function tellOfCommands(kafka: () => SecuredKafka): void {
  describe('the commands for events, beside a running platform on servers that ask for TLS and a password', () => {
    const stops: (() => Promise<unknown>)[] = [];
    let environment: Record<string, string>;
    let recruiter: HiringClient;
    let platform: HiregraphProcess;
    let platformEnded = false;

    const start = (...launcher: readonly [string, ...string[]]): HiregraphProcess => {
      const process = startHiregraph(launcher, environment);
      stops.push(() => {
        process.signal('SIGKILL');
        return process.ended;
      });
      return process;
    };

    /** A command as npm runs it. */
    const run = async (name: string, ...words: readonly string[]): Promise<{ code: number | null; output: string }> => {
      const command = start('source.mjs', `platform/src/operations/${name}-cli.ts`, ...words);
      const { code } = await command.ended;
      return { code, output: command.output() };
    };

    const look = <T>(work: (installation: Installation) => Promise<T>): Promise<T> =>
      withInstallation(environment, (installation) => whileRunning([installation.bus], () => work(installation)));

    /** Every consumer has taken in or parked what lies on its topics, and the outboxes are empty. */
    const untilCaughtUp = (): Promise<void> =>
      look(({ services, bus }) =>
        until('every consumer to have caught up', async () => {
          if (platformEnded) throw new Error(`The platform ended by itself:\n${platform.output()}`);
          const groups = SERVICE_NAMES.flatMap((name) => services[name].consumers);
          const lags = await Promise.all(groups.map(({ group, topics }) => bus.lag(group, topics)));
          const waiting = SERVICE_NAMES.map((name) => services[name].storage.outbox.findStale('9999', 1));
          return (
            lags.flatMap((lag) => Object.values(lag)).every((records) => records === 0) &&
            (await Promise.all(waiting)).every((found) => found.length === 0)
          );
        }),
      );

    const hireSomebody = async (): Promise<void> => isHired(recruiter, await askToHire(recruiter));

    beforeAll(async () => {
      const { address, directory, listener } = kafka();
      const mongodb = await startMongodbCompatible({
        cacheDirectory: join(repositoryRoot, '.cache', 'servers'),
        dataDirectory: join(directory, 'mongodb'),
        progress: () => undefined,
      });
      stops.push(() => mongodb.stop());
      const dataDirectory = join(directory, 'data');
      environment = {
        ...scramVariables(listener),
        MONGODB_URL: mongodb.address,
        KAFKA_BROKERS: address,
        DATA_DIR: dataDirectory,
        LOG_LEVEL: 'error',
      };
      platform = start('start.mjs', '--empty');
      void platform.ended.then(() => {
        platformEnded = true;
      });
      recruiter = new HiringClient(await platform.ready, await developmentToken(dataDirectory, 'RECRUITER'));
      for (let hires = 0; hires < 2; hires++) await hireSomebody();
      await untilCaughtUp();
    }, PATIENCE_MS);

    afterAll(async () => {
      for (const stop of stops.reverse()) await stop();
    }, PATIENCE_MS);

    /** Every event of a topic as JSON, by key, in the order in which it lies there; repeats dropped. */
    async function eventsByKey(bus: EventBus, topic: string): Promise<ReadonlyMap<string, readonly string[]>> {
      const found = new Map<string, string[]>();
      for await (const { record } of bus.read({ topics: [topic], from: {}, live: false })) {
        const known = found.get(record.key) ?? [];
        if (record.event.sequence > known.length) found.set(record.key, [...known, JSON.stringify(record.event)]);
      }
      return found;
    }

    it(
      'write every frozen event to a replay topic, in order per key',
      async () => {
        const { code, output } = await run('replay', '--topic', APPLICATION_TOPIC, '--run', 'whole');
        expect({ code, output }).toMatchObject({ code: 0 });
        await look(async ({ bus }) => {
          const live = await eventsByKey(bus, APPLICATION_TOPIC);
          expect(live.size).toBe(2);
          expect(await eventsByKey(bus, `${APPLICATION_TOPIC}.replay.whole`)).toEqual(live);
          const count = [...live.values()].flat().length;
          expect(output).toContain(`${count} events of 2 aggregates lie on ${APPLICATION_TOPIC}.replay.whole.`);
        });
      },
      PATIENCE_MS,
    );

    it(
      'rebuild projections that equal those that lived through it, also when the topics have lost all records',
      async () => {
        await look(({ bus }) => expectRecords(bus, true));
        await cutTopics(kafka(), TOPICS);
        await look(({ bus }) => expectRecords(bus, false));
        for (const service of SERVICE_NAMES) {
          const rows = await look(({ services }) => dumpProjections(services[service].storage));
          expect(rows.size).toBeGreaterThan(0);
          expect(await run('rebuild', '--service', service)).toEqual({
            code: 0,
            output: `${rows.size} rows of ${service} were rebuilt; 0 differ from what it keeps.\n`,
          });
        }
        // Consumers go on behind the cut.
        await hireSomebody();
      },
      PATIENCE_MS,
    );

    async function expectRecords(bus: EventBus, some: boolean): Promise<void> {
      const [earliest, latest] = [await bus.earliest(TOPICS), await bus.latest(TOPICS)];
      const kept = Object.entries(latest).some(([partition, end]) => end > (earliest[partition] ?? 0));
      expect(kept).toBe(some);
    }

    it(
      'find a row that says something else, and put it right when told so',
      async () => {
        await untilCaughtUp();
        const name = await look(async ({ services }) => {
          const { storage } = services.evaluation;
          const [row] = (await dumpProjections(storage)).values();
          if (row === undefined) throw new Error('The evaluation service keeps no row.');
          const { collection, tenantId, id, sequence, at } = row;
          const rows = storage.projections<object>({ collection, indexes: [] });
          await rows.restore(tenantId, id, { sequence, at }, { spoilt: true });
          return row.name;
        });
        const { code, output } = await run('rebuild', '--service', 'evaluation', '--write');
        expect({ code, output }).toMatchObject({ code: 0 });
        expect(output).toContain(`1 differ from what it keeps.\n  different: ${name}\n1 rows were written.`);
        expect(await run('rebuild', '--service', 'evaluation')).toMatchObject({ code: 0 });
      },
      PATIENCE_MS,
    );

    it(
      'list, show and replay what a consumer has parked',
      async () => {
        await look(({ bus }) => bus.publish(REFERENCE_TOPIC, [reasonEvent(2)]));
        await untilCaughtUp();
        const replay = () => run('dlq', 'replay', '--group', GROUP, '--key', KEY);
        expect((await run('dlq', 'list')).output).toMatch(
          /^larkfield {2}candidate\.references {2}rsn_lost {2}1 waiting/mu,
        );
        const shown = await run('dlq', 'show', '--group', GROUP, '--key', KEY);
        expect(shown.output).toContain('because  gap (INTERNAL_ERROR)');
        const stopped = await replay();
        expect(stopped).toMatchObject({ code: 1 });
        expect(stopped.output).toContain('rsn_lost: 0 handled, then stopped at rsn_lost:2');
        // What was missing comes after all, and follows its key to the dead letters.
        await look(({ bus }) => bus.publish(REFERENCE_TOPIC, [reasonEvent(1)]));
        await untilCaughtUp();
        expect(await replay()).toEqual({ code: 0, output: 'rsn_lost: 2 handled; the key is released.\n' });
        expect(await run('dlq', 'list')).toEqual({ code: 0, output: 'No key is parked: every event was taken in.\n' });
      },
      PATIENCE_MS,
    );
  });
}
