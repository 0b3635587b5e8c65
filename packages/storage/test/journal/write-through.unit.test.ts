import { constants } from 'node:fs';
import { mkdtemp, readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { nodeFilePort, type OpenFile, openJournal, writeDurably } from '../../src/journal/index.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'write-through-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true });
});

/** The flags with which this process has open what lies in the directory, by name; as Linux tells them. */
async function openFlags(): Promise<ReadonlyMap<string, number>> {
  const flags = new Map<string, number>();
  for (const descriptor of await readdir('/proc/self/fd')) {
    const path = await readlink(`/proc/self/fd/${descriptor}`).catch(() => '');
    if (!path.startsWith(directory)) continue;
    const [, octal = '0'] = /^flags:\s*(\d+)/m.exec(await readFile(`/proc/self/fdinfo/${descriptor}`, 'utf8')) ?? [];
    flags.set(path.slice(directory.length + 1), Number.parseInt(octal, 8));
  }
  return flags;
}

function recorded(file: Partial<OpenFile>): { file: OpenFile; calls: string[] } {
  const calls: string[] = [];
  const note = (call: string) => async (): Promise<void> => {
    calls.push(call);
  };
  return { file: { ...file, write: note('write'), sync: note('sync') } as OpenFile, calls };
}

describe('A durable write', () => {
  it('is a write and a sync where a write alone is not durable', async () => {
    const { file, calls } = recorded({});
    await writeDurably(file, Buffer.from('a'), 0);
    expect(calls).toEqual(['write', 'sync']);
  });

  it('is a write alone where that is durable', async () => {
    const { file, calls } = recorded({ writesThrough: true });
    await writeDurably(file, Buffer.from('a'), 0);
    expect(calls).toEqual(['write']);
  });

  it('is left out by a file only when the system was told to write through', async () => {
    const plain = await nodeFilePort.open(join(directory, 'plain'), 'create');
    const asked = await nodeFilePort.open(join(directory, 'asked'), 'create', { writesThrough: true });
    expect(plain.writesThrough).toBe(false);
    expect(asked.writesThrough).toBe(process.platform === 'linux');
    if (process.platform === 'linux') {
      const flags = await openFlags();
      expect((flags.get('plain') ?? 0) & constants.O_DSYNC).toBe(0);
      expect((flags.get('asked') ?? 0) & constants.O_DSYNC).toBe(constants.O_DSYNC);
    }
    await Promise.all([plain.close(), asked.close()]);
  });

  it('goes to the segment of a journal in one step, of a new one and of one that was opened again', async () => {
    for (const round of ['new', 'opened again']) {
      const journal = await openJournal({ directory });
      await journal.append(Buffer.from(round));
      const flags = process.platform === 'linux' ? [...(await openFlags())] : [];
      for (const [name, mode] of flags) if (name.endsWith('.segment')) expect(mode & constants.O_DSYNC).not.toBe(0);
      expect(flags.some(([name]) => name.endsWith('.segment'))).toBe(process.platform === 'linux');
      await journal.close();
    }
  });
});
