import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../src/workspace/repository-root.ts';
import { askToHire, isHired } from '../hire-somebody.ts';
import { developmentToken, type HiregraphProcess, startHiregraph } from '../hiregraph-process.ts';
import { HiringClient } from '../hiring-client.ts';
import { type OwnServers, startOwnServers } from '../own-servers.ts';
import { layOutEarlierRelease } from './earlier-release.ts';

const PATIENCE_MS = 900_000;
const isAsked = process.env.REQUIRE_SERVERS === '1' || (process.env.MONGODB_URL ?? '') !== '';

/** The sum of a metric over all its labels; the earlier version tells of a counter only once it counted. */
async function counted(origin: string, name: string): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

if (isAsked) {
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-upgrade-'));
  const earlierRoot = join(directory, 'earlier');
  const started: HiregraphProcess[] = [];
  let servers: OwnServers | null = null;
  let environment: Readonly<Record<string, string>>;
  let recruiter: HiringClient;

  /** A replica of one process that serves. */
  const serve = async (root: string): Promise<HiregraphProcess> => {
    const process = startHiregraph(['start.mjs', '--empty'], environment, root);
    started.push(process);
    await process.ready;
    return process;
  };
  const at = async (replica: HiregraphProcess): Promise<HiringClient> => recruiter.at(await replica.ready);

  const hireThrough = async (asked: HiregraphProcess, seen: HiregraphProcess): Promise<void> => {
    const application = await askToHire(await at(asked));
    await isHired(await at(seen), application);
  };

  const stop = async (replica: HiregraphProcess): Promise<void> => {
    expect(await counted(await replica.ready, 'hiregraph_consumer_events_total')).toBeGreaterThan(0);
    expect(await counted(await replica.ready, 'hiregraph_consumer_dead_letters_total')).toBe(0);
    expect(await counted(await replica.ready, 'hiregraph_relay_aggregates_parked')).toBe(0);
    replica.signal('SIGTERM');
    expect(await replica.ended).toEqual({ code: 0, signal: null });
  };

  beforeAll(async () => {
    mkdirSync(earlierRoot);
    layOutEarlierRelease(earlierRoot);
    servers = await startOwnServers(directory);
    environment = servers.environment;
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const process of started) process.signal('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await servers?.stop();
    rmSync(directory, { recursive: true, force: true });
  }, PATIENCE_MS);

  describe('the version before and this one on one store and topic', () => {
    it(
      'take over from each other forwards and back, and each goes on with what the other wrote',
      async () => {
        const earlier = await serve(earlierRoot);
        recruiter = new HiringClient(
          await earlier.ready,
          await developmentToken(environment.DATA_DIR ?? '', 'RECRUITER'),
        );
        const before = await askToHire(recruiter);
        await isHired(recruiter, before);

        const present = await serve(repositoryRoot);
        await isHired(await at(present), before);
        await hireThrough(present, earlier);
        await hireThrough(earlier, present);

        await stop(earlier);
        await hireThrough(present, present);

        const putBack = await serve(earlierRoot);
        await hireThrough(putBack, present);
        await stop(present);
        await hireThrough(putBack, putBack);
        await stop(putBack);
      },
      PATIENCE_MS,
    );
  });
} else {
  describe('the version before and this one', () => {
    it('are only run side by side where MONGODB_URL or REQUIRE_SERVERS says that servers are wanted', () => {
      process.stdout.write('Two releases were not run: `npm run with-servers -- npx jest earlier-release` does.\n');
    });
  });
}
