import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentsOf, dumpDatabases, endRestore, loadDump, verifyDump } from '@hiregraph/storage';
import { describeMongo, freshDatabase } from '@hiregraph/testkit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Document, MongoClient } from 'mongodb';
import { loadDriver } from '../../src/mongodb/load-driver.ts';

/** More than one insertion takes. */
const MANY = 2_300;

describeMongo((url) => {
  describe('A dump of databases', () => {
    let client: MongoClient;
    let directory: string;
    let database: string;
    let places: { url: string; databases: readonly string[]; directory: string };

    beforeEach(async () => {
      const driver = await loadDriver();
      client = new driver.MongoClient(url);
      directory = mkdtempSync(join(tmpdir(), 'hiregraph-dump-'));
      database = freshDatabase();
      places = { url, databases: [database], directory };
    });
    afterEach(async () => {
      await client.db(database).dropDatabase();
      await client.close();
      rmSync(directory, { recursive: true, force: true });
    });

    const collection = (name: string) => client.db(database).collection<Document & { _id: string }>(name);
    const raw = (name: string) =>
      collection(name)
        .find({}, { sort: { _id: 1 }, promoteValues: false })
        .toArray();

    it('brings back each document, and each value of the type that it had', async () => {
      const { Double, Long } = await loadDriver();
      const values = {
        whole: new Double(5),
        long: Long.fromNumber(7),
        at: new Date(1_000),
        none: null,
        list: [1, 2.5],
      };
      await collection('values').insertOne({ _id: 'a', ...values });
      const many = Array.from({ length: MANY }, (_, at) => ({ _id: `m${String(at).padStart(5, '0')}`, at }));
      await collection('many').insertMany(many);
      const before = { values: await raw('values'), many: await raw('many') };
      const dumped = await dumpDatabases(places);
      expect(dumped.map(({ collection: name, documents }) => [name, documents])).toEqual([
        ['many', MANY],
        ['values', 1],
      ]);
      await verifyDump(directory, dumped);
      await collection('values').deleteMany({});
      await collection('later').insertOne({ _id: 'b' });
      await loadDump(places, dumped);
      expect(await contentsOf(url, [database])).toBe('half-restored');
      await endRestore(url, [database]);
      expect(await contentsOf(url, [database])).toBe('something');
      expect({ values: await raw('values'), many: await raw('many') }).toEqual(before);
      expect(await raw('later')).toEqual([]);
    });

    it('is refused when something was written while it was made', async () => {
      await collection('first').insertOne({ _id: 'a' });
      const whole = collection('second');
      await whole.insertMany(Array.from({ length: MANY }, (_, at) => ({ _id: String(at), at })));
      // Writes go on all the time, so one of them falls between the two readings of a collection.
      const dumping = new AbortController();
      const writing = (async () => {
        for (let writes = 1; !dumping.signal.aborted; writes++)
          await collection('first').updateOne({ _id: 'a' }, { $set: { at: writes } });
      })();
      try {
        await expect(dumpDatabases(places)).rejects.toThrow(/was written to while it was copied.*Stop every process/);
      } finally {
        dumping.abort();
        await writing;
      }
    });

    it('tells when there is nothing', async () => {
      expect(await contentsOf(url, [database])).toBe('nothing');
    });
  });
});
