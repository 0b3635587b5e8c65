import { readEnvironment } from '../env.ts';
import { saveBackup } from './backup.ts';
import { runCommand } from './command-line.ts';

process.exitCode = await runCommand(
  () =>
    saveBackup({ environment: readEnvironment(), words: process.argv.slice(2), print: (line) => console.log(line) }),
  (line) => console.error(line),
);
