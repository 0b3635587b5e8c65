import { silentLogger } from '@hiregraph/kernel';
import { createMongoEngine } from '@hiregraph/storage';
import { describeMongo, freshDatabase, storageContract } from '@hiregraph/testkit';
import { expect, it } from '@jest/globals';

describeMongo((url) => {
  storageContract('MongoDB', () => ({ engine: createMongoEngine({ url, database: freshDatabase() }) }));

  it('sends nothing of what a read leaves out', async () => {
    const engine = createMongoEngine({ url, database: freshDatabase(), logger: silentLogger });
    const parts = engine.collection('parts', []);
    await engine.start();
    try {
      const state = { small: 1, large: { text: 'x'.repeat(1_000) } };
      await parts.insertOne({ _id: 'one', tenantId: 't', state, history: [1] });
      const left = { _id: 'one', tenantId: 't', state: { small: 1 } };
      const options = { hint: '_id_', without: ['history', 'state.large'] };
      const filter = { tenantId: 't', _id: { $in: ['one'] } };
      expect(await parts.find(filter, options)).toEqual([left]);
      expect(await parts.findOne(filter, options)).toEqual(left);
      expect(await parts.findEach([filter, filter], options)).toEqual([[left], [left]]);
    } finally {
      await engine.stop();
    }
  });
});
