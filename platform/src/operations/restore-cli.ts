import { readEnvironment } from '../env.ts';
import { restoreBackup } from './restore.ts';
import { runCommand } from './command-line.ts';

process.exitCode = await runCommand(
  () =>
    restoreBackup({ environment: readEnvironment(), words: process.argv.slice(2), print: (line) => console.log(line) }),
  (line) => console.error(line),
);
