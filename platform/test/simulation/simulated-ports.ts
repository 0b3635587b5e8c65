import { OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import type { EventBus, RecordBatch } from '@hiregraph/messaging';
import type { EngineCollection, StorageEngine } from '@hiregraph/storage';
import type { SeededGate } from './seeded-gate.ts';

/** What a process that has died gets for an answer: nothing of it reaches anything any more. */
class ProcessDiedError extends Error {
  constructor() {
    super('The process died.');
  }
}

/** A process on which a failpoint can act. */
export interface BreakableProcess {
  die(): void;
  /** It is taken for dead: its partitions go to others while it goes on, and commits nothing any more. */
  loseMembership(): void;
}

/** What happens at a failpoint; the process goes on when it resolves. */
export type ReachPoint = (point: string, process: BreakableProcess) => Promise<void> | void;

/** How one process reaches what outlives it. */
export interface Passage {
  readonly gate: SeededGate;
  readonly isDead: () => boolean;
  /** Whether a fault of that probability happens now. */
  readonly chance: (probability: number) => boolean;
  readonly reach?: ReachPoint;
  /** Aborted when the process lost its membership in every group. */
  readonly lost?: AbortSignal;
}

const GATED = new Set([
  'findOne',
  'find',
  'findEach',
  'count',
  'countEach',
  'insertOne',
  'findOneAndUpdate',
  'updateOne',
  'deleteOne',
  'deleteMany',
]);
const WRITES = new Set(['insertOne', 'findOneAndUpdate', 'updateOne']);

export function assertAlive({ isDead }: Passage): void {
  if (isDead()) throw new ProcessDiedError();
}

/** Does something outside of the process: it waits for its turn before, and the answer may come too late. */
export async function outside<T>(passage: Passage, work: () => Promise<T>): Promise<T> {
  assertAlive(passage);
  await passage.gate.pass();
  assertAlive(passage);
  const value = await work();
  assertAlive(passage);
  return value;
}

/** The store as one process sees it; now and then it does not get to something in time, or the answer of a write is lost. */
export function engineOf(engine: StorageEngine, passage: Passage): StorageEngine {
  return {
    kind: engine.kind,
    collection: (name, indexes) => collectionOf(engine.collection(name, indexes), passage),
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    ready: () => engine.ready(),
  };
}

function collectionOf(collection: EngineCollection, passage: Passage): EngineCollection {
  return new Proxy(collection, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = (...args: unknown[]): unknown => (value as (...given: unknown[]) => unknown).apply(target, args);
      if (typeof name !== 'string' || !GATED.has(name)) return call;
      return (...args: unknown[]) =>
        outside(passage, async () => {
          if (passage.chance(0.005)) throw new StoreUnavailableError('Nothing was done.');
          const answer = await call(...args);
          if (WRITES.has(name) && passage.chance(0.01)) throw new OutcomeUnknownError();
          return answer;
        });
    },
  });
}

/** The bus as one process sees it: refuses now and then, before or after it took the events. */
export function busOf(bus: EventBus, passage: Passage): Pick<EventBus, 'publish' | 'subscribe'> {
  return {
    publish: (topic, events) =>
      outside(passage, async () => {
        if (passage.chance(0.05)) throw new StoreUnavailableError('Nothing was taken.');
        await bus.publish(topic, events);
        if (passage.chance(0.05)) throw new StoreUnavailableError('Taken, and the answer got lost.');
      }),
    subscribe: async (options) => {
      assertAlive(passage);
      const member = await bus.subscribe({
        ...options,
        // Who is taken for dead keeps nobody from the partition, whatever it still does.
        onBatch: (batch) => Promise.race([options.onBatch(batchOf(batch, passage)), whenLost(passage)]),
      });
      passage.lost?.addEventListener('abort', () => void member.stop());
      // A group must not deal partitions to a process that died while it joined.
      if (passage.isDead()) await member.stop();
      assertAlive(passage);
      return member;
    },
  };
}

function batchOf(batch: RecordBatch, passage: Passage): RecordBatch {
  return {
    ...batch,
    commit: async (nextOffset) => {
      assertAlive(passage);
      if (passage.lost?.aborted === true) return;
      await batch.commit(nextOffset);
    },
    stale: () => passage.isDead() || passage.lost?.aborted === true || batch.stale(),
  };
}

/** Never, where it does not lose its membership. */
function whenLost({ lost }: Passage): Promise<void> {
  return new Promise((resolve) => {
    if (lost?.aborted === true) resolve();
    lost?.addEventListener('abort', () => resolve());
  });
}
