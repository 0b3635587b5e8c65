import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { silentLogger } from '@hiregraph/kernel';
import { createKafkaBus, type EventBus } from '@hiregraph/messaging';
import { describeKafka, testEvent, waitUntil } from '@hiregraph/testkit';
import { type ConsumingProcess, startConsumingProcess } from './consuming-process.ts';

const KEYS = Array.from({ length: 80 }, (_, index) => `app_${index}`);
const SETTINGS = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };

/** Two processes of one group on a topic, both with partitions, and rounds of one event a key. */
class Pair {
  readonly #bus: EventBus;
  readonly #topic: string;
  readonly first: ConsumingProcess;
  readonly second: ConsumingProcess;
  /** What either has done, as it came: a key may go from one to the other and back before both have partitions. */
  readonly #applied: string[] = [];
  round = 0;

  constructor(bus: EventBus, brokers: readonly string[], topic: string) {
    const group = randomUUID();
    this.#bus = bus;
    this.#topic = topic;
    const onDone = (id: string): void => void this.#applied.push(id);
    this.first = startConsumingProcess(brokers, topic, group, onDone);
    this.second = startConsumingProcess(brokers, topic, group, onDone);
  }

  async publish(): Promise<void> {
    this.round += 1;
    await this.#bus.publish(
      this.#topic,
      KEYS.map((key) => testEvent(key, this.round)),
    );
  }

  /** Events of the last round that one of the processes has done. */
  doneBy({ done }: ConsumingProcess): readonly string[] {
    return done.filter((id) => id.endsWith(`:${this.round}`));
  }

  async whenRoundIsDone(): Promise<void> {
    await waitUntil(`every event of round ${this.round}`, () => {
      const done = new Set([...this.doneBy(this.first), ...this.doneBy(this.second)]);
      return done.size === KEYS.length;
    });
  }

  async whenShared(): Promise<void> {
    do {
      await this.publish();
      await this.whenRoundIsDone();
    } while (this.doneBy(this.first).length === 0 || this.doneBy(this.second).length === 0);
  }

  /** Rounds that have been done of a key, as they came, repeats dropped as consumers drop them. */
  roundsOf(key: string): readonly number[] {
    const applied: number[] = [];
    for (const id of this.#applied) {
      const [subject, sequence] = id.split(':');
      if (subject === key && Number(sequence) > (applied.at(-1) ?? 0)) applied.push(Number(sequence));
    }
    return applied;
  }

  async end(): Promise<void> {
    await Promise.all([this.first.end('SIGKILL'), this.second.end('SIGKILL')]);
  }
}

describeKafka((brokers) => {
  describe('two processes of one consumer group', () => {
    let pair: Pair | undefined;
    let bus: EventBus | undefined;

    async function openPair(): Promise<Pair> {
      bus = createKafkaBus({ brokers, clientId: 'hiregraph-test', topics: SETTINGS, logger: silentLogger });
      await bus.start();
      const topic = `test.${randomUUID()}`;
      await bus.ensureTopics([{ name: topic, partitions: 4 }]);
      pair = new Pair(bus, brokers, topic);
      await pair.whenShared();
      return pair;
    }

    afterEach(async () => {
      await pair?.end();
      await bus?.stop();
    });

    test('the one takes over all partitions of the other after a SIGKILL, from the last committed record on', async () => {
      const { first, second, round } = await openPair();
      const known = pair as Pair;
      await known.publish();
      await waitUntil('the first to be at work', () => first.began.some((id) => id.endsWith(`:${known.round}`)));
      const killedAt = performance.now();
      expect(await first.end('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
      await known.whenRoundIsDone();
      const seconds = ((performance.now() - killedAt) / 1000).toFixed(1);
      await known.publish();
      await known.whenRoundIsDone();
      expect(known.doneBy(second)).toHaveLength(KEYS.length);
      for (const key of KEYS) {
        const expected = Array.from({ length: round + 2 }, (_, index) => index + 1);
        expect([key, known.roundsOf(key)]).toEqual([key, expected]);
      }
      console.log(`Everything that the killed one had in hand was done ${seconds} s after the SIGKILL.`);
    });

    test('the one that gets a SIGTERM finishes and commits what it has in hand, and leaves the rest to the other', async () => {
      const { first, second } = await openPair();
      const known = pair as Pair;
      await known.publish();
      await waitUntil('the first to be at work', () => first.began.some((id) => id.endsWith(`:${known.round}`)));
      const endedAt = performance.now();
      expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null });
      const left = ((performance.now() - endedAt) / 1000).toFixed(1);
      await known.whenRoundIsDone();
      const seconds = ((performance.now() - endedAt) / 1000).toFixed(1);
      // Nothing was torn, and nothing that it did is done again.
      expect([...first.began].sort()).toEqual([...first.done].sort());
      const again = new Set(known.doneBy(second));
      expect(known.doneBy(first).filter((id) => again.has(id))).toEqual([]);
      console.log(`The drained one had left ${left} s after the SIGTERM; everything was done after ${seconds} s.`);
    });
  });
});
