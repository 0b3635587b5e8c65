import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startKafka } from '../servers/kafka-server.ts';
import { freePort, type LocalServer, type Progress } from '../servers/local-server.ts';
import { startMongodbCompatible } from '../servers/mongodb-compatible-server.ts';
import { repositoryRoot } from '../workspace/repository-root.ts';
import { createOutageClient, type OutageClient } from './outage-client.ts';
import { type OutageLoad, type Phase, type PhaseFigures, startOutageLoad } from './outage-load.ts';
import { prepareOutage } from './outage-scene.ts';
import { startPlatformOnServers } from './platform-on-servers.ts';
import { secondsUntil } from './seconds-until.ts';

export interface OutageOptions {
  /** How long the broker is down. */
  readonly seconds: number;
  /** Moves a second. */
  readonly rate: number;
  readonly progress: Progress;
  /** How long the outbox may take to drain before the run gives up, in seconds. Default 120. */
  readonly patience?: number;
}

export interface OutageReport {
  readonly seconds: number;
  readonly rate: number;
  readonly figures: Readonly<Record<Phase, PhaseFigures>>;
  /** From the broker's return until no event was older than a second, with the load going on. Null: not in time. */
  readonly drainedAfter: number | null;
  /** The age of the oldest event just before the broker returned, in seconds. Null: it was not told. */
  readonly oldest: number | null;
  /** Hires that were asked for, and of these HIRED at the end. */
  readonly hires: { readonly asked: number; readonly hired: number; readonly settledAfter: number | null };
}

const HIRE_EVERY_MS = 2_000;
const DRAINED_SECONDS = 1;
const LONGEST_BEFORE_S = 10;
/** Only a hang ends there. */
const STORES_WITHIN_S = 180;

/**
 * Starts both servers and the platform on them, sends moves and hires at a steady rate, kills the broker for so long,
 * starts it again on its data, and measures how what waited meanwhile goes out.
 */
export async function runOutage(options: OutageOptions): Promise<OutageReport> {
  const { progress } = options;
  const cacheDirectory = join(repositoryRoot, '.cache', 'servers');
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-outage-'));
  const port = await freePort();
  const startBroker = (): Promise<LocalServer> =>
    startKafka({ cacheDirectory, dataDirectory: join(directory, 'kafka'), progress, port });
  const running: { stop(): Promise<void> }[] = [];
  try {
    const store = await startMongodbCompatible({ cacheDirectory, dataDirectory: join(directory, 'mongodb'), progress });
    running.push(store);
    const broker = { server: await startBroker() };
    running.push({ stop: () => broker.server.stop() });
    progress('Platform: starting on both …');
    const platform = await startPlatformOnServers({
      mongodbUrl: store.address,
      kafkaBrokers: broker.server.address,
      dataDirectory: join(directory, 'platform'),
    });
    running.push(platform);
    await untilStoresReady(platform.origin);
    const client = createOutageClient(platform.origin, await platform.token('RECRUITER'));
    return await breakAndMend(client, options, broker, startBroker);
  } finally {
    for (const each of running.reverse()) await each.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The platform serves before its indexes are made, which takes a busy machine longer than clients ask again. */
async function untilStoresReady(origin: string): Promise<void> {
  const seconds = await secondsUntil(performance.now(), STORES_WITHIN_S, async () => {
    return (await fetch(`${origin}/health/ready`)).ok;
  });
  if (seconds === null) throw new Error(`The stores were not ready within ${STORES_WITHIN_S} s.`);
}

async function breakAndMend(
  client: OutageClient,
  { seconds, rate, progress, patience = 120 }: OutageOptions,
  broker: { server: LocalServer },
  startBroker: () => Promise<LocalServer>,
): Promise<OutageReport> {
  const before = Math.min(seconds, LONGEST_BEFORE_S) * 1000;
  const hires = Math.ceil((before + seconds * 1000 + patience * 1000) / HIRE_EVERY_MS);
  progress('Scene: a job, its seats and its applications …');
  const scene = await prepareOutage(client, Math.max(16, rate * 2), Math.min(hires, 100));
  const load = startOutageLoad(client, scene, rate, HIRE_EVERY_MS);
  progress(`Load: ${rate} moves/s, broker up for ${before / 1000} s …`);
  await delay(before);
  process.kill(broker.server.processId, 'SIGKILL');
  load.enter('down');
  progress(`Broker: killed, and away for ${seconds} s …`);
  await delay(seconds * 1000);
  const oldest = await client.highest('hiregraph_outbox_oldest_seconds').catch(() => null);
  // Gone already; this only waits for its end.
  await broker.server.stop();
  broker.server = await startBroker();
  load.enter('after');
  const returnedAt = performance.now();
  const drainedAfter = await secondsUntil(returnedAt, patience, () => isDrained(client));
  progress(
    drainedAfter === null ? 'Outbox: not drained in time.' : `Outbox: drained after ${drainedAfter.toFixed(1)} s.`,
  );
  await load.stop();
  let count = { hired: 0, open: load.asked.length };
  const settledAfter = await secondsUntil(returnedAt, patience, async () => {
    count = await countHired(client, load);
    return count.open === 0;
  });
  return {
    seconds,
    rate,
    figures: load.figures,
    drainedAfter,
    oldest,
    hires: { asked: load.asked.length, hired: count.hired, settledAfter },
  };
}

async function isDrained(client: OutageClient): Promise<boolean> {
  const oldest = await client.highest('hiregraph_outbox_oldest_seconds');
  return oldest !== null && oldest <= DRAINED_SECONDS;
}

async function countHired(client: OutageClient, { asked }: OutageLoad): Promise<{ hired: number; open: number }> {
  let hired = 0;
  let open = 0;
  for (const id of asked) {
    const { application } = await client.ask<{
      application: { status: string; hire: { status: string } | null };
    }>('query ($id: ID!) { application(id: $id) { status hire { status } } }', { id });
    if (application.status === 'HIRED') hired += 1;
    if (application.hire?.status === 'PENDING') open += 1;
  }
  return { hired, open };
}
