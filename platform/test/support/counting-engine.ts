import type { EngineCollection, StorageEngine } from '@hiregraph/storage';

const READS = new Set(['findOne', 'find', 'findEach', 'count', 'countEach']);

/** The relay looks for what a crash left every few seconds, whoever asks what meanwhile. */
function isSweep(filter: unknown): boolean {
  return typeof filter === 'object' && filter !== null && 'outbox.at' in filter;
}

/** Counts the store queries of a service's engine, as `<service>.<collection>`; those of the relay's sweeps are no one's. */
export function countReads(service: string, engine: StorageEngine, counts: Map<string, number>): StorageEngine {
  const counting = (collection: EngineCollection): EngineCollection =>
    new Proxy(collection, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof name !== 'string' || !READS.has(name) || typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (isSweep(args[0])) return (value as (...inner: unknown[]) => unknown).apply(target, args);
          const key = `${service}.${target.name}`;
          counts.set(key, (counts.get(key) ?? 0) + 1);
          return (value as (...inner: unknown[]) => unknown).apply(target, args);
        };
      },
    });
  return new Proxy(engine, {
    get(target, name, receiver) {
      if (name === 'collection') {
        return (...args: Parameters<StorageEngine['collection']>) => counting(target.collection(...args));
      }
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
