import { CLIENT_CORE, PLATFORM_ARMS, SERVER_CORE } from '../arms.ts';
import { runRounds } from '../measure/run-rounds.ts';
import { startProcess } from '../process/pinned-process.ts';
import { startSubgraphs } from './real-subgraphs.ts';
import type { SectionPlan, SectionResult, Surroundings } from './section.ts';
import { serveArms } from './serve-arm.ts';

/** What is read: a floor for writes is in the bench of writes. */
const OPERATIONS = ['A', 'B'];

/**
 * The whole platform, end to end, on the embedded stores. All processes of an arm, its subgraphs included, share one
 * core, the client has the other: requests a second are requests a CPU second as well.
 */
export async function measurePlatforms(around: Surroundings, plan: SectionPlan): Promise<SectionResult> {
  const { installation, supergraph, tokens, progress } = around;
  progress('starting the subgraphs');
  const subgraphs = await startSubgraphs(installation, SERVER_CORE);
  const served = await serveArms(around, {
    arms: PLATFORM_ARMS.filter(({ name }) => plan.only?.includes(name) ?? true),
    operations: OPERATIONS,
    taskOf: () => ({ installation, subgraphUrls: subgraphs.urls, supergraph, signs: true }),
    helpersOf: ({ isWhole }) => (isWhole ? [] : subgraphs.processes),
  });
  const load = await startProcess({ script: 'load/load.mjs', core: CLIENT_CORE, task: { tokens } });
  const measured = await runRounds(load, served.arms, plan.cells, plan.pace, progress);
  await served.stop();
  await Promise.all([load.stop(), subgraphs.stop()]);
  return {
    section: 'platform',
    arms: PLATFORM_ARMS.map(({ name, title }) => ({ name, title })),
    measured,
    leftOut: served.leftOut,
  };
}
