import { TOPICS } from '@hiregraph/contracts';
import { createManualClock, type ServiceName, silentLogger, toInstant } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, type StorageEngine } from '@hiregraph/storage';
import type { Service } from '@hiregraph/subgraph';
import { createManualScheduler, type IssuedCommand } from '@hiregraph/testkit';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { FUNNEL_GROUP } from './funnel.ts';
import { gatherFaults, openAnalyst } from './gather-faults.ts';
import { type Mutant, NO_MISTAKE } from './mutant.ts';
import { SeededGate, turn } from './seeded-gate.ts';
import type { ReachPoint } from './simulated-ports.ts';
import { openServices, type SimulatedProcess, startProcess, type World } from './simulated-process.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly mutant?: Mutant;
  /** Told of every failpoint that a process comes to. */
  readonly reach?: ReachPoint;
}

/** Two processes of the platform on shared stores and one bus, under a scheduler that a seed decides. */
export interface Simulation {
  readonly random: () => number;
  readonly observer: Readonly<Record<ServiceName, Service>>;
  readonly processes: readonly SimulatedProcess[];
  readonly deaths: () => number;
  /** Milliseconds of the simulated time. */
  wait(milliseconds: number): Promise<void>;
  /** From now on things fail, or no more. They do not at first. */
  setCalm(calm: boolean): void;
  /** Lets something go on, and puts new processes in the place of those that have died. */
  step(): Promise<void>;
  /** Lets everything go on until that work is done. */
  drive<T>(work: Promise<T>): Promise<T>;
  /** Lets everything go on until nothing is left to do. @returns whether it came to that */
  rest(): Promise<boolean>;
  /** What is wrong with what is there now. */
  faults(commands: readonly IssuedCommand[]): Promise<readonly string[]>;
  close(): Promise<void>;
}

const MOST_ROUNDS_TO_REST = 600;

export async function openSimulation({ seed, mutant = NO_MISTAKE, reach }: SimulationOptions): Promise<Simulation> {
  const random = createSeededRandom(seed).next;
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
  const begin = (): Promise<SimulatedProcess> =>
    until(
      startProcess(world, (isDead) => ({ gate, isDead, chance, ...(reach && { reach }) })),
      async () => {
        if (gate.waiting > 0) await gate.step();
        else await scheduler.advance(500);
      },
    );

  /** Lets something go on, and puts new processes in the place of those that have died. */
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

  await bus.start();
  await bus.ensureTopics(TOPICS.map((name) => ({ name, partitions: 2 })));
  await Promise.all(Object.values(engines).map((each) => each.start()));
  const observer = openServices(world, (name) => engines[name]);
  const analyst = openAnalyst(world, engines.analyst);
  for (const storage of [analyst, ...SERVICE_NAMES.map((name) => observer[name].storage)]) await storage.ready();
  const processes = [await begin(), await begin()];

  return {
    random,
    observer,
    processes,
    deaths: () => deaths,
    wait: (milliseconds) => scheduler.wait(milliseconds),
    setCalm: (value) => {
      calm = value;
    },
    step,
    drive: (work) => until(work, step),
    rest: async () => {
      for (let round = 0; round < MOST_ROUNDS_TO_REST; round++) {
        while (gate.waiting > 0) await gate.step();
        if (await isAtRest(bus, observer, world)) return true;
        await scheduler.advance(1_000);
      }
      return false;
    },
    faults: (commands) => gatherFaults(world, observer, analyst, commands),
    close: async () => {
      for (const process of processes) process.die();
      while (gate.waiting > 0) await gate.step();
      await turn();
      await bus.stop();
      await Promise.all(Object.values(engines).map((each) => each.stop()));
    },
  };
}

async function until<T>(work: Promise<T>, goOn: () => Promise<void>): Promise<T> {
  const progress = { done: false };
  const end = (): void => {
    progress.done = true;
  };
  work.then(end, end);
  await turn();
  while (!progress.done) await goOn();
  return await work;
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
