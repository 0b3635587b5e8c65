import { failureMessage, runProcess } from '@hiregraph/subgraph';
import { readEnvironment } from './env.ts';
import { runPlatform } from './run-platform.ts';

const exit = (code: number): void => process.exit(code);
const report = (line: string): void => console.error(line);

await runProcess({
  start: () =>
    runPlatform({
      environment: readEnvironment(),
      flags: process.argv.slice(2),
      print: (line) => console.log(line),
      isTerminal: process.stdout.isTTY,
      progress: report,
      onFailure: (error) => {
        report(failureMessage(error));
        exit(1);
      },
    }),
  exit,
  report,
});
