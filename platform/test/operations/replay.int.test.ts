import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { APPLICATION_TOPIC, JOB_TOPIC, TOPICS } from '@hiregraph/contracts';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createEmbeddedBus, type EventBus } from '@hiregraph/messaging';
import { whileRunning } from '../../src/operations/installation.ts';
import { replay } from '../../src/operations/replay.ts';
import { createStoredPlatform, type StoredPlatform } from './stored-platform.ts';

/** Every event of a topic as JSON, by key, in the order in which it lies there. */
async function eventsByKey(bus: EventBus, topic: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  for await (const { record } of bus.read({ topics: [topic], from: {}, live: false })) {
    found.set(record.key, [...(found.get(record.key) ?? []), JSON.stringify(record.event)]);
  }
  return found;
}

describe('npm run replay', () => {
  let stored: StoredPlatform;

  beforeAll(async () => {
    stored = createStoredPlatform();
    await stored.live((platform) => platform.whenRelayed(), []);
  }, 240_000);
  afterAll(() => stored.remove());

  const onBus = <T>(work: (bus: EventBus) => Promise<T>): Promise<T> => {
    const directory = join(String(stored.environment.DATA_DIR), 'bus');
    const bus = createEmbeddedBus({ directory, clock: systemClock, logger: silentLogger });
    return whileRunning([bus], () => work(bus));
  };

  it.each(TOPICS)('writes every event that %s ever carried, to the letter and in order per key', async (topic) => {
    const { code, printed } = await stored.run(replay, '--topic', topic, '--run', 'whole');
    expect(code).toBe(0);
    await onBus(async (bus) => {
      const live = await eventsByKey(bus, topic);
      const again = await eventsByKey(bus, `${topic}.replay.whole`);
      expect(live.size).toBeGreaterThan(0);
      expect(again).toEqual(live);
      const count = [...live.values()].flat().length;
      expect(printed).toContain(`${count} events of ${live.size} aggregates lie on ${topic}.replay.whole.`);
      // Nobody wrote since, so the noted offsets are the ends.
      expect(printed.split('\n').at(-1)).toBe(JSON.stringify(await bus.latest([topic])));
    });
  });

  it('names a run by itself, so that two never share a topic', async () => {
    const names = [];
    for (let run = 0; run < 2; run++) {
      const { printed } = await stored.run(replay, '--topic', JOB_TOPIC);
      names.push(/lie on (hiring\.job\.v1\.replay\.[0-9a-z]{26})\./u.exec(printed)?.[1]);
    }
    expect(new Set(names).size).toBe(2);
    expect(names).not.toContain(undefined);
  });

  it.each([
    [[], /^--topic: is needed\. One of hiring\.job\.v1, /u],
    [['--topic', 'jobs'], /^--topic jobs: there is no such topic\. One of hiring\.job\.v1, /u],
    [[APPLICATION_TOPIC], /"hiring\.application\.v1": is no option/u],
    [['--topic', JOB_TOPIC, '--run', 'My run'], /--run My run: must be 1 to 40 of a-z, 0-9 and -/u],
  ])('refuses %j', async (words, message) => {
    await expect(stored.run(replay, ...words)).rejects.toThrow(message);
  });
});
