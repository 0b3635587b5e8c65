import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { DirectoryLockedError, DirectoryUnusableError, openJournal } from '../../src/journal/index.ts';

const TARGET = fileURLToPath(new URL('kill-target.ts', import.meta.url));
const ROUNDS = 4;
const MILLISECONDS = 120_000;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hiregraph-journal-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

/** @returns the highest number that the process said was acknowledged before it was killed */
async function runAndKillAfter(acknowledgements: number, whileRunning: () => Promise<void>): Promise<number> {
  const args = ['--import', 'tsx', '--conditions=hiregraph-source', TARGET, directory];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let count = 0;
  let highest = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    highest = Math.max(highest, Number(line));
    count++;
    if (count === 1) await whileRunning();
    if (count === acknowledgements) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return highest;
}

async function read(): Promise<readonly string[]> {
  const found: string[] = [];
  const take = (record: Buffer): void => {
    found.push(record.toString());
  };
  const journal = await openJournal({ directory, recovery: { snapshotRecord: take, record: take } });
  await journal.close();
  return found;
}

describe('A process with a journal on a real disk', () => {
  it(
    'loses nothing that it acknowledged when it is killed again and again',
    async () => {
      const seed = 20260131;
      const random = createSeededRandom(seed);
      for (let round = 1; round <= ROUNDS; round++) {
        const acknowledged = await runAndKillAfter(1 + random.below(3000), async () => {
          await expect(read()).rejects.toBeInstanceOf(DirectoryLockedError);
        });
        const found = await read();
        expect(found.length).toBeGreaterThanOrEqual(acknowledged);
        expect(found).toEqual(Array.from({ length: found.length }, (_, index) => String(index + 1)));
      }
      expect((await readdir(directory)).filter((name) => /tmp|lock/.test(name))).toEqual([]);
    },
    MILLISECONDS,
  );

  it('makes the folders that are missing', async () => {
    const nested = join(directory, 'a', 'b');
    const journal = await openJournal({ directory: nested });
    await journal.append(Buffer.from('x'));
    await journal.close();
    expect(await readdir(nested)).toEqual(['journal.0000000000000000.segment']);
  });

  it('says what to do when the folder cannot be used', async () => {
    const file = join(directory, 'file');
    await writeFile(file, '');
    const opening = openJournal({ directory: join(file, 'data') });
    await expect(opening).rejects.toBeInstanceOf(DirectoryUnusableError);
    await expect(opening).rejects.toThrow('name another directory');
  });
});
