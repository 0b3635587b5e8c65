import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { silentLogger } from '@hiregraph/kernel';
import {
  createKafkaBus,
  type EventBus,
  partitionOf,
  PartitionsChangedError,
  TopicMisconfiguredError,
  type TopicSettings,
} from '@hiregraph/messaging';
import { busContract, describeKafka, testEvent, testEvents, waitUntil } from '@hiregraph/testkit';

const SETTINGS: TopicSettings = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };

describeKafka((brokers) => {
  const open = async (settings: TopicSettings = SETTINGS): Promise<EventBus> => {
    const bus = createKafkaBus({ brokers, clientId: 'hiregraph-test', topics: settings, logger: silentLogger });
    await bus.start();
    return bus;
  };

  busContract('Kafka', 'durable', async () => {
    let bus = await open();
    return {
      bus,
      reopen: async () => {
        await bus.stop();
        bus = await open();
        return bus;
      },
      close: () => bus.stop(),
    };
  });

  describe('the Kafka bus', () => {
    test('keeps a topic that it makes as configured, and takes it so at the next start', async () => {
      const name = `test.${randomUUID()}`;
      const settings = { replicationFactor: 1, minInsyncReplicas: 2, retentionMilliseconds: 86_400_000 };
      for (let start = 0; start < 2; start++) {
        const bus = await open(settings);
        await bus.ensureTopics([{ name, partitions: 3 }]);
        expect(Object.keys(await bus.latest([name])).sort()).toEqual([0, 1, 2].map((at) => `${name}/${at}`));
        await bus.stop();
      }
    });

    test.each([
      [{ retentionMilliseconds: 86_400_000 }, /retention\.ms is -1, not 86400000\. Change the topic with/u],
      [{ minInsyncReplicas: 2 }, /min\.insync\.replicas is 1, not 2\. Change the topic with/u],
      [
        { minInsyncReplicas: 2, retentionMilliseconds: 86_400_000 },
        /not kept as configured: (.*min\.insync\.replicas is 1, not 2.*retention\.ms|.*retention\.ms is .*min\.insync)/u,
      ],
    ])(
      'refuses a topic that is not kept as configured, for good, and says what differs: %j',
      async (other, message) => {
        const name = `test.${randomUUID()}`;
        const first = await open();
        await first.ensureTopics([{ name, partitions: 1 }]);
        await first.stop();
        const second = await open({ ...SETTINGS, ...other });
        const refusal = second.ensureTopics([{ name, partitions: 1 }]);
        await expect(refusal).rejects.toBeInstanceOf(TopicMisconfiguredError);
        await expect(refusal).rejects.toMatchObject({ retryable: false, message: expect.stringContaining(name) });
        await expect(refusal).rejects.toThrow(message);
        await second.stop();
      },
    );

    test('refuses a topic that has another number of partitions, for good, and says both', async () => {
      const name = `test.${randomUUID()}`;
      const bus = await open();
      await bus.ensureTopics([{ name, partitions: 2 }]);
      const refusal = bus.ensureTopics([{ name, partitions: 3 }]);
      await expect(refusal).rejects.toBeInstanceOf(PartitionsChangedError);
      await expect(refusal).rejects.toMatchObject({ retryable: false });
      await expect(refusal).rejects.toThrow(`Topic ${name} has 2 partitions, not 3.`);
      await bus.stop();
    });

    test('does not let a partition whose batch takes long hold up the others', async () => {
      const bus = await open();
      const name = `test.${randomUUID()}`;
      await bus.ensureTopics([{ name, partitions: 2 }]);
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const done: string[] = [];
      // Of partitions 0 and 1.
      const [slow, quick] = ['app_0', 'app_1', 'app_2', 'app_3'].reduce<string[]>((keys, key) => {
        const partition = partitionOf(key, 2);
        keys[partition] ??= key;
        return keys;
      }, []) as [string, string];
      const member = await bus.subscribe({
        group: randomUUID(),
        topics: [name],
        from: 'earliest',
        onBatch: async (batch) => {
          for (const record of batch.records) {
            if (record.key === slow && record.event.sequence === 1) await held;
            done.push(record.event.id);
            await batch.commit(record.offset + 1);
          }
        },
      });
      await bus.publish(name, [testEvent(slow, 1), testEvent(quick, 1)]);
      await waitUntil('the quick partition', () => done.includes(`${quick}:1`));
      await bus.publish(name, testEvents(quick, 2, 3));
      await waitUntil('more of the quick partition', () => done.includes(`${quick}:3`));
      expect(done).not.toContain(`${slow}:1`);
      await bus.publish(name, [testEvent(slow, 2)]);
      release();
      await waitUntil('the slow partition', () => done.includes(`${slow}:2`));
      expect(done.filter((id) => id.startsWith(slow))).toEqual([`${slow}:1`, `${slow}:2`]);
      await member.stop();
      await bus.stop();
    });
  });
});

describe('the Kafka bus without a broker', () => {
  test('starts all the same, refuses publishes retryably, and stops', async () => {
    const bus = createKafkaBus({
      brokers: ['127.0.0.1:1'],
      clientId: 'hiregraph-test',
      topics: SETTINGS,
      logger: silentLogger,
    });
    await bus.start();
    const ensuring = bus.ensureTopics([{ name: 't', partitions: 1 }]);
    const member = await bus.subscribe({ group: 'g', topics: ['t'], from: 'earliest', onBatch: async () => undefined });
    await expect(bus.publish('t', [testEvent('app_1', 1)])).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retryable: true,
    });
    await member.stop();
    await bus.stop();
    await ensuring;
  });
});
