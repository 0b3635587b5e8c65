import type { CommitRequest, StoredAggregate } from '../aggregate-store.ts';
import type { Filter } from '../query.ts';
import type { Update } from '../engine/engine.ts';
import { type AggregateDocument, documentOf, type OutboxEntry } from './aggregate-document.ts';
import type { AggregateLimits } from './aggregate-limits.ts';
import type { FrozenHistory } from './history-entries.ts';
import { diffState } from './state-diff.ts';

/** The document of an aggregate that is being created. */
export function newDocument<State extends object>(
  request: CommitRequest<State>,
  history: FrozenHistory,
  outbox: readonly OutboxEntry[],
): AggregateDocument<State> {
  return {
    _id: request.id,
    tenantId: request.tenantId,
    storageVersion: 1,
    version: 1,
    lastSequence: history.lastSequence,
    lastOccurredAt: history.lastOccurredAt,
    createdAt: request.now,
    updatedAt: request.now,
    state: definedFields(request.state) as State,
    history: history.entries,
    outbox,
    quietCommands: history.entries.length === 0 ? [request.commandId] : [],
    historyBytes: history.bytes,
    movedThrough: 0,
  };
}

function definedFields(state: object): object {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined));
}

/**
 * Matches the aggregate as the decision saw it, and only while its outbox has room for the new events: with it, caps hold
 * without reading the outbox first.
 */
export function commitFilter(base: StoredAggregate<unknown>, added: number, limits: AggregateLimits): Filter {
  return {
    _id: base.id,
    tenantId: base.tenantId,
    storageVersion: base.storageVersion,
    ...(added === 0 || hadRoom(base, added, limits)
      ? {}
      : { [`outbox.${limits.pendingEvents - added}`]: { $exists: false } }),
  };
}

/** Only commits lengthen an outbox, and each raises the storage version: what had room at that version has room now. */
function hadRoom(base: StoredAggregate<unknown>, added: number, limits: AggregateLimits): boolean {
  // Reads of the aggregate alone leave the outbox out where the store can.
  const outbox: AggregateDocument<unknown>['outbox'] | undefined = documentOf(base)?.outbox;
  return outbox !== undefined && outbox.length <= limits.pendingEvents - added;
}

/** One update for everything: state by changed top-level fields, versions, history, outbox and the command's id. */
export function commitUpdate<State extends object>(
  request: CommitRequest<State>,
  base: StoredAggregate<State>,
  history: FrozenHistory,
  outbox: readonly OutboxEntry[],
  limits: AggregateLimits,
): Update {
  const { set, unset } = diffState(base.state, request.state);
  if (request.visible) {
    set.version = base.version + 1;
    set.updatedAt = request.now;
  }
  const push: Record<string, unknown> = {};
  if (history.entries.length > 0) {
    set.lastSequence = history.lastSequence;
    set.lastOccurredAt = history.lastOccurredAt;
    push.history = { $each: history.entries };
    if (outbox.length > 0) push.outbox = { $each: outbox };
  } else {
    push.quietCommands = { $each: [request.commandId], $slice: -limits.quietCommands };
  }
  return {
    ...(Object.keys(set).length === 0 ? {} : { $set: set }),
    ...(Object.keys(unset).length === 0 ? {} : { $unset: unset }),
    $inc: { storageVersion: 1, ...(history.bytes === 0 ? {} : { historyBytes: history.bytes }) },
    $push: push,
  };
}
