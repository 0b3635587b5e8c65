import { createIdGenerator, type EventEnvelope, systemClock } from '@hiregraph/kernel';
import type { EventBus, PositionVector } from '@hiregraph/messaging';
import type { Storage } from '@hiregraph/storage';

export interface TopicReplay {
  readonly topic: string;
  /** Where the frozen events lie now. */
  readonly replayTopic: string;
  readonly aggregates: number;
  readonly events: number;
  /** Where the live topic ended before the replay began: behind the replayed events go on reading from here. */
  readonly liveFrom: PositionVector;
}

/** As many as the relay sends at once. */
const BATCH_EVENTS = 500;

/** A name for a run that nobody has used: unique and sorted by time. */
export function newRun(): string {
  return createIdGenerator(systemClock)('command').replace(/^cmd_/u, '');
}

export function replayTopicName(topic: string, run: string): string {
  return `${topic}.replay.${run}`;
}

/**
 * Writes the frozen events of a topic's owner to a replay topic, in order per key. The live offsets are noted first: an
 * event that the replay misses because it was written meanwhile lies behind them, and one that is in both is a repeat.
 * @param storages those of all services; the owner's has the topic's aggregates
 * @param replayTopic new, or begun by a run that broke off: then its events are written again behind those
 * @throws HiregraphError retryable where the bus or the store is away
 */
export async function replayTopic(
  bus: EventBus,
  storages: readonly Pick<Storage, 'frozenEvents'>[],
  topic: string,
  replayTopic: string,
): Promise<TopicReplay> {
  const liveFrom = await bus.latest([topic]);
  // As many partitions as the live topic, so that keys lie together there as they do here.
  await bus.ensureTopics([{ name: replayTopic, partitions: Object.keys(liveFrom).length }]);
  let aggregates = 0;
  let events = 0;
  let batch: EventEnvelope[] = [];
  const flush = async (): Promise<void> => {
    await bus.publish(replayTopic, batch);
    events += batch.length;
    batch = [];
  };
  for (const storage of storages) {
    for await (const frozen of storage.frozenEvents(topic)) {
      aggregates += 1;
      for (const event of frozen) {
        batch.push(event);
        if (batch.length >= BATCH_EVENTS) await flush();
      }
    }
  }
  if (batch.length > 0) await flush();
  return { topic, replayTopic, aggregates, events, liveFrom };
}
