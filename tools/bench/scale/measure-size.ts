import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, createApi } from './client/api.ts';
import { type Latencies, latenciesOf, medianOf, timed } from './client/latencies.ts';
import { type Movable, movableApplications, moveToAndFro } from './client/movable-applications.ts';
import { type Job, type ListArguments, listApplications, listJobs, submit } from './client/operations.ts';
import type { Company } from './company/fill-stores.ts';
import type { ServerReport } from './server/protocol.ts';
import { type Server, startServer } from './server/start-server.ts';

const PAGES = 600;
const WRITES = 200;
const MOVES_OF_ONE = 1_000;
const COMPARED = 50;
const SNAPSHOT_PATIENCE_MILLISECONDS = 180_000;

export interface SizeFigures {
  readonly company: Company;
  /** Milliseconds from the process's begin until it served. */
  readonly restart: {
    /** From a journal that no snapshot covers. */
    readonly fromJournal: number;
    readonly fromSnapshot: number;
    /** Of that, until stores, bus and consumers ran. */
    readonly storesOpen: number;
    /** Processor time of the start from a snapshot, all threads: what it takes, whatever else the machine does. */
    readonly cpu: number;
  };
  readonly pageOfOneJob: Latencies;
  readonly pageOverAllJobs: Latencies;
  /** Milliseconds of processor time that the server took for a page, of one job and over all. */
  readonly cpuAPage: { readonly ofOneJob: number; readonly overAllJobs: number };
  readonly move: Latencies;
  readonly submit: Latencies;
  readonly snapshot: {
    readonly seconds: number;
    readonly loopDelay: { readonly p50: number; readonly p99: number; readonly max: number };
    /** The same while pages are read and nothing is written to the disk. */
    readonly loopDelayWithout: { readonly p50: number; readonly p99: number; readonly max: number };
    readonly page: Latencies;
  };
  /** Bytes of heap an application, with everything that belongs to it. */
  readonly heapAnApplication: number;
  /** Bytes that are resident outside the heap, likewise: documents that nobody has read, and the program itself. */
  readonly outsideHeapAnApplication: number;
  readonly rssMegabytes: number;
  readonly diskMegabytes: number;
  /** The median of the last moves of one application after 1,000, over that of other applications' first moves just then. */
  readonly growth: { readonly thousandth: number; readonly first: number; readonly ratio: number };
}

/** Measures a company that lies in the data directory: one connection, one operation at a time. */
export async function measureSize(data: string, company: Company, heapMegabytes: number): Promise<SizeFigures> {
  const fromJournal = await startServer(data, { heapMegabytes });
  const snapshot = await duringSnapshot(fromJournal, data);
  await fromJournal.stop();
  const server = await startServer(data, { heapMegabytes });
  const api = createApi(server.origin, 1);
  try {
    const jobs = await openJobs(api, server);
    const [one, all] = [await pages(api, server, jobs, ofOneJob), await pages(api, server, jobs, overAllJobs)];
    const movables = await movableApplications(api, server.token, jobs, Math.min(100, WRITES));
    const { move, submitted } = await writes(api, server, jobs, movables);
    const growth = await growthOf(api, server, movables);
    const { memory } = await server.report(true);
    return {
      company,
      restart: {
        fromJournal: fromJournal.startMilliseconds,
        fromSnapshot: server.startMilliseconds,
        storesOpen: server.first.storesOpenMilliseconds,
        cpu: server.first.cpuMilliseconds,
      },
      pageOfOneJob: one.latencies,
      pageOverAllJobs: all.latencies,
      cpuAPage: { ofOneJob: one.cpuMilliseconds, overAllJobs: all.cpuMilliseconds },
      move,
      submit: submitted,
      snapshot,
      heapAnApplication: Math.round(memory.heapUsed / company.applications),
      outsideHeapAnApplication: Math.round(memory.outsideHeap / company.applications),
      rssMegabytes: Math.round(memory.rss / 2 ** 20),
      diskMegabytes: Math.round((await bytesIn(join(data, 'store'))) / 2 ** 20),
      growth,
    };
  } finally {
    await api.close();
    await server.stop();
  }
}

async function openJobs(api: Api, server: Server): Promise<readonly Job[]> {
  return (await listJobs(api, server.token)).filter(({ status }) => status === 'OPEN');
}

type MakeList = (jobs: readonly Job[], turn: number) => ListArguments;

const ofOneJob: MakeList = (jobs, turn) => ({
  filter: { jobId: jobs[turn % jobs.length]?.id ?? '', status: 'ACTIVE' },
  sort: 'APPLIED_AT_DESC',
  first: 20,
});

const overAllJobs: MakeList = (_, turn) => ({
  filter: { status: turn % 2 === 0 ? 'ACTIVE' : 'REJECTED', source: turn % 4 < 2 ? 'referral' : 'careers-site' },
  sort: 'UPDATED_AT_DESC',
  first: 20,
});

interface Pages {
  readonly latencies: Latencies;
  /** Of the server, a page. */
  readonly cpuMilliseconds: number;
  /** Of the server, while the pages were read. */
  readonly loopDelay: ServerReport['loopDelay'];
}

async function pages(api: Api, server: Server, jobs: readonly Job[], make: MakeList): Promise<Pages> {
  const durations: number[] = [];
  const read = async (turn: number): Promise<number> =>
    await timed(() => listApplications(api, server.token, make(jobs, turn)));
  const warmUp = PAGES >> 1;
  for (let turn = 0; turn < warmUp; turn++) await read(turn);
  const before = await server.report();
  for (let turn = warmUp; turn < PAGES + warmUp; turn++) durations.push(await read(turn));
  const after = await server.report();
  return {
    latencies: latenciesOf(durations),
    cpuMilliseconds: (after.cpuMilliseconds - before.cpuMilliseconds) / PAGES,
    loopDelay: after.loopDelay,
  };
}

let people = 0;

async function apply(api: Api, jobs: readonly Job[]): Promise<void> {
  people += 1;
  const posts = jobs.flatMap((job) => job.posts.filter(({ status }) => status === 'PUBLISHED'));
  const post = posts[people % posts.length];
  if (post === undefined) throw new Error('No job of the company has a published post.');
  await submit(api, post, `${process.pid}.${people}`);
}

async function writes(
  api: Api,
  server: Server,
  jobs: readonly Job[],
  movables: readonly Movable[],
): Promise<{ readonly move: Latencies; readonly submitted: Latencies }> {
  const moves: number[] = [];
  const applied: number[] = [];
  // The first of each are slower: code is compiled by what it meets.
  for (let turn = -WRITES; turn < WRITES; turn++) {
    const movable = movables[(turn + WRITES) % movables.length];
    if (movable === undefined) continue;
    const moved = await timed(() => moveToAndFro(api, server.token, movable));
    const sent = await timed(() => apply(api, jobs));
    if (turn < 0) continue;
    moves.push(moved);
    applied.push(sent);
  }
  return { move: latenciesOf(moves), submitted: latenciesOf(applied) };
}

/** Moves one application a thousand times; then compares its moves with those of others, turn about. */
async function growthOf(api: Api, server: Server, movables: readonly Movable[]): Promise<SizeFigures['growth']> {
  const [old, ...others] = movables;
  if (old === undefined) throw new Error('There is no application to move.');
  for (let count = 0; count < MOVES_OF_ONE; count++) await moveToAndFro(api, server.token, old);
  const thousandth: number[] = [];
  const first: number[] = [];
  for (const other of others.slice(0, COMPARED)) {
    thousandth.push(await timed(() => moveToAndFro(api, server.token, old)));
    first.push(await timed(() => moveToAndFro(api, server.token, other)));
  }
  const [late, early] = [medianOf(thousandth), medianOf(first)];
  return { thousandth: late, first: early, ratio: late / early };
}

/** The first write makes a snapshot due, since the journal was left without one: reads pages while it is written. */
async function duringSnapshot(server: Server, data: string): Promise<SizeFigures['snapshot']> {
  const api = createApi(server.origin, 1);
  try {
    const jobs = await openJobs(api, server);
    const { loopDelay: without } = await pages(api, server, jobs, ofOneJob);
    const durations: number[] = [];
    const began = performance.now();
    const due = (await bytesIn(join(data, 'store'), 'candidate')) >= SNAPSHOT_DUE_BYTES;
    await apply(api, jobs);
    await sleep(20);
    await server.report();
    for (let turn = 0; due && !(await hasSnapshot(data)); turn++) {
      durations.push(await timed(() => listApplications(api, server.token, ofOneJob(jobs, turn))));
      if (performance.now() - began > SNAPSHOT_PATIENCE_MILLISECONDS) throw new Error('No snapshot came.');
    }
    const seconds = (performance.now() - began) / 1000;
    const { loopDelay } = await server.report();
    return { seconds: due ? seconds : 0, loopDelay, loopDelayWithout: without, page: latenciesOf(durations) };
  } finally {
    await api.close();
  }
}

/** What the embedded engine waits for before it takes one. */
const SNAPSHOT_DUE_BYTES = 16 * 1024 * 1024;

async function hasSnapshot(data: string): Promise<boolean> {
  const names = await readdir(join(data, 'store'));
  return names.some((name) => name.startsWith('candidate.') && name.endsWith('.snapshot'));
}

async function bytesIn(folder: string, journal = ''): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(journal));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
