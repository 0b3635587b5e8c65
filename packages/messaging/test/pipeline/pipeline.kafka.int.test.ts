import { describe, test } from '@jest/globals';
import { silentLogger } from '@hiregraph/kernel';
import { createKafkaBus } from '@hiregraph/messaging';
import { describeKafka } from '@hiregraph/testkit';
import { runPipeline } from './pipeline-run.ts';

describeKafka((brokers) => {
  describe('events on their way from one store to another over Kafka', () => {
    test('arrive all, in order, through failures, replacements and a parked key', async () => {
      const topics = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };
      const bus = createKafkaBus({ brokers, clientId: 'hiregraph-test', topics, logger: silentLogger });
      await bus.start();
      try {
        await runPipeline(bus);
      } finally {
        await bus.stop();
      }
    });
  });
});
