import { readEnvironment } from '../env.ts';
import { runCommand } from './command-line.ts';
import { dlq } from './dlq.ts';

process.exitCode = await runCommand(
  () => dlq({ environment: readEnvironment(), words: process.argv.slice(2), print: (line) => console.log(line) }),
  (line) => console.error(line),
);
