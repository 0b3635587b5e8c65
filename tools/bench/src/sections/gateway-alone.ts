import { CLIENT_CORE, GATEWAY_ARMS, OURS } from '../arms.ts';
import type { AskOptions } from '../measure/exchange.ts';
import { runRounds } from '../measure/run-rounds.ts';
import { type BenchProcess, startProcess } from '../process/pinned-process.ts';
import { startSubgraphs } from './real-subgraphs.ts';
import type { SectionPlan, SectionResult, Surroundings } from './section.ts';
import { serveArms } from './serve-arm.ts';

interface Question {
  readonly subgraph: string;
  readonly body: string;
}

/** A client's request, and what ours asks the subgraphs for it: the floor asks just that. */
interface FloorPlan {
  readonly body: string;
  /** In steps; what stands in one step is asked at once. */
  readonly questions: readonly (readonly Question[])[];
  readonly answer: string;
}

/**
 * Each gateway alone on one core, before stubs that replay what the real subgraphs answered while everything was asked
 * once. Client and stubs share the other core.
 */
export async function measureGateways(around: Surroundings, plan: SectionPlan): Promise<SectionResult> {
  const { installation, supergraph, tokens, progress } = around;
  progress('starting the subgraphs to record');
  const subgraphs = await startSubgraphs(installation, CLIENT_CORE);
  const stub = await startProcess<{ urls: Record<string, string> }>({
    script: 'servers/stub.mjs',
    core: CLIENT_CORE,
    task: { installation, upstreams: subgraphs.urls, caller: around.caller },
  });
  const plans: FloorPlan[] = [];
  const served = await serveArms(around, {
    arms: GATEWAY_ARMS.filter(({ name }) => plan.only?.includes(name) ?? true),
    operations: ['A', 'B', 'C'],
    // Read when the floor starts, after ours was asked.
    taskOf: () => ({ installation, subgraphUrls: stub.facts.urls, supergraph, signs: false, plans }),
    helpersOf: () => [],
    listenersOf: ({ name }) => (name === OURS ? takeDown(stub, plans) : undefined),
  });
  await subgraphs.stop();
  await stub.ask('replay');
  const load = await startProcess({ script: 'load/load.mjs', core: CLIENT_CORE, task: { tokens } });
  const measured = await runRounds(load, served.arms, plan.cells, plan.pace, progress);
  const unknown = await stub.ask<number>('unknown');
  await served.stop();
  await Promise.all([load.stop(), stub.stop()]);
  const strays =
    unknown === 0 ? [] : [{ arm: 'stubs', why: `${unknown} questions came that were not asked while they recorded` }];
  return {
    section: 'gateway',
    arms: GATEWAY_ARMS.map(({ name, title }) => ({ name, title })),
    measured,
    leftOut: [...served.leftOut, ...strays],
  };
}

/** Takes down what a request leads to. Our plans for these operations ask one question after the other. */
function takeDown(stub: BenchProcess<unknown>, plans: FloorPlan[]): AskOptions {
  return {
    beforeAsking: async () => {
      await stub.ask('takeLog');
    },
    onAnswer: async ({ body, expected }) => {
      const questions = await stub.ask<Question[]>('takeLog');
      plans.push({ body, questions: questions.map((question) => [question]), answer: expected });
    },
  };
}
