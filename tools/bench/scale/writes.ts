import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Api, createApi } from './client/api.ts';
import { closedLoop, type Throughput } from './client/closed-loop.ts';
import { latenciesOf, medianOf } from './client/latencies.ts';
import { type Movable, movableApplications, moveToAndFro } from './client/movable-applications.ts';
import { type Job, listJobs, submit } from './client/operations.ts';
import { machine, machineLine, table, writeResults } from './report/write-results.ts';
import { forkSource, type Server, startServer } from './server/start-server.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** Applications that each worker goes round: no two operations under way ever concern the same one. */
const OWN_APPLICATIONS = 20;
const WORKERS = 50;
/** About what one move puts into the journal of its store. */
const RECORD_BYTES = 2_000;

interface WriteRound {
  readonly floorBare: number;
  readonly floorHttp: Throughput;
  readonly move: Throughput;
  readonly submit: Throughput;
  readonly moveEventDelay: number;
  readonly submitEventDelay: number;
  readonly moveCpuMilliseconds: number;
  readonly submitCpuMilliseconds: number;
}

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
    profile: { type: 'string' },
    only: { type: 'string' },
  },
});
let people = 0;
const rounds = Number(values.rounds ?? (values.quick ? 3 : 7));
const seconds = Number(values.seconds ?? (values.quick ? 3 : 6));

await withTemporaryFolder(async (folder) => {
  const data = join(folder, 'data');
  const filled = forkSource('../company/fill.ts', [data, String(WORKERS * OWN_APPLICATIONS * 12)]);
  await once(filled, 'exit');
  const floor = forkSource('./floor.ts', [folder, String(RECORD_BYTES)]);
  const [{ origin: floorOrigin }] = (await once(floor, 'message')) as [{ origin: string }];
  const server = await startServer(data, { heapMegabytes: 2_048 });
  const api = createApi(server.origin, WORKERS);
  const floorApi = createApi(floorOrigin, WORKERS);
  try {
    const jobs = await listJobs(api, server.token);
    const movables = await movableApplications(api, server.token, jobs, WORKERS * OWN_APPLICATIONS);
    const parts = { api, floorApi, server, jobs, movables };
    // Code is compiled by what it meets first: no round counts before that.
    await oneRound(parts, Math.min(3, seconds));
    const measured: WriteRound[] = [];
    if (values.profile !== undefined) await server.profile(null);
    for (let round = 0; round < rounds; round++) measured.push(await oneRound(parts, seconds));
    if (values.profile !== undefined) await server.profile(values.profile);
    const waits = await waitsOfOne(parts);
    await report(measured, waits);
  } finally {
    await api.close();
    await floorApi.close();
    await server.stop();
    floor.disconnect();
  }
});

interface Parts {
  readonly api: Api;
  readonly floorApi: Api;
  readonly server: Server;
  readonly jobs: readonly Job[];
  readonly movables: readonly Movable[];
}

async function oneRound({ api, floorApi, server, jobs, movables }: Parts, length: number): Promise<WriteRound> {
  const { token } = server;
  const posts = jobs.flatMap((job) =>
    job.status === 'OPEN' ? job.posts.filter(({ status }) => status === 'PUBLISHED') : [],
  );
  const turns = new Array<number>(WORKERS).fill(0);
  const floorBare = JSON.parse(await floorApi.post('/', JSON.stringify({ bare: [WORKERS, 1000] }))) as {
    data: { perSecond: number };
  };
  const body = JSON.stringify({ query: 'x'.repeat(300), variables: { input: { id: 'x'.repeat(100) } } });
  const floorHttp = await closedLoop(WORKERS, length, () => floorApi.post('/', body));
  await server.report();
  const before = await server.report();
  const moved =
    values.only === 'submit'
      ? null
      : await closedLoop(WORKERS, length, async (worker) => {
          const turn = (turns[worker] = ((turns[worker] ?? 0) + 1) % OWN_APPLICATIONS);
          const movable = movables[worker * OWN_APPLICATIONS + turn];
          if (movable !== undefined) await moveToAndFro(api, token, movable);
        });
  await server.idle();
  const between = await server.report();
  const submitted =
    values.only === 'move'
      ? null
      : await closedLoop(WORKERS, length, async (worker) => {
          const post = posts[worker % posts.length];
          if (post !== undefined) await submit(api, post, `${process.pid}.${(people += 1)}`);
        });
  await server.idle();
  const after = await server.report();
  const none: Throughput = { count: 0, perSecond: 0, latencies: latenciesOf([]) };
  return {
    floorBare: floorBare.data.perSecond,
    floorHttp,
    move: moved ?? none,
    submit: submitted ?? none,
    moveEventDelay: medianOf(between.eventDelays),
    submitEventDelay: medianOf(after.eventDelays),
    moveCpuMilliseconds: (between.cpuMilliseconds - before.cpuMilliseconds) / (moved?.count ?? 1),
    submitCpuMilliseconds: (after.cpuMilliseconds - between.cpuMilliseconds) / (submitted?.count ?? 1),
  };
}

/** How many fsyncs of a store pass before one operation, alone, is answered. */
async function waitsOfOne({ api, server, jobs, movables }: Parts): Promise<{ move: number; submit: number }> {
  const count = async (work: () => Promise<void>): Promise<number> => {
    await server.idle();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.countWaits(true);
    await work();
    const released = await server.waits();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.countWaits(false);
    return released;
  };
  const [movable] = movables;
  const post = jobs.find(({ status }) => status === 'OPEN')?.posts.find(({ status }) => status === 'PUBLISHED');
  if (movable === undefined || post === undefined) throw new Error('There is nothing to move, or to apply for.');
  return {
    move: await count(() => moveToAndFro(api, server.token, movable)),
    submit: await count(() => submit(api, post, `${process.pid}.waits`)),
  };
}

async function report(measured: readonly WriteRound[], waits: { move: number; submit: number }): Promise<void> {
  const median = (value: (round: WriteRound) => number): number => medianOf(measured.map(value));
  const rate = (value: (round: WriteRound) => number): string => Math.round(median(value)).toLocaleString('en');
  const milliseconds = (value: (round: WriteRound) => number): string => median(value).toFixed(1);
  const share = (of: (round: WriteRound) => number, floor: (round: WriteRound) => number): string =>
    `${Math.round(100 * median((round) => of(round) / floor(round)))} %`;
  const line = (
    name: string,
    of: (round: WriteRound) => Throughput,
    cpu: ((round: WriteRound) => number) | null,
    delay: ((round: WriteRound) => number) | null,
    fsyncs: string,
  ): string[] => [
    name,
    rate((round) => of(round).perSecond),
    share(
      (round) => of(round).perSecond,
      (round) => round.floorHttp.perSecond,
    ),
    milliseconds((round) => of(round).latencies.p50),
    milliseconds((round) => of(round).latencies.p99),
    cpu === null ? '' : median(cpu).toFixed(2),
    fsyncs,
    delay === null ? '' : milliseconds(delay),
  ];
  const shape = machine();
  const text = [
    '# Writes on the embedded engines',
    '',
    `${WORKERS} connections, distinct applications, ${measured.length} rounds of ${seconds} s, medians; the floor in every round. ${machineLine(shape)}.`,
    '',
    table(
      ['operation', 'acknowledged/s', 'of the floor', 'p50 ms', 'p99 ms', 'CPU ms', 'fsync waits', 'event durable, ms'],
      [
        line('floor over HTTP: parse, append, grouped fdatasync', (round) => round.floorHttp, null, null, ''),
        line(
          'moveApplication',
          (round) => round.move,
          (round) => round.moveCpuMilliseconds,
          (round) => round.moveEventDelay,
          String(waits.move),
        ),
        line(
          'submitApplication',
          (round) => round.submit,
          (round) => round.submitCpuMilliseconds,
          (round) => round.submitEventDelay,
          String(waits.submit),
        ),
      ],
    ),
    '',
    `The floor without HTTP, ${WORKERS} loops in the process: ${rate((round) => round.floorBare)}/s. CPU is that of the server's process with everything that follows an operation: relay, bus, consumers. "fsync waits" are the fsyncs of a store that pass before one operation, alone, is answered. "event durable" is the median time from an event's own time until it is durable on the bus, consumers running.`,
  ].join('\n');
  process.stdout.write(`${text}\n`);
  if (values.only === undefined)
    await writeResults('writes', { machine: shape, seconds, rounds: measured, waits }, text);
}
