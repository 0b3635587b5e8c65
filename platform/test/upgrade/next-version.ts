import type { AggregateStore, CommandContext, Decision, Storage } from '@hiregraph/storage';

/** What the next version writes and this one has never heard of: into states and into the data of events. */
export const NEW_FIELD = 'addedInNextVersion';

/**
 * The storage as a next version of the code would use it: every aggregate's state, and every event's data, has a field
 * more (an addition, the one kind of change that a version may bring alone).
 */
export function asNextVersion(storage: Storage): Storage {
  return new Proxy(storage, {
    get(target, name) {
      if (name !== 'aggregates') return Reflect.get(target, name, target) as unknown;
      return (definition: Parameters<Storage['aggregates']>[0]) => extended(target.aggregates<object>(definition));
    },
  });
}

function extended<Store extends AggregateStore<object>>(store: Store): Store {
  const add = (decision: Decision<object>): Decision<object> => ({
    ...decision,
    state: { ...decision.state, [NEW_FIELD]: 'kept' },
    events: decision.events.map((event) => ({ ...event, data: { ...(event.data as object), [NEW_FIELD]: 1 } })),
  });
  const own: Pick<AggregateStore<object>, 'change' | 'create'> = {
    change: (tenantId, id, command, decide) =>
      store.change(tenantId, id, command, (aggregate, now) => {
        const decision = decide(aggregate, now);
        return decision === null ? null : add(decision);
      }),
    create: (tenantId, id, command, decide) => store.create(tenantId, id, command, (now) => add(decide(now))),
  };
  return new Proxy(store, {
    get: (target, name) =>
      name === 'change' || name === 'create' ? own[name] : (Reflect.get(target, name, target) as unknown),
  });
}

/** Writes an event of a type that only the next version knows, with nothing in it that this one could use. */
export async function writeNewEventType(
  storage: Storage,
  definition: Parameters<Storage['aggregates']>[0],
  place: { readonly tenantId: string; readonly id: string; readonly correlationId: string },
): Promise<void> {
  const { tenantId, id, correlationId } = place;
  const command: CommandContext = {
    commandId: `next-${correlationId}`,
    trace: { correlationId, causationId: correlationId },
  };
  const type = `com.hiregraph.${definition.name}.reviewed-by-next-version.v1`;
  await storage.aggregates<object>(definition).change(tenantId, id, command, ({ state }, time) => ({
    state,
    events: [{ type, data: {}, time }],
    visible: false,
  }));
}
