import { TOPICS } from '@hiregraph/contracts';
import { createManualClock, silentLogger, toInstant } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, type StorageEngine } from '@hiregraph/storage';
import type { Service } from '@hiregraph/subgraph';
import { createManualScheduler, type IssuedCommand } from '@hiregraph/testkit';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { createSeededRandom } from '../support/seeded-random.ts';
import { FUNNEL_GROUP } from './funnel.ts';
import { gatherFaults, openAnalyst, SETUP } from './gather-faults.ts';
import { type Mutant, NO_MISTAKE } from './mutant.ts';
import { SeededGate, turn } from './seeded-gate.ts';
import { ask, type ClientScene, runClient } from './simulated-client.ts';
import { openServices, type SimulatedProcess, startProcess, type World } from './simulated-process.ts';

export interface Simulated {
  /** What is wrong at the end, as sentences; empty when every law held. */
  readonly faults: readonly string[];
  readonly commands: readonly IssuedCommand[];
  readonly deaths: number;
}

const CLIENTS = 4;
const COMMANDS = 14;
const SEATS = 2;
const PEOPLE = 10;
const MOST_ROUNDS_TO_REST = 600;

/**
 * The write path of the whole platform, under a scheduler that a seed decides: two processes with all services, relays
 * and consumers on shared stores and one bus; they die at failpoints and in between and are replaced, the bus and the
 * stores lose answers, and clients repeat what got no answer. Then nothing fails any more, and all comes to rest.
 */
export async function simulatePlatform(seed: number, mutant: Mutant = NO_MISTAKE): Promise<Simulated> {
  const random = createSeededRandom(seed);
  const clock = createManualClock('2026-01-05T08:00:00.000Z');
  const scheduler = createManualScheduler(clock);
  const engine = (): StorageEngine => createEmbeddedEngine({ clock, freeze: true });
  const engines = { job: engine(), candidate: engine(), evaluation: engine(), analyst: engine() };
  const bus = createEmbeddedBus({ clock, logger: silentLogger, scheduler, random });
  const world: World = { clock, scheduler, random, engines, bus, counters: new Map(), mutant };
  const gate = new SeededGate(random);
  let calm = true;
  let deaths = 0;
  const chance = (probability: number): boolean => !calm && random() < probability;
  const begin = (): Promise<SimulatedProcess> => driven(startProcess(world, (isDead) => ({ gate, isDead, chance })));

  /** What waits at the gate goes on until the work is done. */
  async function driven<T>(work: Promise<T>): Promise<T> {
    const progress = { done: false };
    const end = (): void => {
      progress.done = true;
    };
    work.then(end, end);
    await turn();
    while (!progress.done) {
      if (gate.waiting > 0) await gate.step();
      else await scheduler.advance(500);
    }
    return await work;
  }

  await bus.start();
  await bus.ensureTopics(TOPICS.map((name) => ({ name, partitions: 2 })));
  await Promise.all(Object.values(engines).map((each) => each.start()));
  const observer = openServices(world, (name) => engines[name]);
  const analyst = openAnalyst(world, engines.analyst);
  for (const storage of [analyst, ...SERVICE_NAMES.map((name) => observer[name].storage)]) await storage.ready();
  const processes = [await begin(), await begin()];

  async function step(): Promise<void> {
    for (const [at, process] of processes.entries()) {
      if (!process.isDead()) continue;
      deaths += 1;
      processes[at] = await begin();
    }
    if (chance(0.0015)) processes[Math.floor(random() * processes.length)]?.die();
    clock.advance(Math.floor(random() * 5));
    if (gate.waiting > 0 && random() < 0.98) await gate.step();
    else await scheduler.advance(random() * 3_000);
  }

  async function rest(): Promise<boolean> {
    for (let round = 0; round < MOST_ROUNDS_TO_REST; round++) {
      while (gate.waiting > 0) await gate.step();
      if (await isAtRest(bus, observer, world)) return true;
      await scheduler.advance(1_000);
    }
    return false;
  }

  const scene: ClientScene = { ...(await prepare(observer)), random, processes, applications: [], commands: [] };
  await rest();
  calm = false;
  let finished = 0;
  const clients = Array.from({ length: CLIENTS }, async (_, index) => {
    await runClient(scene, `client${index}`, COMMANDS);
    finished += 1;
  });
  while (finished < CLIENTS) await step();
  await Promise.all(clients);
  calm = true;
  await step();
  const atRest = await rest();
  const faults = await gatherFaults(world, observer, analyst, scene.commands);
  for (const process of processes) process.die();
  while (gate.waiting > 0) await gate.step();
  await turn();
  await bus.stop();
  await Promise.all(Object.values(engines).map((each) => each.stop()));
  return { faults: atRest ? faults : ['It never came to rest.', ...faults], commands: scene.commands, deaths };
}

async function isAtRest(bus: EventBus, observer: Readonly<Record<string, Service>>, world: World): Promise<boolean> {
  const always = toInstant(world.clock.now() + 1);
  for (const service of Object.values(observer)) {
    if ((await service.storage.outbox.findStale(always, 1)).length > 0) return false;
  }
  const groups = Object.values(observer).flatMap(({ consumers }) => consumers);
  for (const { group, topics } of [...groups, { group: FUNNEL_GROUP, topics: ['hiring.application.v1'] }]) {
    if (Object.values(await bus.lag(group, topics)).some((lag) => lag > 0)) return false;
  }
  return true;
}

type Prepared = Pick<ClientScene, 'stageIds' | 'unsent' | 'reasonId'>;

/** Two open jobs with few seats, some people, and a reason to reject them. */
async function prepare({ job, candidate }: Readonly<Record<'job' | 'candidate', Service>>): Promise<Prepared> {
  const stageIds = new Map<string, readonly string[]>();
  for (const title of ['Welder', 'Fitter']) {
    const { createJob } = await ask<{ createJob: { job: { id: string; stages: { id: string; kind: string }[] } } }>(
      job,
      'mutation ($input: CreateJobInput!) { createJob(input: $input) { job { id stages { id kind } } } }',
      { input: { title, openings: SEATS } },
      SETUP,
    );
    const { id, stages } = createJob.job;
    stageIds.set(
      id,
      stages.filter(({ kind }) => kind !== 'HIRED' && kind !== 'LEAD').map((stage) => stage.id),
    );
    await ask(job, 'mutation ($id: ID!) { openJob(input: { jobId: $id }) { job { id } } }', { id }, SETUP);
  }
  const candidateIds: string[] = [];
  for (let number = 0; number < PEOPLE; number++) {
    const { createCandidate } = await ask<{ createCandidate: { candidate: { id: string } } }>(
      candidate,
      'mutation ($input: CreateCandidateInput!) { createCandidate(input: $input) { candidate { id } } }',
      { input: { name: `Person ${number}`, emails: [`person-${number}@example.org`] } },
      SETUP,
    );
    candidateIds.push(createCandidate.candidate.id);
  }
  const { createRejectionReason } = await ask<{ createRejectionReason: { rejectionReason: { id: string } } }>(
    job,
    'mutation ($input: CreateRejectionReasonInput!) { createRejectionReason(input: $input) { rejectionReason { id } } }',
    { input: { label: 'Too far away', side: 'CANDIDATE' } },
    SETUP,
  );
  const unsent = candidateIds.flatMap((candidateId) => [...stageIds.keys()].map((jobId) => ({ candidateId, jobId })));
  return { stageIds, unsent, reasonId: createRejectionReason.rejectionReason.id };
}
