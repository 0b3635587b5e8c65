import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endRestore, loadDump, type Storage } from '@hiregraph/storage';
import { describeMongo } from '@hiregraph/testkit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { databaseOf } from '../../src/open-engines.ts';
import { saveBackup } from '../../src/operations/backup.ts';
import { restoreBackup } from '../../src/operations/restore.ts';
import { withStorages } from '../../src/operations/store-epoch.ts';
import { createStoredPlatform, type StoredPlatform } from './stored-platform.ts';

const NOTES = 'backup_test_notes';
const DATABASES = SERVICE_NAMES.map(databaseOf);

describeMongo((url) => {
  describe('npm run backup, and npm run restore, of MongoDB', () => {
    let stored: StoredPlatform;
    let backup: string;

    beforeEach(async () => {
      // No command of these talks to Kafka.
      stored = createStoredPlatform({ MONGODB_URL: url, KAFKA_BROKERS: '127.0.0.1:1' });
      backup = mkdtempSync(join(tmpdir(), 'hiregraph-backup-'));
      await empty();
    });
    afterEach(async () => {
      await empty();
      stored.remove();
      rmSync(backup, { recursive: true, force: true });
    });

    /** Nothing in the place of what there is: half a restore. */
    const loadNothing = () => loadDump({ url, databases: DATABASES, directory: backup }, []);
    const empty = async (): Promise<void> => {
      await loadNothing();
      await endRestore(url, DATABASES);
    };
    const save = () => stored.run(saveBackup, '--to', backup);
    const restore = (...words: readonly string[]) => stored.run(restoreBackup, '--from', backup, ...words);
    const withStores = <T>(work: (storages: readonly Storage[]) => Promise<T>): Promise<T> =>
      withStorages({ kind: 'servers', mongodbUrl: url, kafka: { brokers: [] } as never }, 'silent', work);
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

    it('bring every database back to the moment of the backup, with a new epoch, and save what was there', async () => {
      await write(1);
      const { epochs } = await read();
      await save();
      await write(2);
      const { code, printed } = await restore('--replace');
      expect(code).toBe(0);
      const restored = await read();
      expect(restored.sequences).toEqual([1, 1, 1]);
      expect(restored.epochs.every((epoch, at) => epoch > (epochs[at] ?? 0))).toBe(true);
      const aside = /saved in (\S+)\./u.exec(printed)?.[1] ?? '';
      expect((await stored.run(restoreBackup, '--from', aside, '--replace')).code).toBe(0);
      expect((await read()).sequences).toEqual([2, 2, 2]);
    });

    it('work where the databases are gone', async () => {
      await write(1);
      await save();
      await empty();
      expect((await restore()).code).toBe(0);
      expect((await read()).sequences).toEqual([1, 1, 1]);
    });

    it('overwrite nothing that was not named, and save nothing from an empty server', async () => {
      await expect(save()).rejects.toThrow(/holds no data of a platform/);
      await write(1);
      await save();
      await expect(save()).rejects.toThrow(/is not empty/);
      await expect(restore()).rejects.toThrow(/hold data already\. Say --replace/);
    });

    it('change nothing where a file of the backup is damaged', async () => {
      await write(1);
      await save();
      await write(2);
      const damaged = join(backup, 'hiregraph_job', `${NOTES}.bson`);
      const bytes = readFileSync(damaged);
      bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30);
      writeFileSync(damaged, bytes);
      await expect(restore('--replace')).rejects.toThrow(/is not as it was written, so nothing was restored/);
      expect((await read()).sequences).toEqual([2, 2, 2]);
      writeFileSync(damaged, bytes.subarray(0, bytes.length - 1));
      await expect(restore('--replace')).rejects.toThrow(/is not as it was written/);
      rmSync(damaged);
      await expect(restore('--replace')).rejects.toThrow(/is not as it was written/);
      expect(readdirSync(backup)).toContain('backup.json');
    });

    it('let no store open what was half restored, and take the restore up again', async () => {
      await write(1);
      await save();
      await loadNothing();
      await expect(read()).rejects.toThrow(/a restore of it was cut short/);
      await expect(stored.run(saveBackup, '--to', join(backup, 'another'))).rejects.toThrow(/Run that restore again/);
      expect((await restore()).code).toBe(0);
      expect((await read()).sequences).toEqual([1, 1, 1]);
    });
  });
});
