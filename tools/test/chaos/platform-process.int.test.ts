import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PlatformProcess } from '../../src/chaos/platform-process.ts';
import { isAlive, StartedProcesses } from '../../src/chaos/started-processes.ts';

/** Stands for a process of the platform: says that it is ready, and ends in order when it is asked to. */
const WELL = `process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1e6); console.log('ready http://x');`;
/** Ends the first time it starts, and remembers that it did. */
const FAILS_ONCE = `const { existsSync, writeFileSync } = require('node:fs');
if (!existsSync('tried')) { writeFileSync('tried', ''); process.exit(1); } ${WELL}`;
const ENDS_SOON = `console.log('ready http://x'); setTimeout(() => process.exit(3), 20);`;

describe('a process under the supervisor of a run', () => {
  let root: string;
  let started: StartedProcesses;
  let victim: PlatformProcess;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hiregraph-supervisor-'));
    started = new StartedProcesses();
  });
  afterEach(async () => {
    await victim.kill();
    expect(started.left).toEqual([]);
    rmSync(root, { recursive: true });
  });

  const startWith = async (program: string): Promise<number> => {
    writeFileSync(join(root, 'program.cjs'), program);
    // The launcher of the repository, replaced by one that runs the program.
    const launcher = 'launcher.cjs';
    writeFileSync(join(root, launcher), "require('./program.cjs');");
    const logFile = join(root, 'log');
    const environment = { PATH: process.env.PATH ?? '' };
    const command = { root, entry: 'program', args: [], launcher };
    victim = new PlatformProcess({ name: 'victim', ...command, environment, logFile, started });
    await victim.start();
    return victim.processId ?? 0;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  test('starts, dies when it is killed, and is another one after the next start', async () => {
    const first = await startWith(WELL);
    expect(isAlive(first)).toBe(true);
    await victim.kill();
    expect(isAlive(first)).toBe(false);
    expect(victim.processId).toBeNull();
    await victim.start();
    expect(victim.processId).not.toBe(first);
    expect(victim).toMatchObject({ endsByItself: 0, failedStarts: 0 });
  });

  test('stops in order when it is asked to, also while it is frozen no longer', async () => {
    await startWith(WELL);
    victim.freeze();
    victim.thaw();
    expect(await victim.stop()).toBe(true);
    expect(readFileSync(join(root, 'log'), 'utf8')).toContain('ended with 0');
  });

  test('is started again when it ends while it starts, and that is counted', async () => {
    await startWith(FAILS_ONCE);
    expect(victim).toMatchObject({ endsByItself: 0, failedStarts: 1 });
  });

  test('is started again when it ends although nobody killed it, and that is counted', async () => {
    const first = await startWith(ENDS_SOON);
    await until(() => victim.endsByItself > 0 && victim.processId !== null && victim.processId !== first);
    await victim.kill();
  });

  test('leaves nothing behind when everything is killed at once', async () => {
    const id = await startWith(WELL);
    started.killAll();
    await until(() => !isAlive(id));
  });
});
