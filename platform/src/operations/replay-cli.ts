import { readEnvironment } from '../env.ts';
import { runCommand } from './command-line.ts';
import { replay } from './replay.ts';

process.exitCode = await runCommand(
  () => replay({ environment: readEnvironment(), words: process.argv.slice(2), print: (line) => console.log(line) }),
  (line) => console.error(line),
);
