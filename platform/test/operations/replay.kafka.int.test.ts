import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICATION_TOPIC } from '@hiregraph/contracts';
import { type EventEnvelope, silentLogger, systemClock } from '@hiregraph/kernel';
import {
  createKafkaBus,
  createMemoryDeadLetters,
  createStoredSourceEpochs,
  type EventBus,
  type PositionVector,
} from '@hiregraph/messaging';
import { describeKafka } from '@hiregraph/testkit';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import type { Installation } from '../../src/operations/installation.ts';
import { compareRows, dumpProjections } from '../../src/operations/projection-rows.ts';
import { rebuildProjections } from '../../src/operations/rebuild-projections.ts';
import { newRun, replayTopic, replayTopicName } from '../../src/operations/replay-topic.ts';
import { letPeopleApply, type PeopleInStages } from '../support/people-in-stages.ts';
import { startTestPlatform, TENANT, type TestPlatform } from '../support/test-platform.ts';
import { waitFor } from '../support/wait-for.ts';

const PEOPLE = 8;
const SETTINGS = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };

describeKafka((brokers) => {
  describe('replaying to a Kafka that holds data', () => {
    let test: TestPlatform | undefined;
    let bus: EventBus;
    let people: PeopleInStages;

    beforeAll(async () => {
      bus = createKafkaBus({ brokers, clientId: 'replay', topics: SETTINGS, logger: silentLogger });
      test = await startTestPlatform({ bus });
      people = await letPeopleApply(await test.client('RECRUITER', 'rita'), PEOPLE);
      await people.moveAll();
      await test.platform.whenRelayed();
    });

    afterAll(async () => {
      await test?.stop();
    });

    const services = (): TestPlatform['platform']['services'] => (test as TestPlatform).platform.services;
    const storages = () => SERVICE_NAMES.map((name) => services()[name].storage);

    /** The events of our applications on a topic, by key; other suites may use the live topics as well. */
    async function eventsOf(
      topic: string,
      from: PositionVector,
    ): Promise<ReadonlyMap<string, readonly EventEnvelope[]>> {
      const ours = new Set((await frozen()).keys());
      const found = new Map<string, EventEnvelope[]>();
      for await (const { record } of bus.read({ topics: [topic], from, live: false })) {
        if (ours.has(record.key)) found.set(record.key, [...(found.get(record.key) ?? []), record.event]);
      }
      return found;
    }

    async function frozen(): Promise<ReadonlyMap<string, readonly EventEnvelope[]>> {
      const found = new Map<string, readonly EventEnvelope[]>();
      for await (const events of services().candidate.storage.frozenEvents(APPLICATION_TOPIC))
        found.set(events[0]?.subject ?? '', events);
      return found;
    }

    it('writes every frozen event to the letter, in order per key, and what comes later lies behind the noted offsets', async () => {
      const topic = replayTopicName(APPLICATION_TOPIC, newRun());
      const before = await frozen();
      const replay = await replayTopic(bus, storages(), APPLICATION_TOPIC, topic);
      expect(replay).toMatchObject({ aggregates: PEOPLE, events: [...before.values()].flat().length });
      expect(await eventsOf(topic, {})).toEqual(before);
      expect(Object.keys(await bus.latest([topic]))).toHaveLength(Object.keys(replay.liveFrom).length);
      await people.moveAll();
      await (test as TestPlatform).platform.whenRelayed();
      const behind = await eventsOf(APPLICATION_TOPIC, replay.liveFrom);
      for (const [key, events] of await frozen()) {
        const known = before.get(key)?.length ?? 0;
        // At least once: a repeat has the same id.
        const ids = new Set(behind.get(key)?.map(({ id }) => id));
        expect([key, ...ids]).toEqual([key, ...events.slice(known).map(({ id }) => id)]);
      }
    });

    it('repeats the events of a run that broke off, in order, under the same name', async () => {
      const topic = replayTopicName(APPLICATION_TOPIC, newRun());
      const all = await frozen();
      const [first = []] = all.values();
      const partitions = Object.keys(await bus.latest([APPLICATION_TOPIC])).length;
      await bus.ensureTopics([{ name: topic, partitions }]);
      await bus.publish(topic, first.slice(0, 1));
      await replayTopic(bus, storages(), APPLICATION_TOPIC, topic);
      for (const [key, events] of await eventsOf(topic, {})) {
        const applied: EventEnvelope[] = [];
        for (const event of events) if (event.sequence > (applied.at(-1)?.sequence ?? 0)) applied.push(event);
        expect([key, applied]).toEqual([key, all.get(key)]);
      }
    });

    it('rebuilds projections that are equal to those that lived through it', async () => {
      const storage = services().evaluation.storage;
      await waitFor('the consumers to have caught up', async () => {
        const rows = await dumpProjections(storage);
        return [...(await frozen())].every(([key, events]) =>
          [...rows.values()].some(({ id, sequence }) => id === key && sequence === events.at(-1)?.sequence),
        );
      });
      const letters = createMemoryDeadLetters();
      const epochs = createStoredSourceEpochs({ storage, service: 'evaluation', clock: systemClock });
      const installation: Installation = {
        services: services(),
        sourceEpochs: { job: epochs, candidate: epochs, evaluation: epochs },
        deadLetters: { job: letters, candidate: letters, evaluation: letters },
        bus,
        partitions: 6,
        tenants: [TENANT],
        clock: systemClock,
        logger: silentLogger,
      };
      const rebuilt = await rebuildProjections(installation, 'evaluation', newRun());
      const kept = await dumpProjections(storage);
      expect(kept.size).toBeGreaterThan(PEOPLE);
      // Of other suites' events on the same topics the kept ones may have seen more or less.
      const ours = (name: string): boolean => kept.has(name);
      expect(compareRows(kept, new Map([...rebuilt].filter(([name]) => ours(name))))).toEqual([]);
    });
  });
});
