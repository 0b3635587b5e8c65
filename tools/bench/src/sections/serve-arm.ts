import { type Arm, type ArmTask, SERVER_CORE, STOCK } from '../arms.ts';
import { ACCEPT, askEverything, type AskOptions, compareAnswers, type Exchanges } from '../measure/exchange.ts';
import type { RunningArm } from '../measure/run-rounds.ts';
import { type BenchProcess, startProcess } from '../process/pinned-process.ts';
import type { LeftOut, Surroundings } from './section.ts';

export interface Served {
  readonly arms: readonly RunningArm[];
  readonly leftOut: readonly LeftOut[];
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** Without stock among them nothing is compared: to profile one arm. */
  readonly arms: readonly Arm[];
  readonly operations: readonly string[];
  readonly taskOf: (arm: Arm) => Omit<ArmTask, 'name'>;
  /** The processes that work for an arm beside its own. */
  readonly helpersOf: (arm: Arm) => RunningArm['processes'];
  readonly listenersOf?: (arm: Arm) => AskOptions | undefined;
}

/**
 * Starts arms one after the other, asks each everything, and keeps those whose answers are stock's, byte for byte.
 * @throws Error when stock itself does not answer
 */
export async function serveArms(around: Surroundings, options: ServeOptions): Promise<Served> {
  const processes: BenchProcess<{ url: string }>[] = [];
  const arms: RunningArm[] = [];
  const leftOut: LeftOut[] = [];
  let reference: Exchanges | null = null;
  for (const arm of options.arms) {
    around.progress(`asking ${arm.name}`);
    try {
      const process = await startArm(arm, options);
      processes.push(process);
      const { url } = process.facts;
      const asking = { ...around, operations: options.operations, listeners: options.listenersOf?.(arm) };
      const exchanges = await askEverything(arm, url, asking);
      if (arm.name === STOCK) reference = exchanges;
      else if (reference !== null && !arm.replays) compareAnswers(arm, exchanges, reference);
      arms.push({
        name: arm.name,
        url,
        exchanges,
        accept: arm.accept ?? ACCEPT,
        processes: [process, ...options.helpersOf(arm)],
      });
    } catch (error) {
      if (arm.name === STOCK) throw error;
      leftOut.push({ arm: arm.name, why: error instanceof Error ? error.message : String(error) });
    }
  }
  return {
    arms,
    leftOut,
    stop: async () => {
      await Promise.all(processes.map((process) => process.stop()));
    },
  };
}

function startArm(arm: Arm, { taskOf }: ServeOptions): Promise<BenchProcess<{ url: string }>> {
  return startProcess({
    name: arm.name,
    script: arm.script,
    core: SERVER_CORE,
    task: { ...taskOf(arm), ...arm.task, name: arm.name },
  });
}
