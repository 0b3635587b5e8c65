import { type Clock, createIdGenerator, type Instant, OutcomeUnknownError, type ServiceName } from '@hiregraph/kernel';
import {
  type AggregateStore,
  type CommandContext,
  DuplicateKeyError,
  type Storage,
  type StoredAggregate,
} from '@hiregraph/storage';
import {
  deadLetterDefinitions,
  type LetterState,
  lettersOfKey,
  type MarkerState,
  markersByAge,
  markersOfGroup,
} from './dead-letter-documents.ts';
import type { DeadLetter, DeadLetterReason, DeadLetterStore, ParkedKey, ParkedRef } from './dead-letter-store.ts';

const MOST_AT_ONCE = 100;

export interface StoredDeadLettersOptions {
  /** The consuming service's; not started yet, so that the indexes are there from the first read. */
  readonly storage: Pick<Storage, 'aggregates'>;
  readonly service: ServiceName;
  readonly clock: Clock;
}

/** Dead letters in the consuming service's own store, on whatever engine it runs. */
export function createStoredDeadLetters({ storage, service, clock }: StoredDeadLettersOptions): DeadLetterStore {
  const { markers, letters } = deadLetterDefinitions(service);
  const ids = createIdGenerator(clock);
  const command = (): CommandContext => {
    const commandId = ids('command');
    return { commandId, trace: { correlationId: commandId, causationId: commandId } };
  };
  return new StoredDeadLetters(
    storage.aggregates<MarkerState>(markers),
    storage.aggregates<LetterState>(letters),
    command,
    clock,
  );
}

class StoredDeadLetters implements DeadLetterStore {
  readonly #markers: AggregateStore<MarkerState>;
  readonly #letters: AggregateStore<LetterState>;
  readonly #command: () => CommandContext;
  readonly #clock: Clock;

  constructor(
    markers: AggregateStore<MarkerState>,
    letters: AggregateStore<LetterState>,
    command: () => CommandContext,
    clock: Clock,
  ) {
    this.#markers = markers;
    this.#letters = letters;
    this.#command = command;
    this.#clock = clock;
  }

  async parkedAmong(refs: readonly ParkedRef[]): Promise<ReadonlySet<string>> {
    const tenants = [...new Set(refs.map(({ tenantId }) => tenantId))];
    const found = await Promise.all(
      tenants.map((tenantId) => {
        const own = refs.filter((ref) => ref.tenantId === tenantId);
        return this.#markers.loadMany(tenantId, own.map(markerId));
      }),
    );
    return new Set(found.flatMap((some) => [...some.values()]).flatMap(({ state }) => (state.parked ? state.key : [])));
  }

  async find(ref: ParkedRef): Promise<ParkedKey | null> {
    const marker = await this.#markers.load(ref.tenantId, markerId(ref));
    return marker?.state.parked === true ? parkedKey(marker) : null;
  }

  async mark({ group, tenantId, key }: ParkedRef, since: Instant, reason: DeadLetterReason): Promise<void> {
    const id = markerId({ group, tenantId, key });
    const state = { group, key, parked: true, since, reason };
    await this.#createOrChange(this.#markers, tenantId, id, (present) => (present?.parked === true ? null : state));
  }

  async touch(ref: ParkedRef): Promise<boolean> {
    for (;;) {
      const marker = await this.#markers.load(ref.tenantId, markerId(ref));
      if (marker?.state.parked !== true) return false;
      if (await this.#write(marker, marker.state)) return true;
    }
  }

  async unmark(ref: ParkedRef, version: number): Promise<boolean> {
    const marker = await this.#markers.load(ref.tenantId, markerId(ref));
    if (marker?.state.parked !== true || marker.storageVersion !== version) return false;
    return await this.#write(marker, { ...marker.state, parked: false });
  }

  async put({ tenantId, ...letter }: DeadLetter): Promise<void> {
    const state = { ...letter, sequence: letter.event.sequence, waiting: true };
    await this.#createOrChange(this.#letters, tenantId, letterId({ ...letter, tenantId }), () => state);
  }

  async letters({ tenantId, group, key }: ParkedRef, limit: number): Promise<readonly DeadLetter[]> {
    const request = { first: Math.min(limit, MOST_AT_ONCE), after: null };
    const page = await this.#letters.page(tenantId, lettersOfKey, { group, key }, request);
    return page.items.map(({ state }) => {
      const { sequence: _sequence, waiting: _waiting, ...letter } = state;
      return { ...letter, tenantId };
    });
  }

  async remove(letter: DeadLetter): Promise<void> {
    const id = letterId(letter);
    const present = await this.#letters.load(letter.tenantId, id);
    if (present === null) return;
    await this.#letters.change(letter.tenantId, id, this.#command(), ({ state }) =>
      state.waiting ? decision({ ...state, waiting: false }) : null,
    );
  }

  async list(tenantId: string, group: string | null, limit: number): Promise<readonly ParkedKey[]> {
    const request = { first: Math.min(limit, MOST_AT_ONCE), after: null };
    const page =
      group === null
        ? await this.#markers.page(tenantId, markersByAge, null, request)
        : await this.#markers.page(tenantId, markersOfGroup, group, request);
    return page.items.map(parkedKey);
  }

  /** @param next the state to write, from the present one (null where there is none); null: nothing to write */
  async #createOrChange<State extends object>(
    store: AggregateStore<State>,
    tenantId: string,
    id: string,
    next: (present: State | null) => State | null,
  ): Promise<void> {
    if ((await store.load(tenantId, id)) === null) {
      const first = next(null);
      if (first === null) return;
      try {
        await store.create(tenantId, id, this.#command(), () => decision(first));
        return;
      } catch (error) {
        // Another runner was faster: change what it made.
        if (!(error instanceof DuplicateKeyError)) throw error;
      }
    }
    await store.change(tenantId, id, this.#command(), ({ state }) => {
      const changed = next(state);
      return changed === null ? null : decision(changed);
    });
  }

  /** @returns whether the marker still had the version that was read */
  async #write(base: StoredAggregate<MarkerState>, state: MarkerState): Promise<boolean> {
    const { id, tenantId } = base;
    const now = new Date(this.#clock.now()).toISOString();
    const result = await this.#markers.commit({ ...decision(state), ...this.#command(), id, tenantId, base, now });
    if (result.outcome === 'unknown') throw new OutcomeUnknownError(result.cause);
    return result.outcome === 'won';
  }
}

function decision<State>(state: State): { state: State; events: []; visible: true } {
  return { state, events: [], visible: true };
}

function markerId({ tenantId, group, key }: ParkedRef): string {
  return `${tenantId}/${group}/${key}`;
}

function letterId({ tenantId, group, event }: Pick<DeadLetter, 'tenantId' | 'group' | 'event'>): string {
  return `${tenantId}/${group}${event.source}/${event.id}`;
}

function parkedKey({ tenantId, storageVersion, state }: StoredAggregate<MarkerState>): ParkedKey {
  const { group, key, since, reason } = state;
  return { group, tenantId, key, since, reason, version: storageVersion };
}
