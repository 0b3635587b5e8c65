import { readEnvironment } from '../env.ts';
import { runCommand } from './command-line.ts';
import { rebuild } from './rebuild.ts';

process.exitCode = await runCommand(
  () => rebuild({ environment: readEnvironment(), words: process.argv.slice(2), print: (line) => console.log(line) }),
  (line) => console.error(line),
);
