import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '@hiregraph/contracts';
import { type EventEnvelope, silentLogger } from '@hiregraph/kernel';
import { createKafkaBus, type EventBus } from '@hiregraph/messaging';
import { describeKafka } from '@hiregraph/testkit';
import { letPeopleApply } from '../support/people-in-stages.ts';
import { startTestPlatform, type TestPlatform } from '../support/test-platform.ts';
import { waitFor } from '../support/wait-for.ts';
import { type ForeignRecord, kcatVersion, readWithJava, readWithKcat } from './read-records.ts';

const TOPIC = 'hiring.application.v1';
const PEOPLE = 6;
const MOVES = 4;

interface Told {
  readonly bus: EventBus;
  /** What the store froze for the topic, by the id of the event. */
  readonly stored: ReadonlyMap<string, EventEnvelope>;
}

/** A platform whose events go over Kafka; what it keeps is in memory. */
async function start(brokers: readonly string[]): Promise<{ readonly test: TestPlatform; readonly bus: EventBus }> {
  const topics = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };
  const bus = createKafkaBus({
    brokers,
    clientId: 'clients',
    topics,
    logger: silentLogger,
  });
  return { test: await startTestPlatform({ bus }), bus };
}

/** Moves some people, and waits until all events are on the topic. */
async function tell(test: TestPlatform, bus: EventBus): Promise<Told> {
  const people = await letPeopleApply(await test.client('RECRUITER', 'rita'), PEOPLE);
  for (let move = 0; move < MOVES; move++) await people.moveAll();
  await test.platform.whenRelayed();
  const stored = new Map<string, EventEnvelope>();
  for await (const events of test.platform.services.candidate.storage.frozenEvents(TOPIC))
    for (const event of events) stored.set(event.id, event);
  return { bus, stored };
}

/** The record as docs/events/README.md says that it is: key, `ce_` headers, JSON value. */
function expectDocumented(record: ForeignRecord, event: EventEnvelope): void {
  const { data, datacontenttype, ...attributes } = event;
  const names = record.headers.filter((_, at) => at % 2 === 0);
  const values = record.headers.filter((_, at) => at % 2 === 1);
  const documented = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]);
  expect(record.key).toBe(event.subject);
  expect(Object.fromEntries(names.map((name, at) => [name, values[at]]))).toEqual({
    'content-type': datacontenttype,
    ...Object.fromEntries(documented),
  });
  expect(new Set(names).size).toBe(names.length);
  expect(JSON.parse(record.payload)).toEqual(data);
  expect(EVENT_TYPES.get(event.type)?.data.safeParse(JSON.parse(record.payload)).success).toBe(true);
}

/** Everything that the store has, word for word, in order for each key; other suites may use the topic as well. */
function expectWhole(records: readonly ForeignRecord[], stored: Told['stored']): void {
  const idOf = ({ headers }: ForeignRecord): string => headers[headers.indexOf('ce_id') + 1] ?? '';
  const ours = records.filter((record) => stored.has(idOf(record)));
  for (const record of ours) expectDocumented(record, stored.get(idOf(record)) as EventEnvelope);
  const inOrder = ours.toSorted((a, b) => a.partition - b.partition || a.offset - b.offset);
  const sequences = new Map<string, number[]>();
  for (const record of inOrder) {
    const applied = sequences.get(record.key) ?? [];
    const { sequence } = stored.get(idOf(record)) as EventEnvelope;
    // At least once: repeats are dropped by the sequence.
    if (sequence > (applied.at(-1) ?? 0)) sequences.set(record.key, [...applied, sequence]);
  }
  expect(sequences.size).toBe(PEOPLE);
  for (const applied of sequences.values())
    expect(applied).toEqual(Array.from({ length: 1 + MOVES }, (_, index) => index + 1));
}

describeKafka((brokers) => {
  describe('clients of others', () => {
    let test: TestPlatform | undefined;
    let told: Told;

    beforeAll(async () => {
      const started = await start(brokers);
      test = started.test;
      told = await tell(started.test, started.bus);
    });

    afterAll(async () => {
      await test?.stop();
    });

    it("read the topic in a group, commit, and go on behind it (Apache Kafka's Java client)", async () => {
      const { bus, stored } = told;
      const group = `foreign.${randomUUID()}`;
      const sum = async (ends: Promise<Readonly<Record<string, number>>>): Promise<number> =>
        Object.values(await ends).reduce((all, end) => all + end, 0);
      const kept = (await sum(bus.latest([TOPIC]))) - (await sum(bus.earliest([TOPIC])));
      const first = Math.floor(kept / 2);
      const records = [
        ...(await readWithJava(brokers.join(), group, TOPIC, first)),
        ...(await readWithJava(brokers.join(), group, TOPIC, kept - first)),
      ];
      const places = records.map(({ partition, offset }) => `${partition}/${offset}`);
      expect(new Set(places).size).toBe(kept);
      expectWhole(records, stored);
      // What it committed is what our own side sees of the group.
      await waitFor('no lag', async () => (await sum(bus.lag(group, [TOPIC]))) === 0);
    });

    it('read it as documented (kcat)', async () => {
      const version = await kcatVersion();
      if (version === null) {
        if (process.env.REQUIRE_KCAT === '1') throw new Error('kcat is not installed: apt-get install kcat.');
        process.stdout.write(
          'kcat is not installed: it did not read the topics. `apt-get install kcat` installs it.\n',
        );
        return;
      }
      expectWhole(await readWithKcat(brokers.join(), TOPIC), told.stored);
    });
  });
});
