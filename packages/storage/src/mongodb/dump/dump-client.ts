import type { Db, MongoClient } from 'mongodb';
import { loadDriver } from '../load-driver.ts';
import { toStorageError } from '../mongo-failures.ts';

/** Milliseconds to find a server. Nothing else is limited: a large collection takes as long as it takes. */
const SELECTION_TIMEOUT = 5_000;

/** A client for as long as the work takes. @throws StoreUnavailableError, HiregraphError for what the server or the driver says */
export async function withClient<T>(url: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const { MongoClient: Client, MongoError } = await loadDriver();
  const client = new Client(url, {
    appName: 'hiregraph-backup',
    serverSelectionTimeoutMS: SELECTION_TIMEOUT,
    readPreference: 'primary',
    writeConcern: { w: 'majority' },
    retryWrites: false,
  });
  try {
    return await work(client);
  } catch (error) {
    throw error instanceof MongoError ? toStorageError(error, 'the backup', 'read') : error;
  } finally {
    await client.close();
  }
}

/** Names of the collections that hold documents, in alphabetical order; not those that the server keeps for itself. */
export async function collectionsOf(db: Db): Promise<readonly string[]> {
  const listed = await db.listCollections({ type: 'collection' }, { nameOnly: true }).toArray();
  return listed
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'))
    .sort();
}
