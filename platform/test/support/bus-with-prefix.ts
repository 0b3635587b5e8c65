import type { BusRecord, EventBus, PositionVector, RecordBatch } from '@hiregraph/messaging';

/** A bus whose topics and groups are nobody else's: their names begin with something on the brokers, and nowhere else. */
export function busWithPrefix(bus: EventBus, prefix: string): EventBus {
  const there = (names: readonly string[]): string[] => names.map((name) => prefix + name);
  const here = (name: string): string => name.slice(prefix.length);
  const recordHere = (record: BusRecord): BusRecord => ({ ...record, topic: here(record.topic) });
  const positionsHere = (positions: PositionVector): PositionVector => renamed(positions, here);
  return {
    start: () => bus.start(),
    stop: () => bus.stop(),
    ensureTopics: (topics) => bus.ensureTopics(topics.map((topic) => ({ ...topic, name: prefix + topic.name }))),
    publish: (topic, events) => bus.publish(prefix + topic, events),
    subscribe: (options) =>
      bus.subscribe({
        ...options,
        group: prefix + options.group,
        topics: there(options.topics),
        onBatch: (batch) => options.onBatch(batchHere(batch)),
      }),
    async *read(options) {
      const from = renamed(options.from, (name) => prefix + name);
      for await (const { record, position } of bus.read({ ...options, topics: there(options.topics), from }))
        yield { record: recordHere(record), position: positionsHere(position) };
    },
    earliest: async (topics) => positionsHere(await bus.earliest(there(topics))),
    latest: async (topics) => positionsHere(await bus.latest(there(topics))),
    lag: async (group, topics) => positionsHere(await bus.lag(prefix + group, there(topics))),
  };

  function batchHere(batch: RecordBatch): RecordBatch {
    return {
      topic: here(batch.topic),
      partition: batch.partition,
      records: batch.records.map(recordHere),
      commit: (nextOffset) => batch.commit(nextOffset),
      heartbeat: () => batch.heartbeat(),
      stale: () => batch.stale(),
    };
  }
}

function renamed(positions: PositionVector, rename: (name: string) => string): PositionVector {
  return Object.fromEntries(Object.entries(positions).map(([name, offset]) => [rename(name), offset]));
}
