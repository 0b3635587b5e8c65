import type { CursorPosition, EventEnvelope, Instant, NewEvent, Page, ServiceName, Trace } from '@hiregraph/kernel';
import type { Defer } from './engine/engine.ts';
import type { IndexSpec, Query } from './query.ts';

/** What is known of an aggregate's place in time, beside its state. */
export interface StoredAggregate<State> {
  readonly id: string;
  readonly tenantId: string;
  /** Rises by one a write; what compare-and-set compares. */
  readonly storageVersion: number;
  /** Rises by one a change that a reader could see; what `expectedVersion` compares. */
  readonly version: number;
  /** The sequence of the newest event; 0 before the first. */
  readonly lastSequence: number;
  readonly lastOccurredAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly state: State;
}

/** One fact in an aggregate's history: the frozen event and what only this store may know of it. */
export interface HistoryEntry {
  readonly sequence: number;
  /** When it was written; differs from the event's time only for imported history. */
  readonly recordedAt: Instant;
  readonly commandId: string;
  readonly event: EventEnvelope;
  readonly memo?: Readonly<Record<string, unknown>>;
}

/** Names an aggregate kind to the store: where its documents lie and how they may be found. */
export interface AggregateDefinition {
  /** Singular, as in error messages: `application`. */
  readonly name: string;
  readonly collection: string;
  /** Where its events go; null for an aggregate that raises none (an interview kit). */
  readonly topic: string | null;
  readonly service: ServiceName;
  readonly indexes: readonly IndexSpec[];
}

/** What a decision wants written. */
export interface Decision<State> {
  readonly state: State;
  /** In order; numbered by the store with consecutive sequences. May be empty (a saved draft). */
  readonly events: readonly NewEvent[];
  /** Whether a reader of the object could see a change: raises `version`. */
  readonly visible: boolean;
}

export interface CommitRequest<State> extends Decision<State> {
  readonly tenantId: string;
  readonly id: string;
  /** The aggregate that the decision was made on; null creates it. */
  readonly base: StoredAggregate<State> | null;
  readonly commandId: string;
  readonly trace: Trace;
  /** Written as createdAt and updatedAt. */
  readonly now: Instant;
  /** Written as recordedAt; `now` where not given. Only imported history differs. */
  readonly recordedAt?: Instant;
  /** See CommandContext. */
  readonly defer?: Defer;
}

export type CommitResult<State> =
  | { readonly outcome: 'won'; readonly aggregate: StoredAggregate<State>; readonly events: readonly EventEnvelope[] }
  /** Somebody else wrote first; `current` is what is there now (null: it was to be changed and is gone). */
  | { readonly outcome: 'lost'; readonly current: StoredAggregate<State> | null }
  /** A unique index refused it. */
  | { readonly outcome: 'duplicate'; readonly index: string }
  /** The store did not say; the command id in the aggregate will tell. */
  | { readonly outcome: 'unknown'; readonly cause: unknown };

export interface PageRequest {
  /** 1 to 100. */
  readonly first: number;
  /** The sort values behind which the page begins; null from the start. */
  readonly after: CursorPosition | null;
}

/** The reads that aggregates and projections share. Every one runs under a tenant and on a declared index. */
export interface Reads<Item> {
  /** @param defer see `list` */
  load(tenantId: string, id: string, defer?: Defer): Promise<Item | null>;
  /** One store query for all; absent ids are absent in the map. */
  loadMany(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, Item>>;
  /**
   * All that match, up to the query's cap (an error beyond it, never silence).
   * @param defer `CommandScope.beforeAnswer`, for what a command decides on before it writes to the same store
   */
  list<P>(tenantId: string, query: Query<P>, params: P, defer?: Defer): Promise<readonly Item[]>;
  /** The lists of many parameters in one store query, in their order. */
  listEach<P>(tenantId: string, query: Query<P>, params: readonly P[]): Promise<readonly (readonly Item[])[]>;
  page<P>(tenantId: string, query: Query<P>, params: P, request: PageRequest): Promise<Page<Item>>;
  /** The same page of many parents in one store query, in their order. */
  pageEach<P>(
    tenantId: string,
    query: Query<P>,
    params: readonly P[],
    request: PageRequest,
  ): Promise<readonly Page<Item>[]>;
  count<P>(tenantId: string, query: Query<P>, params: P): Promise<number>;
  /** Many counts in one store query, in their order. */
  countEach<P>(tenantId: string, query: Query<P>, params: readonly P[]): Promise<readonly number[]>;
  /** Where an item stands in a query's order: what a cursor holds. */
  positionOf<P>(query: Query<P>, item: Item): CursorPosition;
}

/**
 * The only way to read and write aggregates. `commit` sets state, versions, history, outbox and command id in one
 * findOneAndUpdate (the same-document outbox), so an event exists exactly when its change does.
 */
export interface AggregateStore<State> extends Reads<StoredAggregate<State>> {
  readonly definition: AggregateDefinition;
  /**
   * The same reads for those who show a part of the state: on MongoDB a projection, so that what is large and seldom asked
   * for (a resume) is not fetched with every list. An engine may give it all the same; `View` is the
   * state without it, so that nobody reads what may be missing, or decides on it.
   * @param paths inside the state; not through lists, where servers differ
   */
  without<View>(paths: readonly string[]): Reads<StoredAggregate<View>>;
  commit(request: CommitRequest<State>): Promise<CommitResult<State>>;
  /** The history in sequence order, read from the document first and from its buckets second. */
  history(tenantId: string, id: string): Promise<readonly HistoryEntry[]>;
  /** Histories of many, in one query for the documents and one for the buckets. */
  historyMany(tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, readonly HistoryEntry[]>>;
  /**
   * The result of a command that the aggregate holds already; null when it does not. A use case whose rules look at more
   * than the aggregate asks this first on a repeat: what they would say by now is no answer to what was done.
   */
  applied(tenantId: string, id: string, command: CommandContext): Promise<ChangeResult<State> | null>;
  /**
   * Loads, decides, commits; a lost race loads and decides again, a few times. A command id found in the aggregate
   * (after an unknown outcome, or on a repeat) is success without a second write.
   * `decide` may be called several times and must be pure; its `now` is never before the aggregate's last event.
   * It may return null: nothing to change.
   * @throws NotFoundError, OutcomeUnknownError, whatever `decide` throws
   */
  change(
    tenantId: string,
    id: string,
    command: CommandContext,
    decide: (aggregate: StoredAggregate<State>, now: Instant) => Decision<State> | null,
  ): Promise<ChangeResult<State>>;
  /**
   * Creates under the given id. An aggregate that is already there by the same command is success.
   * @throws DuplicateKeyError naming the unique index, OutcomeUnknownError, whatever `decide` throws
   */
  create(
    tenantId: string,
    id: string,
    command: CommandContext,
    decide: (now: Instant) => Decision<State>,
  ): Promise<ChangeResult<State>>;
}

/** What a write must know about the command that it carries out. */
export interface CommandContext {
  readonly commandId: string;
  readonly trace: Trace;
  /** The decision's time, if it is not the clock's (imported history). */
  readonly occurredAt?: Instant;
  /** True when an earlier try of this very command may already have written; then it is looked for first. */
  readonly repeated?: boolean;
  /**
   * Given for a write that a later one of the same command follows (`CommandScope.ahead`): it may return before it is on
   * disk, and the command's runner waits for it. Its events go out only once it is.
   */
  readonly defer?: Defer;
  /** Given by the command's runner, which has to know whether a repeat could be settled from what is stored. */
  readonly trail?: CommandTrail;
}

/** What a command left behind. */
export interface CommandTrail {
  /** Set once an aggregate is known to hold this very command, by this write or by one before. */
  isApplied: boolean;
}

export interface ChangeResult<State> {
  readonly aggregate: StoredAggregate<State>;
  /** False when nothing was written: `decide` returned null, or the command had been applied before. */
  readonly changed: boolean;
  readonly events: readonly EventEnvelope[];
}
