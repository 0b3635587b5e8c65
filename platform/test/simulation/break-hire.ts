import type { MessagingFailpoint } from '@hiregraph/messaging';
import type { Failpoint } from '@hiregraph/storage';
import type { SagaFailpoint } from '@hiregraph/subgraph';
import { type Mutant, NO_MISTAKE } from './mutant.ts';
import { prepareScene } from './prepare-scene.ts';
import { ask, type ClientScene, issue } from './simulated-client.ts';
import type { BreakableProcess } from './simulated-ports.ts';
import { openSimulation } from './simulation.ts';

/** `pauses`: with its partitions, which nobody else gets meanwhile. */
export type Break = 'dies' | 'is taken for dead, and goes on when all is over' | 'pauses';

/** Where a process can be broken. */
export type BreakPoint = SagaFailpoint | Failpoint | MessagingFailpoint;

export interface BrokenHire {
  /** Whether a process came to the point so many times. */
  readonly reached: boolean;
  readonly faults: readonly string[];
  /** Seats that are filled, and people who are hired, at the end. */
  readonly filled: number;
  readonly hired: number;
}

const SIZE = { jobs: 1, seats: 1, people: 2 };

/**
 * Asks to hire two people for one seat at once, takes back the hire that came about, and asks for the other again, with
 * one process breaking where it comes to a point for the n-th time. Nothing else fails. With a pause nothing is taken back.
 */
export async function breakHireAt(
  point: BreakPoint,
  time: number,
  how: Break,
  mutant: Mutant = NO_MISTAKE,
): Promise<BrokenHire> {
  let times = 0;
  let wake: () => void = () => undefined;
  const awake = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const reach = async (name: string, process: BreakableProcess): Promise<void> => {
    if (name !== point) return;
    times += 1;
    if (times !== time) return;
    if (how === 'dies') process.die();
    else if (how === 'pauses') await simulation.wait(PAUSE_MILLISECONDS);
    else {
      process.loseMembership();
      await awake;
    }
  };
  const simulation = await openSimulation({ seed: time, mutant, reach });
  const { random, observer, processes } = simulation;
  const scene: ClientScene = {
    ...(await prepareScene(observer, SIZE)),
    random,
    processes,
    applications: [],
    commands: [],
  };
  const waiting = new Set<Promise<void>>();

  /** Until the commands are answered; one that a process hangs on is answered when that wakes. */
  async function carryOut(commands: readonly Promise<void>[]): Promise<void> {
    for (const command of commands) {
      waiting.add(command);
      void command.finally(() => waiting.delete(command));
    }
    for (let steps = 0; waiting.size > 0 && steps < MOST_STEPS; steps++) await simulation.step();
    if (!(await simulation.rest())) throw new Error('It never came to rest.');
  }

  await simulation.rest();
  const people = scene.unsent
    .splice(0)
    .map(async (input, at) => issue(scene, 'addApplication', input, `add-${at}`, null));
  await carryOut(people);
  const ids = scene.applications.map(({ id }) => id);
  const command = (mutation: 'hireApplication' | 'unhireApplication', id: string, key: string): Promise<void> =>
    issue(scene, mutation, { applicationId: id }, key, id);
  await carryOut(ids.map((id, at) => command('hireApplication', id, `hire-${at}`)));
  // Judged right after a pause: what comes later could put right what went wrong.
  if (how !== 'pauses') {
    const [hired = '', refused = ''] = (await statuses())[1] === 'HIRED' ? ids.toReversed() : ids;
    await carryOut([command('unhireApplication', hired, 'unhire')]);
    await carryOut([command('hireApplication', refused, 'hire-again')]);
  }
  wake();
  await carryOut([]);
  while (waiting.size > 0) await simulation.step();
  await simulation.rest();
  const faults = await simulation.faults(scene.commands);
  const filled = await seatsFilled();
  const count = (await statuses()).filter((status) => status === 'HIRED').length;
  await simulation.close();
  return { reached: times >= time, faults, filled, hired: count };

  async function statuses(): Promise<readonly string[]> {
    return await Promise.all(
      ids.map(async (id) => {
        const query = 'query ($id: ID!) { application(id: $id) { status } }';
        const data = await ask<{ application: { status: string } }>(observer.candidate, query, { id }, 'look');
        return data.application.status;
      }),
    );
  }

  async function seatsFilled(): Promise<number> {
    const [id] = scene.stageIds.keys();
    const query = 'query ($id: ID!) { job(id: $id) { openings(first: 10) { nodes { status } } } }';
    const { job } = await ask<{ job: { openings: { nodes: { status: string }[] } } }>(
      observer.job,
      query,
      { id },
      'look',
    );
    return job.openings.nodes.filter(({ status }) => status === 'FILLED').length;
  }
}

/** Far more than it takes; what hangs does so until it is woken. */
const MOST_STEPS = 400;
const PAUSE_MILLISECONDS = 5_000;
