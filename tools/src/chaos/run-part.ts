import { withInstallation, whileRunning } from '@hiregraph/platform';
import type { AnswerLog } from './answer-log.ts';
import { runClient } from './client.ts';
import { type Command, issueCommand } from './command.ts';
import { createDice } from './dice.ts';
import { createPlatform, keyDirectory, platformEnvironment } from './forms.ts';
import { injectFaults, type InjectedFault, clockOf } from './inject-faults.ts';
import { createPace } from './pace.ts';
import { prepareScene, type Scene } from './scene.ts';
import { describeFault, type Focus, type Form, planFaults } from './schedule.ts';
import { type Rest, waitForRest } from './settle.ts';
import type { StartedProcesses } from './started-processes.ts';
import type { Victim } from './victim.ts';
import type { World } from './world.ts';

export interface PartOptions {
  readonly form: Form;
  readonly seed: number;
  readonly milliseconds: number;
  readonly focus: Focus;
  /** Commands a second, at most. */
  readonly rate: number;
  readonly root: string;
  readonly directory: string;
  readonly world: World;
  readonly started: StartedProcesses;
  readonly log: AnswerLog;
  /** What an earlier part acted on; null makes it. */
  readonly scene: Scene | null;
  readonly print: (line: string) => void;
}

export interface Part {
  readonly form: Form;
  readonly milliseconds: number;
  readonly faults: readonly InjectedFault[];
  /** Commands that stayed unknown, and how many of them the same key settled afterwards. */
  readonly unknown: number;
  readonly settled: number;
  readonly rest: Rest;
  /** Processes and servers that ended although nobody killed them, or did not end in order when asked. */
  readonly endsByItself: Readonly<Record<string, number>>;
  readonly failedStarts: Readonly<Record<string, number>>;
  readonly notInOrder: readonly string[];
  readonly scene: Scene;
}

const CLIENTS = 8;
const TRIES = 4;
const SETTLING_TRIES = 10;
/** How long a platform may take to come to rest; one that has lost what it promised never will. */
const REST_WITHIN_MILLISECONDS = { everything: 240_000, database: 45_000 };

/** One form of the platform under faults, then healed and waited for until it is at rest, and stopped. */
export async function runPart(options: PartOptions): Promise<Part> {
  const { form, seed, milliseconds, world, directory, print } = options;
  const plan = planFaults(seed, form, milliseconds, options.focus);
  print(`\nForm "${form}" for ${clockOf(milliseconds)}: ${plan.length} faults are planned.`);
  for (const { at, fault } of plan) print(`  ${clockOf(at)}  ${describeFault(fault)}`);
  const platform = await createPlatform(form, options);
  const victims = new Map<string, Victim>(
    [...platform.processes, world.servers.broker, world.servers.database].map((each) => [each.name, each]),
  );
  print('Starting the platform …');
  await Promise.all(platform.processes.map((each) => each.start()));
  const scene = options.scene ?? (await prepareScene(platform.origins[0] ?? '', keyDirectory(directory)));
  print('It runs; now things go wrong.');
  const unknown: Command[] = [];
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), milliseconds);
  const parts = { ...options, scene, origins: platform.origins, unknown, isOver: () => over.signal.aborted };
  const [faults] = await Promise.all([
    injectFaults(plan, { world, victims, log: options.log, progress: (line) => print(`  ${line}`) }),
    runClients(parts),
  ]).finally(() => clearTimeout(timer));
  print(`Healed. ${unknown.length} commands stayed unknown; every other one is asked again with its key.`);
  const healed = performance.now();
  const settled = await settleHalf(unknown, options, platform.origins);
  const rest = await withInstallation(platformEnvironment(world, directory), (installation) =>
    whileRunning([installation.bus], () => waitForRest(installation, REST_WITHIN_MILLISECONDS[options.focus])),
  );
  const drain = Math.round(performance.now() - healed);
  print(rest.unrest.length === 0 ? `At rest after ${clockOf(drain)}.` : `Never at rest: ${rest.unrest.join('; ')}`);
  const notInOrder: string[] = [];
  for (const each of [...platform.processes].reverse()) if (!(await each.stop())) notInOrder.push(each.name);
  const countsOf = (count: (victim: Victim) => number): Record<string, number> =>
    Object.fromEntries([...victims].map(([name, victim]) => [name, count(victim)]));
  return {
    form,
    milliseconds,
    faults,
    unknown: unknown.length,
    settled,
    rest: { ...rest, milliseconds: drain },
    endsByItself: countsOf((victim) => victim.endsByItself),
    failedStarts: countsOf((victim) => victim.failedStarts),
    notInOrder,
    scene,
  };
}

interface ClientsParts extends PartOptions {
  readonly scene: Scene;
  readonly origins: readonly string[];
  readonly unknown: Command[];
  readonly isOver: () => boolean;
}

async function runClients({ form, seed, rate, log, scene, origins, unknown, isOver }: ClientsParts): Promise<void> {
  const pace = createPace(rate);
  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    const name = `${form}-${index + 1}`;
    const dice = createDice(seed, `client ${name}`);
    return runClient({ name, dice, log, origins, scene, unknown, pace, isOver, tries: TRIES });
  });
  await Promise.all(clients);
}

/** The law says that the same key settles a command: every other unknown one is asked again, now that all is well. */
async function settleHalf(
  unknown: readonly Command[],
  { log, seed, form }: PartOptions,
  origins: readonly string[],
): Promise<number> {
  const dice = createDice(seed, `settling ${form}`);
  let settled = 0;
  for (const command of unknown) {
    if (dice.happens(0.5)) continue;
    const outcome = await issueCommand(command, { log, dice, origins, tries: SETTLING_TRIES }, true);
    if (outcome.kind === 'acknowledged') settled += 1;
  }
  return settled;
}
