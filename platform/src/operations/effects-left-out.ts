import type { AggregateStore, Storage } from '@hiregraph/storage';

/** What a consumer meets instead of a write to an aggregate while projections are rebuilt. */
export class EffectLeftOutError extends Error {
  constructor() {
    super('A rebuild writes projections only.');
    this.name = 'EffectLeftOutError';
  }
}

/**
 * The storage of a service whose projections are rebuilt: its projections in an empty store, its aggregates as they are, to
 * be read but not written. Their effects happened when the events were new. By the law of consumers (the projection's
 * row first, then the effect) the row is written when an effect is refused.
 * @param live started, and of the same service as `scratch`
 */
export function withoutEffects(live: Storage, scratch: Storage): Storage {
  return {
    engine: live.engine,
    aggregates: (definition) => readOnly(live.aggregates(definition)),
    projections: (definition) => scratch.projections(definition),
    commands: live.commands,
    outbox: live.outbox,
    frozenEvents: (topic) => live.frozenEvents(topic),
    get epoch() {
      return live.epoch;
    },
    get collections() {
      return scratch.collections;
    },
    ready: () => scratch.ready(),
    systemScope: (purpose) => scratch.systemScope(purpose),
    idle: () => scratch.idle(),
    start: () => scratch.start(),
    stop: () => scratch.stop(),
  };
}

function readOnly<Store extends AggregateStore<never>>(store: Store): Store {
  const refuse = (): Promise<never> => Promise.reject(new EffectLeftOutError());
  return { ...store, commit: refuse, change: refuse, create: refuse };
}
