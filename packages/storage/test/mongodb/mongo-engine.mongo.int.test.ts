import { createMongoEngine } from '@hiregraph/storage';
import { describeMongo, freshDatabase, storageContract } from '@hiregraph/testkit';

describeMongo((url) => {
  storageContract('MongoDB', () => ({ engine: createMongoEngine({ url, database: freshDatabase() }) }));
});
