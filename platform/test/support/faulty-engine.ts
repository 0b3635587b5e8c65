import { OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import type { EngineCollection, StorageEngine } from '@hiregraph/storage';

const READS = new Set(['findOne', 'find', 'findEach', 'count', 'countEach']);
const WRITES = new Set(['insertOne', 'findOneAndUpdate', 'updateOne']);

export type Fault = 'lost-answer' | 'refused-write' | 'refused-read';

/** Says whether an operation on a collection fails, and how. */
export type ChooseFault = (collection: string, kind: 'read' | 'write') => Fault | null;

/**
 * An engine as a server under load looks like: it does not get to a read or a write in time, or does a write whose
 * acknowledgement is lost.
 */
export function faultyEngine(engine: StorageEngine, choose: ChooseFault): StorageEngine {
  const faulty = (collection: EngineCollection): EngineCollection =>
    new Proxy(collection, {
      get(target, name, receiver) {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof name !== 'string' || typeof value !== 'function') return value;
        const kind = READS.has(name) ? 'read' : WRITES.has(name) ? 'write' : null;
        if (kind === null) return value;
        return async (...args: unknown[]): Promise<unknown> => {
          const fault = choose(target.name, kind);
          if (fault === 'refused-read' || fault === 'refused-write') throw new StoreUnavailableError('Too slow.');
          const answer = await (value as (...inner: unknown[]) => Promise<unknown>).apply(target, args);
          if (fault === 'lost-answer') throw new OutcomeUnknownError(new Error('The answer was lost.'));
          return answer;
        };
      },
    });
  return new Proxy(engine, {
    get(target, name, receiver) {
      if (name === 'collection') {
        return (...args: Parameters<StorageEngine['collection']>) => faulty(target.collection(...args));
      }
      const value: unknown = Reflect.get(target, name, receiver);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
