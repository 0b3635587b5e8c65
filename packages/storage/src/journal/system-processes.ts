import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { promisify } from 'node:util';
import type { Liveness, ProcessIdentities, ProcessIdentity } from './process-identity.ts';

const run = promisify(execFile);
const COMMAND_MILLISECONDS = 2000;

/** Every process has to get the same text for the same moment. */
const FIXED_FORMAT: readonly string[] = ['LC_ALL=C', 'TZ=UTC'];

/** A process that ended and was not yet collected by its parent keeps its pid; it equals no start time. */
const EXITED = 'exited';

/**
 * Processes as the operating system knows them: /proc on Linux, `ps` and `sysctl` on other Unix systems. Where neither
 * answers, the start time is unknown and a living pid is undecidable.
 */
export const systemProcesses: ProcessIdentities = {
  self: async () => ({
    pid: process.pid,
    startedAt: await startOf(process.pid),
    bootId: await bootId(),
    namespace: await namespace(),
    host: hostname(),
  }),
  liveness,
};

async function liveness(holder: ProcessIdentity): Promise<Liveness> {
  const self = await systemProcesses.self();
  // Another machine's directory (a network mount): its processes cannot be seen from here.
  if (holder.host !== self.host && holder.bootId !== self.bootId) return 'undecidable';
  if (holder.bootId !== null && self.bootId !== null && holder.bootId !== self.bootId) return 'dead';
  // Another container on this machine: its pids mean something else here.
  if (holder.namespace !== self.namespace) return 'undecidable';
  if (!pidExists(holder.pid)) return 'dead';
  const startedAt = await startOf(holder.pid);
  if (startedAt === null || holder.startedAt === null) return pidExists(holder.pid) ? 'undecidable' : 'dead';
  return startedAt === holder.startedAt ? 'alive' : 'dead';
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return await firstLine('ps', ['-o', 'lstart=', '-p', String(pid)]);
  const stat = await textOf(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // proc(5): the second field, the command in parentheses, may hold spaces and parentheses; starttime is field 22.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return EXITED;
  return fields[19] ?? null;
}

async function bootId(): Promise<string | null> {
  if (process.platform === 'linux') return await textOf('/proc/sys/kernel/random/boot_id');
  // Not kern.boottime, which moves when the clock is set.
  return process.platform === 'darwin' ? await firstLine('sysctl', ['-n', 'kern.bootsessionuuid']) : null;
}

async function namespace(): Promise<string | null> {
  try {
    return await readlink('/proc/self/ns/pid');
  } catch {
    return null;
  }
}

async function textOf(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return null;
  }
}

async function firstLine(command: string, args: readonly string[]): Promise<string | null> {
  try {
    const { stdout } = await run('env', [...FIXED_FORMAT, command, ...args], { timeout: COMMAND_MILLISECONDS });
    const line = stdout.trim().split('\n')[0] ?? '';
    return line === '' ? null : line;
  } catch {
    return null;
  }
}
