import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { type SeededRandom, createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { type DirectoryLock, type LockOptions, lockDirectory } from '../../src/journal/directory-lock.ts';
import {
  DirectoryLockedError,
  type FilePort,
  type ProcessIdentities,
  systemProcesses,
} from '../../src/journal/index.ts';
import { JournalFixture, bytes } from './journal-fixture.ts';
import { SimulatedMachine } from './simulated-processes.ts';

async function refusalOf(opening: Promise<unknown>): Promise<DirectoryLockedError> {
  try {
    await opening;
  } catch (error) {
    if (error instanceof DirectoryLockedError) return error;
    throw error;
  }
  throw new Error('It was opened.');
}

const locksOf = (fixture: JournalFixture): readonly string[] =>
  fixture.disk.paths.filter((path) => path.includes('.lock'));

describe('The lock', () => {
  it('refuses a second instance and says which process holds it', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.openBeside({ processes: fixture.machine.start(4711) });
    const refusal = await refusalOf(fixture.openBeside());
    expect(refusal).toMatchObject({ pid: 4711, undecidable: false });
    expect(refusal.message).toContain('in use by the process 4711');
    await journal.append(bytes('still writing'));
    expect(locksOf(fixture)).toHaveLength(1);
  });

  it('refuses a second instance in the same process', async () => {
    const fixture = new JournalFixture();
    const processes = fixture.machine.start(4711);
    await fixture.openBeside({ processes });
    expect(await refusalOf(fixture.openBeside({ processes }))).toMatchObject({ pid: 4711 });
  });

  it('is released on close', async () => {
    const fixture = new JournalFixture();
    const { journal } = await fixture.openBeside();
    await journal.close();
    expect(locksOf(fixture)).toEqual([]);
    await fixture.openBeside();
  });

  it('is released when the opening fails', async () => {
    const fixture = new JournalFixture();
    fixture.disk.failNext({ operation: 'syncDirectory', code: 'EIO' });
    await expect(fixture.openBeside()).rejects.toThrow('cannot be used');
    expect(locksOf(fixture)).toEqual([]);
  });

  it('of a dead process is taken over', async () => {
    const fixture = new JournalFixture();
    await fixture.openBeside({ processes: fixture.machine.start(4711) });
    fixture.machine.end(4711);
    await fixture.openBeside();
    expect(locksOf(fixture)).toHaveLength(1);
  });

  it('of a dead process whose pid is used again is taken over', async () => {
    const fixture = new JournalFixture();
    await fixture.openBeside({ processes: fixture.machine.start(4711) });
    fixture.machine.end(4711);
    fixture.machine.start(4711);
    await fixture.openBeside();
  });

  it('from before a reboot is taken over', async () => {
    const fixture = new JournalFixture();
    await fixture.openBeside({ processes: fixture.machine.start(4711) });
    await fixture.openBeside({ processes: new SimulatedMachine('boot-2').start(4711) });
  });

  it('that cannot be judged refuses and names the command that mends it', async () => {
    const fixture = new JournalFixture();
    await fixture.openBeside({ processes: fixture.machine.start(4711) });
    const unsure: ProcessIdentities = { ...fixture.machine.start(2), liveness: async () => 'undecidable' };
    const refusal = await refusalOf(fixture.openBeside({ processes: unsure }));
    expect(refusal).toMatchObject({ pid: 4711, undecidable: true });
    expect(refusal.message).toContain("rm '/data/journal.1.lock'");
    await fixture.disk.port().unlink('/data/journal.1.lock');
    await fixture.openBeside({ processes: unsure });
  });

  it.each(['', 'nonsense', '{"pid":"4711"}', '{"pid":-1,"host":"machine"}'])(
    'that says "%s" refuses',
    async (content) => {
      const fixture = new JournalFixture();
      await fixture.disk.port().makeDirectory('/data');
      const file = await fixture.disk.port().open('/data/journal.1.lock', 'create');
      await file.write(bytes(content), 0);
      expect(await refusalOf(fixture.openBeside())).toMatchObject({ pid: null, undecidable: true });
    },
  );

  it('is made without links where the file system has none', async () => {
    const fixture = new JournalFixture();
    const files: FilePort = {
      ...fixture.disk.port(),
      link: async () => {
        throw Object.assign(new Error('no links here'), { code: 'EPERM', syscall: 'link' });
      },
    };
    await fixture.openBeside({ files });
    expect(await refusalOf(fixture.openBeside({ files }))).toMatchObject({ undecidable: false });
  });

  it('has one holder at most when many take and release it beside a dead one, in any interleaving', async () => {
    let takings = 0;
    for (let seed = 1; seed <= 200; seed++) takings += await contend(seed);
    expect(takings).toBeGreaterThan(200);
  });
});

/** @returns how often the lock was taken */
async function contend(seed: number): Promise<number> {
  const fixture = new JournalFixture();
  await fixture.openBeside({ processes: fixture.machine.start(4711) });
  fixture.machine.end(4711);
  const random = createSeededRandom(seed);
  const files = delayed(fixture.disk.port(), random);
  const randomNumber = (): number => random.below(2 ** 32);
  let holders = 0;
  let takings = 0;
  const starter = async (pid: number): Promise<void> => {
    const processes = fixture.machine.start(pid);
    for (let attempt = 0; attempt < 4; attempt++) {
      const lock = await lockOrNull({ files, directory: '/data', name: 'journal', processes, randomNumber });
      if (lock === null) continue;
      holders++;
      takings++;
      expect({ seed, holders }).toEqual({ seed, holders: 1 });
      for (let turns = random.below(6); turns > 0; turns--) await nextTurn();
      holders--;
      await lock.release();
    }
  };
  await Promise.all([5, 6, 7, 8].map(starter));
  return takings;
}

async function lockOrNull(options: LockOptions): Promise<DirectoryLock | null> {
  try {
    return await lockDirectory(options);
  } catch (error) {
    expect(error).toBeInstanceOf(DirectoryLockedError);
    return null;
  }
}

/** Every operation waits for a random number of turns first. */
function delayed(files: FilePort, random: SeededRandom): FilePort {
  const wait = async (): Promise<void> => {
    for (let turns = random.below(4); turns > 0; turns--) await nextTurn();
  };
  return {
    ...files,
    open: async (path, mode) => wait().then(() => files.open(path, mode)),
    link: async (from, to) => wait().then(() => files.link(from, to)),
    unlink: async (path) => wait().then(() => files.unlink(path)),
    list: async (directory) => wait().then(() => files.list(directory)),
  };
}

describe('The processes of this system', () => {
  it('know this process as alive, and another one of the same pid as dead', async () => {
    const self = await systemProcesses.self();
    expect(await systemProcesses.liveness(self)).toBe('alive');
    expect(await systemProcesses.liveness({ ...self, startedAt: 'another time' })).toBe('dead');
  });

  it('know an earlier boot as dead, and another machine or container as undecidable', async () => {
    const self = await systemProcesses.self();
    expect(await systemProcesses.liveness({ ...self, bootId: 'earlier' })).toBe('dead');
    expect(await systemProcesses.liveness({ ...self, bootId: 'earlier', host: 'elsewhere' })).toBe('undecidable');
    expect(await systemProcesses.liveness({ ...self, namespace: 'pid:[0]' })).toBe('undecidable');
    expect(await systemProcesses.liveness({ ...self, startedAt: null })).toBe('undecidable');
  });

  it('know a process that has ended as dead', async () => {
    const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    const { pid } = child;
    await once(child, 'exit');
    const self = await systemProcesses.self();
    expect(await systemProcesses.liveness({ ...self, pid: pid ?? 0, startedAt: '1' })).toBe('dead');
  });
});
