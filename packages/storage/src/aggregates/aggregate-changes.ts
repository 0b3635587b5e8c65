import { type Clock, DomainError, laterOf, NotFoundError, OutcomeUnknownError, toInstant } from '@hiregraph/kernel';
import type {
  AggregateStore,
  ChangeResult,
  CommandContext,
  CommitResult,
  Decision,
  HistoryEntry,
  StoredAggregate,
} from '../aggregate-store.ts';
import { DuplicateKeyError, TooMuchContentionError } from '../engine/engine-errors.ts';
import { ID_INDEX } from '../engine/engine.ts';
import type { AggregateCollection } from './aggregate-collection.ts';
import { type AggregateDocument, documentOf, toAggregate } from './aggregate-document.ts';
import type { Commit } from './aggregate-writer.ts';
import { mergeHistory } from './history-buckets.ts';
import { createTurnstile } from './turnstile.ts';

const MOST_ATTEMPTS = 8;
const MOST_WAITING = 1_000;

/** Either it is settled, or this is what to decide on next (null: there is no such aggregate). */
type Attempt<State> = { readonly done: ChangeResult<State> } | { readonly again: StoredAggregate<State> | null };

type Decide<State> = (aggregate: StoredAggregate<State>, now: string) => Decision<State> | null;

export interface ChangesOptions<State> {
  readonly collection: AggregateCollection;
  readonly clock: Clock;
  readonly commit: Commit<State>;
  readonly load: AggregateStore<State>['load'];
  /** Tells the relay of events that somebody wrote, and may not have been able to tell it of. */
  readonly announcePending: (document: AggregateDocument<unknown>) => void;
}

/** `change` and `create`: decide, commit, and again where a race was lost; a command that is found applied is success. */
export function createChanges<State extends object>(
  options: ChangesOptions<State>,
): Pick<AggregateStore<State>, 'change' | 'create' | 'applied'> {
  const { collection, clock, commit, announcePending } = options;
  const { name, collection: collectionName } = collection.definition;
  const turnstile = createTurnstile(MOST_WAITING);

  /** The entries of a command that the aggregate has taken in, none for a quiet one; null when it has not. */
  async function entriesOf(
    { tenantId, _id, history, quietCommands, movedThrough }: AggregateDocument<unknown>,
    commandId: string,
  ): Promise<readonly HistoryEntry[] | null> {
    const recent = history.filter((entry) => entry.commandId === commandId);
    const isKnown = recent.length > 0 || quietCommands.includes(commandId);
    const isWhole = movedThrough === 0 || (isKnown && recent[0]?.sequence !== movedThrough + 1);
    if (isWhole || !(await collection.buckets.hasCommand(tenantId, _id, commandId))) return isKnown ? recent : null;
    const moved = (await collection.buckets.read(tenantId, [_id])).get(_id) ?? [];
    return mergeHistory(
      recent,
      moved.filter((entry) => entry.commandId === commandId),
    );
  }

  /** Whoever wrote it may have died, or lost the answer, before the relay was told: it would wait for the sweeper. */
  function found(
    document: AggregateDocument<unknown>,
    { trail }: CommandContext,
    entries: readonly HistoryEntry[],
  ): ChangeResult<State> {
    if (trail !== undefined) trail.isApplied = true;
    announcePending(document);
    return { aggregate: toAggregate<State>(document), changed: false, events: entries.map(({ event }) => event) };
  }

  /**
   * What to decide on, read together with the commands that it has taken in: a command that is not in it can only be
   * applied by a write that this one's compare-and-set would lose to.
   */
  async function loadUnapplied(tenantId: string, id: string, command: CommandContext): Promise<Attempt<State>> {
    const document = await collection.loadWhole(tenantId, id);
    if (document === null) return { again: null };
    const entries = await entriesOf(document, command.commandId);
    if (entries === null) return { again: toAggregate<State>(document) };
    return { done: found(document, command, entries) };
  }

  /** The result of a command that has been applied already; null when it has not. */
  async function appliedResult(
    tenantId: string,
    id: string,
    command: CommandContext,
  ): Promise<ChangeResult<State> | null> {
    const loaded = await loadUnapplied(tenantId, id, command);
    return 'done' in loaded ? loaded.done : null;
  }

  function nowFor(command: CommandContext, last: string | null): { now: string; recordedAt?: string } {
    const clockNow = toInstant(clock.now());
    const now = laterOf(command.occurredAt ?? clockNow, last);
    return command.occurredAt === undefined ? { now } : { now, recordedAt: clockNow };
  }

  async function decideOn(
    aggregate: StoredAggregate<State>,
    command: CommandContext,
    decide: Decide<State>,
  ): Promise<ChangeResult<State> | CommitResult<State>> {
    const { tenantId, id } = aggregate;
    const { now, recordedAt } = nowFor(command, aggregate.lastOccurredAt);
    let decision: Decision<State> | null;
    try {
      decision = decide(aggregate, now);
    } catch (error) {
      // The rule may say no because this very command has done it already, here or in another process.
      const applied = error instanceof DomainError ? await appliedResult(tenantId, id, command) : null;
      if (applied !== null) return applied;
      throw error;
    }
    if (decision === null) return { aggregate, changed: false, events: [] };
    const times = recordedAt === undefined ? { now } : { now, recordedAt };
    return await commit({
      ...decision,
      ...times,
      tenantId,
      id,
      base: aggregate,
      commandId: command.commandId,
      trace: command.trace,
      ...(command.defer === undefined ? {} : { defer: command.defer }),
    });
  }

  /** One attempt. @returns what is there now, when the race was lost or the outcome is not known */
  async function attempt(
    aggregate: StoredAggregate<State>,
    command: CommandContext,
    decide: Decide<State>,
  ): Promise<Attempt<State>> {
    const { tenantId, id } = aggregate;
    const result = await decideOn(aggregate, command, decide);
    if (!('outcome' in result)) return { done: result };
    if (result.outcome === 'won') return { done: won(result, command) };
    if (result.outcome === 'duplicate') throw new DuplicateKeyError(collectionName, result.index);
    // Compare-and-set makes another try safe even while a write of unknown fate is on its way: only one of them can match.
    const current =
      result.outcome === 'lost'
        ? result.current
        : await settledBy(result.cause, async () => toAggregateOrNull<State>(await collection.loadWhole(tenantId, id)));
    if (current === null) throw new NotFoundError(name);
    const document = documentOf(current);
    const entries = document === null ? null : await entriesOf(document, command.commandId);
    if (document === null || entries === null) return { again: current };
    return { done: found(document, command, entries) };
  }

  return {
    applied: appliedResult,

    async change(tenantId, id, command, decide) {
      const start =
        command.repeated === true
          ? await loadUnapplied(tenantId, id, command)
          : { again: await options.load(tenantId, id, command.defer) };
      if ('done' in start) return start.done;
      if (start.again === null) throw new NotFoundError(name);
      const first = await attempt(start.again, command, decide);
      if ('done' in first) return first.done;
      return await turnstile.enter(id, async () => {
        // What was there before the wait is old: whoever went first may have applied this very command.
        let next = await loadUnapplied(tenantId, id, command);
        for (let tries = 1; tries < MOST_ATTEMPTS; tries++) {
          if ('done' in next) return next.done;
          if (next.again === null) throw new NotFoundError(name);
          next = await attempt(next.again, command, decide);
        }
        if ('done' in next) return next.done;
        throw new TooMuchContentionError(name, MOST_ATTEMPTS);
      });
    },

    async create(tenantId, id, command, decide) {
      // An earlier try may have made it, and what has happened since may make the rule say no.
      const made = command.repeated === true ? await appliedResult(tenantId, id, command) : null;
      if (made !== null) return made;
      const { now, recordedAt } = nowFor(command, null);
      const times = recordedAt === undefined ? { now } : { now, recordedAt };
      const decision = decide(now);
      const result = await commit({
        ...decision,
        ...times,
        tenantId,
        id,
        base: null,
        commandId: command.commandId,
        trace: command.trace,
        ...(command.defer === undefined ? {} : { defer: command.defer }),
      });
      if (result.outcome === 'won') return won(result, command);
      const cause = result.outcome === 'unknown' ? result.cause : null;
      // A repeat may meet another unique index before the id: whatever refused, look whether it is the command itself.
      const applied = await settledBy(cause, () => appliedResult(tenantId, id, command));
      if (applied !== null) return applied;
      if (result.outcome === 'unknown') throw new OutcomeUnknownError(result.cause);
      throw new DuplicateKeyError(collectionName, result.outcome === 'duplicate' ? result.index : ID_INDEX);
    },
  };
}

function won<State>(
  { aggregate, events }: Extract<CommitResult<State>, { outcome: 'won' }>,
  { trail }: CommandContext,
): ChangeResult<State> {
  if (trail !== undefined) trail.isApplied = true;
  return { aggregate, changed: true, events };
}

function toAggregateOrNull<State>(document: AggregateDocument<unknown> | null): StoredAggregate<State> | null {
  return document === null ? null : toAggregate<State>(document);
}

/** While an outcome is unknown, a failed look leaves it unknown. */
async function settledBy<T>(cause: unknown, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    throw cause === null ? error : new OutcomeUnknownError(cause);
  }
}
