import { OutcomeUnknownError, toInstant } from '@hiregraph/kernel';
import type { CommitRequest, CommitResult, StoredAggregate } from '../aggregate-store.ts';
import type { Defer, StoredDocument, WriteOptions } from '../engine/engine.ts';
import { DocumentTooLargeError, DuplicateKeyError, TooManyPendingEventsError } from '../engine/engine-errors.ts';
import { reach } from '../failpoints.ts';
import type { AggregateCollection } from './aggregate-collection.ts';
import { type AggregateDocument, documentOf, type OutboxEntry, toAggregate } from './aggregate-document.ts';
import { commitFilter, commitUpdate, newDocument } from './commit-update.ts';
import { type FrozenHistory, freezeEvents } from './history-entries.ts';
import { fieldsSize, mostFieldsSize } from './json-size.ts';
import { type StoreContext, tellRelay } from './store-context.ts';

export type Commit<State> = (request: CommitRequest<State>) => Promise<CommitResult<State>>;

/** What a document weighs beside its state and its history. */
const FRAME_BYTES = 1_024;
const PENDING_BYTES = 64;

/** The one way in which aggregates are written. */
export function createAggregateWriter<State extends object>(
  context: StoreContext,
  collection: AggregateCollection,
): Commit<State> {
  const { definition, documents, buckets } = collection;
  const { limits, failpoints } = context;

  function assertFits(request: CommitRequest<State>, history: FrozenHistory): void {
    const base = request.base === null ? null : documentOf(request.base);
    if (history.entries.length > limits.pendingEvents && definition.topic !== null) {
      throw new TooManyPendingEventsError(definition.name, limits.pendingEvents);
    }
    const logs = (base?.historyBytes ?? 0) + history.bytes + history.entries.length * PENDING_BYTES;
    if (FRAME_BYTES + mostFieldsSize(request.state) + logs <= limits.documentBytes) return;
    const bytes = FRAME_BYTES + fieldsSize(request.state) + logs;
    if (bytes > limits.documentBytes) throw new DocumentTooLargeError(definition.name, bytes, limits.documentBytes);
  }

  async function write(
    request: CommitRequest<State>,
    history: FrozenHistory,
    outbox: readonly OutboxEntry[],
    options: WriteOptions,
  ): Promise<AggregateDocument<State> | null> {
    if (request.base === null) {
      const document = newDocument(request, history, outbox);
      await documents.insertOne(document, options);
      return document;
    }
    const after: StoredDocument | null = await documents.findOneAndUpdate(
      commitFilter(request.base, outbox.length, limits),
      commitUpdate(request, request.base, history, outbox, limits),
      { ...options, without: ['history', 'quietCommands'] },
    );
    return after as AggregateDocument<State> | null;
  }

  async function lost(base: StoredAggregate<State>, added: number): Promise<CommitResult<State>> {
    const current = await collection.loadWhole(base.tenantId, base.id);
    const isFull = current !== null && current.outbox.length + added > limits.pendingEvents;
    if (isFull && current.storageVersion === base.storageVersion) {
      throw new TooManyPendingEventsError(definition.name, limits.pendingEvents);
    }
    return { outcome: 'lost', current: current === null ? null : toAggregate<State>(current) };
  }

  function announce(document: AggregateDocument<State>, history: FrozenHistory): void {
    buckets.consider(document);
    if (history.events.length === 0) return;
    const isAll = document.outbox.length === history.events.length;
    tellRelay(context, definition, document, isAll ? history.events : null);
  }

  return async (request) => {
    const source = context.source();
    const history = freezeEvents(request, typeof source === 'string' ? source : await source, limits.eventBytes);
    assertFits(request, history);
    const at = toInstant(context.clock.now());
    const outbox = definition.topic === null ? [] : history.entries.map(({ sequence }) => ({ sequence, at }));
    try {
      if (failpoints !== undefined) await reach(failpoints, 'commit.before');
      const early = earlyWrite(request.defer);
      const document = await write(request, history, outbox, early.options);
      if (document === null) return await lost(request.base as StoredAggregate<State>, outbox.length);
      if (failpoints !== undefined) await reach(failpoints, 'commit.after-ack');
      // Nothing goes out that is not on disk. Where the disk fails, nothing ever does.
      if (early.durable() === null) announce(document, history);
      else
        void early.durable()?.then(
          () => announce(document, history),
          () => undefined,
        );
      return { outcome: 'won', aggregate: toAggregate<State>(document), events: history.events };
    } catch (error) {
      if (error instanceof DuplicateKeyError) return { outcome: 'duplicate', index: error.index };
      if (error instanceof OutcomeUnknownError) return { outcome: 'unknown', cause: error.cause ?? error };
      throw error;
    }
  };
}

/** How a write is made that need not be waited for, and, once it was made, what tells when it is on disk. */
function earlyWrite(defer: Defer | undefined): { options: WriteOptions; durable: () => Promise<unknown> | null } {
  let durable: Promise<unknown> | null = null;
  if (defer === undefined) return { options: {}, durable: () => null };
  const take: Defer = (promise) => {
    durable = promise;
    defer(promise);
  };
  return { options: { defer: take }, durable: () => durable };
}
