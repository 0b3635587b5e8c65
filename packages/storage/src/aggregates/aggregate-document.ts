import type { Instant } from '@hiregraph/kernel';
import type { HistoryEntry, StoredAggregate } from '../aggregate-store.ts';
import type { StoredDocument } from '../engine/engine.ts';

/** An event that waits to be sent: its sequence, and since when. */
export interface OutboxEntry {
  readonly sequence: number;
  readonly at: Instant;
}

/** An aggregate as it lies in its collection. Nobody else writes there. */
export interface AggregateDocument<State> extends StoredDocument, Omit<StoredAggregate<State>, 'id'> {
  readonly history: readonly HistoryEntry[];
  readonly outbox: readonly OutboxEntry[];
  /** Commands that raised no event; the newest ones only. */
  readonly quietCommands: readonly string[];
  /** Bytes of `history` as JSON; kept, so that the size of the whole is known without reading it. */
  readonly historyBytes: number;
  /** The history up to this sequence lies in buckets. */
  readonly movedThrough: number;
}

/** What reads of the aggregate alone leave out. */
export const LOG_FIELDS = ['history', 'outbox', 'quietCommands'] as const;

const views = new WeakMap<object, StoredAggregate<unknown>>();

/** An aggregate that knows the document it was read from, which nobody else sees. */
class AggregateView<State> implements StoredAggregate<State> {
  readonly id: string;
  readonly tenantId: string;
  readonly storageVersion: number;
  readonly version: number;
  readonly lastSequence: number;
  readonly lastOccurredAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly state: State;
  readonly #document: AggregateDocument<State>;

  constructor(document: AggregateDocument<State>) {
    this.id = document._id;
    this.tenantId = document.tenantId;
    this.storageVersion = document.storageVersion;
    this.version = document.version;
    this.lastSequence = document.lastSequence;
    this.lastOccurredAt = document.lastOccurredAt;
    this.createdAt = document.createdAt;
    this.updatedAt = document.updatedAt;
    this.state = document.state;
    this.#document = document;
  }

  static documentOf(aggregate: object): AggregateDocument<unknown> | null {
    return #document in aggregate ? aggregate.#document : null;
  }
}

/** One document gives one aggregate: the embedded engine's reads cost no copy, and equal reads are the same object. */
export function toAggregate<State>(stored: StoredDocument): StoredAggregate<State> {
  const known = views.get(stored);
  // The cast is sound: a collection holds one kind of aggregate, and its store is typed by it.
  if (known !== undefined) return known as StoredAggregate<State>;
  const view = new AggregateView(stored as AggregateDocument<State>);
  views.set(stored, view);
  return view;
}

/** The document that an aggregate was read from; null when somebody built the aggregate by hand. */
export function documentOf(aggregate: object): AggregateDocument<unknown> | null {
  return AggregateView.documentOf(aggregate);
}
