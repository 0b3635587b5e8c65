import { describe, it } from '@jest/globals';
import { silentLogger } from '@hiregraph/kernel';
import { createKafkaBus } from '@hiregraph/messaging';
import { createMongoEngine, type StorageEngine } from '@hiregraph/storage';
import { freshDatabase } from '@hiregraph/testkit';
import { tellHiringStory } from './support/hiring-story.ts';
import { startTestPlatform } from './support/test-platform.ts';

const { MONGODB_URL: url, KAFKA_BROKERS: brokers, REQUIRE_SERVERS: required } = process.env;

if (url === undefined || brokers === undefined) {
  describe('the story of a hire on real servers', () => {
    it('is only told where MONGODB_URL and KAFKA_BROKERS name them', () => {
      const line =
        'MONGODB_URL and KAFKA_BROKERS are not set: the story was not told on real servers. `npm run servers` starts them.';
      if (required === '1') throw new Error(line);
      process.stdout.write(`${line}\n`);
    });
  });
} else {
  const engine = (): StorageEngine => createMongoEngine({ url, database: freshDatabase(), logger: silentLogger });
  tellHiringStory(() =>
    startTestPlatform({
      engines: { job: engine(), candidate: engine(), evaluation: engine() },
      bus: createKafkaBus({
        brokers: brokers.split(','),
        clientId: 'story',
        topics: { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 },
        logger: silentLogger,
      }),
    }),
  );
}
