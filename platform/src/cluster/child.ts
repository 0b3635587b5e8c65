import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Both the gateway's and then the services' fit into the ten seconds after which the cluster's own process gives up. */
const GRACE_MS = 4_000;
/** Services leave a machine's caches to each other: docs/subgraph-execution.md, Memory. */
const SERVICE_FLAGS = ['--max-semi-space-size=16'];

export interface ChildOptions {
  /** What its lines are marked with. */
  readonly name: string;
  /** The root of the repository. */
  readonly root: string;
  /** Its entry, relative to the root. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  /** A line of its log. */
  readonly report: (line: string) => void;
}

/** One process of the cluster. */
export interface Child {
  /** Its GraphQL endpoint; null when it ended before it served. */
  readonly url: Promise<string | null>;
  /** How it ended, asked for or not. */
  readonly ended: Promise<string>;
  /** Asks it to end, and ends it for good after four seconds. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/**
 * Starts a process in a group of its own, so that a terminal's Ctrl-C reaches it through the cluster alone. It ends when
 * the cluster is gone without a word, too: its standard input, which nobody writes to, ends then.
 */
export function startChild({ name, root, entry, environment, report }: ChildOptions): Child {
  const launch = (file: string): string => join(root, 'tools/launch', file);
  const flags = [...process.execArgv, ...(entry.startsWith('services/') ? SERVICE_FLAGS : [])];
  const args = [...flags, '--import', launch('end-with-parent.mjs'), launch('source.mjs'), entry];
  const child = spawn(process.execPath, args, { cwd: root, env: environment, detached: true });
  const say = (line: string): void => report(`[${name}] ${line}`);
  const ended = new Promise<string>((resolve) => {
    // `close`, not `exit`: its last words have been read by then.
    child.once('close', (code, signal) => resolve(code === null ? `signal ${signal}` : `code ${code}`));
    child.once('error', (error) => resolve(error.message));
  });
  const url = new Promise<string | null>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      say(line);
      const found = /^ready (http:\/\/\S+)$/u.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => resolve(null));
  });
  createInterface({ input: child.stderr }).on('line', say);
  // Written to by nobody; when the child is gone, there is nothing to say about it.
  child.stdin.on('error', () => undefined);
  return {
    url,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
      await ended;
      clearTimeout(impatience);
    },
    kill: () => child.kill('SIGKILL'),
  };
}
