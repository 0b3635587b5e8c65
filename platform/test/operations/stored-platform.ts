import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '@hiregraph/subgraph';
import type { Platform } from '../../src/create-platform.ts';
import type { CommandOptions } from '../../src/operations/command-line.ts';
import { runPlatform } from '../../src/run-platform.ts';

/** What a command printed, and how it ended. */
export interface CommandRun {
  readonly code: number;
  readonly printed: string;
}

/** A platform on the embedded engines whose data outlives it, for commands that run while it is stopped. */
export interface StoredPlatform {
  readonly environment: Environment;
  /** Starts it, does something, stops it. Without the sample company, unless other flags are given. */
  live(work: (platform: Platform) => Promise<void>, flags?: readonly string[]): Promise<void>;
  run(command: (options: CommandOptions) => Promise<number>, ...words: readonly string[]): Promise<CommandRun>;
  remove(): void;
}

export function createStoredPlatform(variables: Environment = {}): StoredPlatform {
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-operations-'));
  const environment = { DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'silent', ...variables };
  return {
    environment,
    live: async (work, flags = ['--empty']) => {
      const nobody = (): void => undefined;
      const running = await runPlatform({
        environment,
        flags,
        print: nobody,
        isTerminal: false,
        progress: nobody,
        onFailure: nobody,
      });
      try {
        await work(running.platform);
      } finally {
        await running.stop();
      }
    },
    run: async (command, ...words) => {
      const lines: string[] = [];
      const code = await command({ environment, words, print: (line) => lines.push(line) });
      return { code, printed: lines.join('\n') };
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
