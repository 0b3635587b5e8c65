import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db, MongoClient } from 'mongodb';
import { collectionsOf, withClient } from './dump-client.ts';
import { type DumpedCollection, contentOf, DumpError, dumpFile, writeDumpFile } from './dump-file.ts';

/** Databases, and the folder of their dump. */
export interface DumpPlaces {
  readonly url: string;
  readonly databases: readonly string[];
  readonly directory: string;
}

/**
 * Writes every document of the databases into a folder that is there and holds none of them. Nobody may write meanwhile,
 * since only then is the dump of one moment: each collection is read again at the end and compared, save those whose
 * documents expire, which the server removes at any time.
 * @returns what was written, for `verifyDump` and `loadDump`
 * @throws DumpError when something was written meanwhile; StoreUnavailableError
 */
export async function dumpDatabases({ url, databases, directory }: DumpPlaces): Promise<readonly DumpedCollection[]> {
  return await withClient(url, async (client) => {
    const dumped: DumpedCollection[] = [];
    for (const database of databases) {
      await mkdir(join(directory, database));
      for (const collection of await collectionsOf(client.db(database))) {
        const path = dumpFile(directory, { database, collection });
        const content = await writeDumpFile(path, rawDocuments(client.db(database), collection));
        dumped.push({ database, collection, ...content });
      }
      await syncDirectory(join(directory, database));
    }
    for (const one of dumped) await assertUnchanged(client, one);
    return dumped;
  });
}

async function assertUnchanged(client: MongoClient, { database, collection, ...before }: DumpedCollection) {
  const db = client.db(database);
  const indexes = await db.collection(collection).indexes();
  if (indexes.some(({ expireAfterSeconds }) => expireAfterSeconds !== undefined)) return;
  const now = await contentOf(rawDocuments(db, collection));
  if (now.documents === before.documents && now.sha256 === before.sha256) return;
  throw new DumpError(
    `${database}.${collection}: was written to while it was copied, so the copy is not of one moment. ` +
      'Stop every process of the platform, then make a new backup.',
  );
}

/** As BSON, by `_id`: never parsed, so every value stays of the type that it has. */
function rawDocuments(db: Db, collection: string): AsyncIterable<Uint8Array> {
  return db.collection<Uint8Array & { _id: string }>(collection).find({}, { raw: true, sort: { _id: 1 } });
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
