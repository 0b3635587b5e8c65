import { describe, expect, test } from '@jest/globals';
import { type EventEnvelope, silentLogger, systemClock } from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createEmbeddedBus,
  createMemoryDeadLetters,
  createStoredSourceEpochs,
  SourceRestoredError,
} from '@hiregraph/messaging';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import { TEST_TENANT, testEvent, waitUntil } from '@hiregraph/testkit';

const PARTS = { clock: systemClock, logger: silentLogger };
const ofEpoch = (epoch: number, key: string, sequence: number): EventEnvelope => ({
  ...testEvent(key, sequence),
  source: `/hiregraph/candidate/${epoch}`,
});

describe("a consumer, when a source's store was restored", () => {
  test('takes in nothing of the new epoch until it is accepted, loses nothing and dead-letters nothing', async () => {
    const storage = openStorage({ ...PARTS, engine: createEmbeddedEngine({ freeze: true }), service: 'job' });
    const sourceEpochs = createStoredSourceEpochs({ storage, service: 'job', clock: systemClock });
    await storage.start();
    const bus = createEmbeddedBus(PARTS);
    await bus.start();
    await bus.ensureTopics([{ name: 't', partitions: 1 }]);
    const handled: string[] = [];
    const handle = async ({ id, source }: EventEnvelope): Promise<void> => {
      handled.push(`${id} ${source}`);
    };
    let refused = 0;
    const watched = {
      ...sourceEpochs,
      admit: async (tenantId: string, source: string) => {
        try {
          await sourceEpochs.admit(tenantId, source);
        } catch (error) {
          refused += 1;
          throw error;
        }
      },
    };
    const deadLetters = createMemoryDeadLetters();
    const runner = createConsumerRunner({
      ...PARTS,
      bus,
      consumers: [{ group: 'g', topics: ['t'], handle }],
      deadLetters,
      sourceEpochs: watched,
      limits: { backoffBase: 1, backoffCap: 5 },
    });
    await runner.start();
    // An event of before the restore that is sent after it still carries the epoch that it was written in.
    await bus.publish('t', [ofEpoch(1, 'app_1', 1), ofEpoch(7, 'app_2', 1), ofEpoch(1, 'app_1', 2)]);
    await waitUntil('the new epoch to be refused again and again', () => refused > 3);
    expect(handled).not.toContain('app_2:1 /hiregraph/candidate/7');
    await sourceEpochs.accept(TEST_TENANT, 'candidate', 7);
    await waitUntil('all events', () => handled.length === 3);
    expect(handled.sort()).toEqual([
      'app_1:1 /hiregraph/candidate/1',
      'app_1:2 /hiregraph/candidate/1',
      'app_2:1 /hiregraph/candidate/7',
    ]);
    expect(await deadLetters.list(TEST_TENANT, null, 10)).toEqual([]);
    await runner.stop();
    await bus.stop();
    await storage.stop();
  });

  test('goes by what another replica or an earlier process has noted, and never back', async () => {
    const storage = openStorage({ ...PARTS, engine: createEmbeddedEngine({ freeze: true }), service: 'job' });
    const open = () => createStoredSourceEpochs({ storage, service: 'job', clock: systemClock });
    const first = open();
    await storage.start();
    await Promise.all([first.admit(TEST_TENANT, '/hiregraph/job/3'), open().admit(TEST_TENANT, '/hiregraph/job/3')]);
    const refusal = open().admit(TEST_TENANT, '/hiregraph/job/4');
    await expect(refusal).rejects.toBeInstanceOf(SourceRestoredError);
    await expect(refusal).rejects.toMatchObject({ retryable: true });
    await open().admit('ten_other', '/hiregraph/job/4');
    await open().accept(TEST_TENANT, 'job', 4);
    await open().accept(TEST_TENANT, 'job', 2);
    await first.admit(TEST_TENANT, '/hiregraph/job/4');
    await open().admit(TEST_TENANT, '/hiregraph/job/3');
    await open().admit(TEST_TENANT, 'https://somebody.else/9');
    await storage.stop();
  });
});
