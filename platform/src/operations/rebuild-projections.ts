import { type EventEnvelope, HiregraphError, type ServiceName } from '@hiregraph/kernel';
import type { EventBus, EventConsumer } from '@hiregraph/messaging';
import { createEmbeddedEngine, openStorage, type Storage } from '@hiregraph/storage';
import { SERVICE_NAMES } from '../create-platform.ts';
import { createServices } from '../create-services.ts';
import { EffectLeftOutError, withoutEffects } from './effects-left-out.ts';
import { type Installation, whileRunning } from './installation.ts';
import { type DumpedRow, dumpProjections } from './projection-rows.ts';
import { replayTopic, replayTopicName, type TopicReplay } from './replay-topic.ts';

/**
 * Builds the projections of a service again, in an empty store in memory (protocols.md, Consumers): each topic of its
 * consumers is replayed, read to its end, and then the live topic from the offsets that were noted before the replay.
 * @param installation started, with its bus
 * @param run names the replay topics
 * @throws HiregraphError naming the event that a consumer could not take in
 */
export async function rebuildProjections(
  installation: Installation,
  service: ServiceName,
  run: string,
): Promise<ReadonlyMap<string, DumpedRow>> {
  const { bus, services, tenants, clock, logger } = installation;
  const inMemory = (name: ServiceName): Storage =>
    openStorage({ engine: createEmbeddedEngine({ clock }), service: name, clock, logger });
  const storage = withoutEffects(services[service].storage, inMemory(service));
  const rebuilt = createServices({
    storageOf: (name) => (name === service ? storage : inMemory(name)),
    tenants,
    clock,
    logger,
    cursorSecret: run,
  })[service];
  const owners = SERVICE_NAMES.map((name) => services[name].storage);
  const topics = [...new Set(rebuilt.consumers.flatMap((consumer) => consumer.topics))];
  return await whileRunning([storage], async () => {
    for (const topic of topics) {
      const replay = await replayTopic(bus, owners, topic, replayTopicName(topic, run));
      const consumers = rebuilt.consumers.filter((consumer) => consumer.topics.includes(topic));
      await consume(bus, replay, consumers);
    }
    return await dumpProjections(storage);
  });
}

async function consume(bus: EventBus, replay: TopicReplay, consumers: readonly EventConsumer[]): Promise<void> {
  const parts = [
    { topics: [replay.replayTopic], from: {}, live: false },
    { topics: [replay.topic], from: replay.liveFrom, live: false },
  ];
  for (const part of parts) {
    for await (const { record } of bus.read(part)) {
      for (const consumer of consumers) await take(consumer, record.event);
    }
  }
}

async function take(consumer: EventConsumer, event: EventEnvelope): Promise<void> {
  try {
    await consumer.handle(event);
  } catch (error) {
    if (error instanceof EffectLeftOutError) return;
    const why = error instanceof Error ? error.message : String(error);
    throw new HiregraphError(
      'INTERNAL_ERROR',
      `The rebuild of ${consumer.group} stopped at ${event.id} (${event.type}): ${why} Nothing was changed.`,
      { cause: error },
    );
  }
}
