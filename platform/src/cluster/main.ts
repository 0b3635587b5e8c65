import { failureMessage, runProcess } from '@hiregraph/subgraph';
import { readEnvironment } from '../env.ts';
import { startCluster } from './start-cluster.ts';

const exit = (code: number): void => process.exit(code);
const report = (line: string): void => console.error(line);
const HUNG_UP = 129;

await runProcess({
  start: async () => {
    const cluster = await startCluster({
      environment: readEnvironment(),
      flags: process.argv.slice(2),
      print: (line) => console.log(line),
      isTerminal: process.stdout.isTTY,
      report,
      onFailure: (error) => {
        report(failureMessage(error));
        exit(1);
      },
    });
    // Whatever ends this process ends those that it started.
    process.on('exit', () => cluster.kill());
    process.on('SIGHUP', () => exit(HUNG_UP));
    return {
      stop: async () => {
        await cluster.stop();
        // A store that is being filled at this moment is filled on at the next start.
        exit(0);
      },
    };
  },
  exit,
  report,
});
