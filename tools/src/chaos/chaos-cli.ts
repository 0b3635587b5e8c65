/** `npm run chaos`: see USAGE. Exit code 0 when every law held, 1 when one was broken, 2 when it could not run. */
import { repositoryRoot } from '../workspace/repository-root.ts';
import { runChaos } from './chaos.ts';
import { type ChaosOptions, chaosOptions } from './chaos-options.ts';
import { StartedProcesses } from './started-processes.ts';
import type { World } from './world.ts';

const started = new StartedProcesses();
let world: World | null = null;

/** However the run ends, nothing that it started is left. */
process.once('exit', () => {
  const left = started.left;
  started.killAll();
  if (left.length > 0) world?.disk.close('dropped');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.error(`Ended by ${signal}; what was started is killed.`);
    process.exit(130);
  });
}

/** Starting, settling, draining and judging take a few minutes; a run that hangs is ended all the same. */
function endWhenItHangs({ minutes }: ChaosOptions): void {
  const most = 2 * minutes + 20;
  setTimeout(() => {
    console.error(`It did not end within ${most} minutes; what was started is killed.`);
    process.exit(2);
  }, most * 60_000).unref();
}

async function main(options: ChaosOptions): Promise<number> {
  endWhenItHangs(options);
  const report = await runChaos({
    options,
    root: repositoryRoot,
    print: (line) => console.log(line),
    started,
    onWorld: (opened) => {
      world = opened;
    },
  });
  return report.failed === 0 ? 0 : 1;
}

try {
  process.exit(await main(chaosOptions(process.argv.slice(2))));
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(2);
}
