import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICATION, askToHire, isHired, newTitle } from './hire-somebody.ts';
import {
  childrenOf,
  developmentToken,
  type HiregraphProcess,
  isRunning,
  startHiregraph,
  until,
} from './hiregraph-process.ts';
import { HiringClient } from './hiring-client.ts';
import { type OwnServers, startOwnServers } from './own-servers.ts';

/** Only a hang ends here: filling a store on the MongoDB-compatible server takes its time. */
const PATIENCE_MS = 900_000;
const isAsked = process.env.REQUIRE_SERVERS === '1' || (process.env.MONGODB_URL ?? '') !== '';

if (isAsked) {
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-distributed-'));
  const started: HiregraphProcess[] = [];
  let servers: OwnServers | null = null;
  let environment: Readonly<Record<string, string>>;

  const start = (launcher: readonly [string, ...string[]], more: Record<string, string> = {}): HiregraphProcess => {
    const process = startHiregraph(launcher, { ...environment, ...more });
    started.push(process);
    return process;
  };

  // Servers of its own: the suite begins with empty ones.
  beforeAll(async () => {
    servers = await startOwnServers(directory);
    environment = servers.environment;
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const process of started) process.signal('SIGKILL');
    await Promise.all(started.map(({ ended }) => ended));
    await servers?.stop();
    rmSync(directory, { recursive: true, force: true });
  }, PATIENCE_MS);

  describe('two replicas of one process on one store and topic', () => {
    let one: HiregraphProcess;
    let other: HiregraphProcess;
    let recruiter: HiringClient;

    it(
      'fill an empty store once when they start at once',
      async () => {
        [one, other] = [start(['start.mjs']), start(['start.mjs'])];
        const origins = await Promise.all([one.ready, other.ready]);
        const outputs = [one.output(), other.output()];
        expect(outputs.filter((output) => output.includes('Filling an empty store'))).toHaveLength(1);
        expect(outputs.filter((output) => output.includes('Another process fills the store'))).toHaveLength(1);
        recruiter = new HiringClient(origins[0], await developmentToken(environment.DATA_DIR ?? '', 'RECRUITER'));
        for (const origin of origins) {
          type Data = { jobs: { nodes: unknown[] }; candidates: { totalCount: number } };
          const { jobs, candidates } = await recruiter
            .at(origin)
            .ask<Data>('{ jobs(first: 100) { nodes { id } } candidates { totalCount } }');
          // The sixth job is confidential.
          expect([jobs.nodes.length, candidates.totalCount]).toEqual([5, 300]);
        }
      },
      PATIENCE_MS,
    );

    it(
      'show at the one what was changed at the other, in reads, on the event stream and in projections',
      async () => {
        const title = newTitle();
        const there = recruiter.at(await other.ready);
        const application = await askToHire(recruiter, title);
        await isHired(there, application);
        type Data = { application: { job: { title: string } } };
        expect((await there.ask<Data>(APPLICATION, { id: application })).application.job.title).toBe(title);
        const analyst = new HiringClient(
          await other.ready,
          await developmentToken(environment.DATA_DIR ?? '', 'ANALYST'),
        );
        expect(await analyst.seesEvent('com.hiregraph.application.hired.v1', application)).toBe(true);
      },
      PATIENCE_MS,
    );

    it(
      'go on when one of them is killed, which the other then relays and consumes for',
      async () => {
        one.signal('SIGKILL');
        await one.ended;
        const there = recruiter.at(await other.ready);
        await isHired(there, await askToHire(there, newTitle()));
        other.signal('SIGTERM');
        expect(await other.ended).toEqual({ code: 0, signal: null });
      },
      PATIENCE_MS,
    );
  });

  describe('npm run cluster', () => {
    it(
      'runs two of each service, hires somebody, survives the end of one, and ends all of them at Ctrl-C',
      async () => {
        const cluster = start(['cluster.mjs', '--replicas', '2']);
        const client = new HiringClient(
          await cluster.ready,
          await developmentToken(environment.DATA_DIR ?? '', 'RECRUITER'),
        );
        const children = childrenOf(cluster.processId);
        const entries = ['job', 'candidate', 'evaluation'].map((name) => `services/${name}/src/main.ts`);
        expect([...children.values()].toSorted()).toEqual([...entries, ...entries, 'gateway/src/main.ts'].toSorted());
        await isHired(client, await askToHire(client, newTitle()));
        for (const entry of entries) {
          const [victim = 0] = [...children].find(([, started]) => started === entry) ?? [];
          process.kill(victim, 'SIGKILL');
        }
        await isHired(client, await askToHire(client, newTitle()));
        for (const service of ['job', 'candidate', 'evaluation']) {
          await cluster.said(new RegExp(`^"${service}-[12]" ended with signal SIGKILL. It is started again`, 'mu'));
          await cluster.said(new RegExp(`^\\[(${service}-[12])\\] ready [^]*^\\[\\1\\] ready `, 'mu'));
        }
        const running = childrenOf(cluster.processId);
        expect(running.size).toBe(7);
        cluster.signal('SIGINT');
        expect(await cluster.ended).toEqual({ code: 0, signal: null });
        expect([...running.keys()].filter(isRunning)).toEqual([]);
      },
      PATIENCE_MS,
    );

    it(
      'leaves nobody behind when it is itself killed',
      async () => {
        const cluster = start(['cluster.mjs', '--empty']);
        await cluster.ready;
        const children = [...childrenOf(cluster.processId).keys()];
        expect(children).toHaveLength(4);
        cluster.signal('SIGKILL');
        await until('the end of its processes', () => !children.some(isRunning));
      },
      PATIENCE_MS,
    );

    it(
      'says which process could not start, and ends the others with it',
      async () => {
        // A secret that is too short is refused by the services, not by the cluster.
        const cluster = start(['cluster.mjs', '--empty'], { INTERNAL_TOKEN_SECRET: 'short' });
        expect(await cluster.ended).toEqual({ code: 1, signal: null });
        expect(cluster.output()).toMatch(/^\[\w+\] INTERNAL_TOKEN_SECRET: is needed/mu);
        expect(cluster.output()).toMatch(/^"\w+" ended with code 1 before it served, so the others were stopped/mu);
      },
      PATIENCE_MS,
    );
  });
} else {
  describe('the distributed forms', () => {
    it('are only tried where MONGODB_URL or REQUIRE_SERVERS says that servers are wanted', () => {
      process.stdout.write(
        'The distributed forms were not tried: `npm run with-servers -- npx jest distributed` does.\n',
      );
    });
  });
}
