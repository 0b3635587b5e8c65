import { createMongoEngine } from '@hiregraph/storage';
import { storageContract } from '@hiregraph/testkit';
import { describeMongo, freshDatabase } from './mongo-server.ts';

describeMongo((url) => {
  storageContract('MongoDB', () => ({ engine: createMongoEngine({ url, database: freshDatabase() }) }));
});
