import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Storage } from '@hiregraph/storage';
import { withStorages } from '../../src/operations/store-epoch.ts';
import { saveBackup } from '../../src/operations/backup.ts';
import { restoreBackup } from '../../src/operations/restore.ts';
import { createStoredPlatform, type StoredPlatform } from './stored-platform.ts';

const NOTES = 'backup_test_notes';

describe('npm run backup, and npm run restore', () => {
  let stored: StoredPlatform;
  let backup: string;
  let dataDirectory: string;

  beforeEach(() => {
    stored = createStoredPlatform();
    dataDirectory = stored.environment.DATA_DIR ?? '';
    backup = mkdtempSync(join(tmpdir(), 'hiregraph-backup-'));
  });
  afterEach(() => {
    stored.remove();
    rmSync(backup, { recursive: true, force: true });
  });

  const save = () => stored.run(saveBackup, '--to', backup);
  const restore = (...words: readonly string[]) => stored.run(restoreBackup, '--from', backup, ...words);
  const withStores = <T>(work: (storages: readonly Storage[]) => Promise<T>): Promise<T> =>
    withStorages({ kind: 'embedded', dataDirectory }, 'silent', work);
  const notesOf = (storage: Storage) =>
    storage.projections<{ readonly rank: number }>({ collection: NOTES, indexes: [] });

  const write = (sequence: number) =>
    withStores(async (storages) => {
      const event = { sequence, at: '2026-03-02T09:00:00.000Z' };
      for (const storage of storages) await notesOf(storage).apply('t', 'note', event, () => ({ rank: sequence }));
    });

  const read = () =>
    withStores(async (storages) => ({
      epochs: storages.map(({ epoch }) => epoch),
      sequences: await Promise.all(
        storages.map(async (storage) => (await notesOf(storage).load('t', 'note'))?.sequence ?? null),
      ),
    }));

  it('bring every store back to the moment of the backup, with a new epoch each time', async () => {
    await write(1);
    await save();
    await write(2);
    const before = Math.floor(Date.now() / 1000);
    const first = await restore('--replace');
    expect(first.code).toBe(0);
    const restored = await read();
    expect(restored.sequences).toEqual([1, 1, 1]);
    expect(new Set(restored.epochs).size).toBe(1);
    const [epoch = 0] = restored.epochs;
    expect(epoch).toBeGreaterThanOrEqual(before);
    await restore('--replace');
    const [next = 0] = (await read()).epochs;
    expect(next).toBeGreaterThan(epoch);
    expect(existsSync(join(dataDirectory, `replaced-by-${epoch}`, 'store'))).toBe(true);
  });

  it('work where the data is gone', async () => {
    await write(1);
    await save();
    rmSync(dataDirectory, { recursive: true });
    expect((await restore()).code).toBe(0);
    expect((await read()).sequences).toEqual([1, 1, 1]);
    expect(readdirSync(join(dataDirectory, 'bus')).length).toBeGreaterThan(0);
    await stored.live(async ({ services }) => {
      await services.job.storage.ready();
    });
  });

  it('refuse while the platform runs', async () => {
    await write(1);
    await save();
    await stored.live(async () => {
      await expect(stored.run(saveBackup, '--to', join(backup, 'another'))).rejects.toThrow(/is in use by the process/);
      await expect(restore('--replace')).rejects.toThrow(/is in use by the process/);
    });
  });

  it('overwrite nothing that was not named', async () => {
    await write(1);
    await save();
    await expect(save()).rejects.toThrow(/is not empty/);
    await expect(restore()).rejects.toThrow(/holds data already\. Say --replace/);
    expect((await read()).sequences).toEqual([1, 1, 1]);
  });

  it('take no folder for a backup that is not a whole one', async () => {
    await write(1);
    await save();
    rmSync(join(backup, 'backup.json'));
    await expect(restore('--replace')).rejects.toThrow(/holds no whole backup/);
  });

  it('leave the data as it is where the backup is damaged', async () => {
    await write(1);
    await write(2);
    await save();
    await write(3);
    const damaged = readdirSync(join(backup, 'store')).find((name) => /^job\..*\.segment$/u.test(name)) ?? '';
    const path = join(backup, 'store', damaged);
    const bytes = readFileSync(path);
    // In the first of several batches: the last one could be one that a crash tore.
    bytes.writeUInt8(bytes.readUInt8(80) ^ 1, 80);
    writeFileSync(path, bytes);
    await expect(restore('--replace')).rejects.toMatchObject({ name: 'JournalCorruptError' });
    expect((await read()).sequences).toEqual([3, 3, 3]);
  });

  it('raise the epoch alone where other tools brought the data back', async () => {
    await write(1);
    const { epochs } = await read();
    expect((await stored.run(restoreBackup, '--raise-epoch')).code).toBe(0);
    const raised = await read();
    expect(raised.epochs.every((epoch, index) => epoch > (epochs[index] ?? 0))).toBe(true);
    expect(raised.sequences).toEqual([1, 1, 1]);
  });

  it('name what the command line lacks', async () => {
    await expect(stored.run(saveBackup)).rejects.toThrow(/--to: is needed/);
    await expect(stored.run(restoreBackup)).rejects.toThrow(/--from DIR, or --raise-epoch/);
  });

  it('take files for files, and a dump of MongoDB for one', async () => {
    await write(1);
    await save();
    const onServers = createStoredPlatform({ MONGODB_URL: 'mongodb://127.0.0.1:1', KAFKA_BROKERS: '127.0.0.1:1' });
    await expect(onServers.run(restoreBackup, '--from', backup)).rejects.toThrow(/Unset it to restore this backup/);
    onServers.remove();
    const manifest = join(backup, 'backup.json');
    const facts = JSON.parse(readFileSync(manifest, 'utf8')) as object;
    writeFileSync(manifest, JSON.stringify({ ...facts, collections: [] }));
    await expect(restore('--replace')).rejects.toThrow(/holds a backup of MongoDB.*Set MONGODB_URL/);
  });
});
