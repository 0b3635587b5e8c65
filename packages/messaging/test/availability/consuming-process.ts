import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./consume-process.ts', import.meta.url));

export interface ConsumingProcess {
  /** Ids of events whose handling began, and of those whose effect is in place; in order, repeats too. */
  readonly began: readonly string[];
  readonly done: readonly string[];
  /** Sends a signal and waits for the end. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/**
 * Starts a member of a consumer group as a process of its own.
 * @param onDone hears of each event whose effect is in place, in the order in which the members of a group tell of them
 */
export function startConsumingProcess(
  brokers: readonly string[],
  topic: string,
  group: string,
  onDone: (id: string) => void,
): ConsumingProcess {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|NODE_ENV|JEST_WORKER_ID)$/u.test(name)),
  );
  const child = spawn(
    process.execPath,
    ['--conditions=hiregraph-source', '--import', 'tsx', ENTRY, brokers.join(','), topic, group],
    { env: inherited, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const began: string[] = [];
  const done: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [what, id = ''] = line.split(' ');
    (what === 'began' ? began : done).push(id);
    if (what !== 'began') onDone(id);
  });
  // Closed, not only ended: all that it said has been read.
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    began,
    done,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
