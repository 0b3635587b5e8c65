import type { Collection, Db, Document } from 'mongodb';
import { HALF_RESTORED } from '../half-restored.ts';
import { loadDriver } from '../load-driver.ts';
import { collectionsOf, withClient } from './dump-client.ts';
import type { DumpPlaces } from './dump-databases.ts';
import { type DumpedCollection, dumpFile, readDumpFile } from './dump-file.ts';

/** Documents of one insertion at most, and their bytes; a message to the server has at most 48 MB. */
const BATCH = { documents: 1_000, bytes: 8 * 1024 * 1024 } as const;

/** What databases hold: nothing, something, or a part of a backup, since a restore of it was cut short. */
export type Contents = 'nothing' | 'something' | 'half-restored';

export async function contentsOf(url: string, databases: readonly string[]): Promise<Contents> {
  return await withClient(url, async (client) => {
    const names = await Promise.all(databases.map((database) => collectionsOf(client.db(database))));
    if (names.some((found) => found.includes(HALF_RESTORED))) return 'half-restored';
    return names.some((found) => found.length > 0) ? 'something' : 'nothing';
  });
}

/**
 * Puts a verified dump in the place of what the databases hold. From the first change on they are marked as half restored,
 * and no store opens them, until `endRestore`; a restore that was cut short is simply run again. Indexes and validators are
 * made by the stores when they start.
 * @throws StoreUnavailableError
 */
export async function loadDump(
  { url, databases, directory }: DumpPlaces,
  dumped: readonly DumpedCollection[],
): Promise<void> {
  const { BSON } = await loadDriver();
  await withClient(url, async (client) => {
    for (const database of databases) await mark(client.db(database));
    for (const database of databases) await empty(client.db(database));
    for (const one of dumped) {
      const collection = await client.db(one.database).createCollection(one.collection);
      await insertAll(collection, readDumpFile(dumpFile(directory, one)), (bytes) =>
        // Unpromoted: a whole number that was a double is written as one again.
        BSON.deserialize(bytes, { promoteValues: false }),
      );
    }
  });
}

/** Lets stores open the databases again. */
export async function endRestore(url: string, databases: readonly string[]): Promise<void> {
  await withClient(url, async (client) => {
    for (const database of databases) await client.db(database).dropCollection(HALF_RESTORED);
  });
}

async function mark(db: Db): Promise<void> {
  if (!(await collectionsOf(db)).includes(HALF_RESTORED)) await db.createCollection(HALF_RESTORED);
}

async function empty(db: Db): Promise<void> {
  for (const name of await collectionsOf(db)) if (name !== HALF_RESTORED) await db.dropCollection(name);
}

async function insertAll(
  collection: Collection,
  documents: AsyncIterable<Uint8Array>,
  parse: (bytes: Uint8Array) => Document,
): Promise<void> {
  let batch: Document[] = [];
  let bytes = 0;
  for await (const document of documents) {
    if (batch.length === BATCH.documents || (batch.length > 0 && bytes + document.length > BATCH.bytes)) {
      await collection.insertMany(batch);
      batch = [];
      bytes = 0;
    }
    batch.push(parse(document));
    bytes += document.length;
  }
  if (batch.length > 0) await collection.insertMany(batch);
}
