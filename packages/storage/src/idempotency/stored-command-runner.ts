import {
  type Clock,
  DomainError,
  fromInstant,
  hashOf,
  type IdGenerator,
  type Instant,
  type Logger,
  toInstant,
} from '@hiregraph/kernel';
import type { CommandOutcome, CommandRequest, CommandRunner, CommandScope } from '../command-runner.ts';
import type { CommandContext, CommandTrail } from '../aggregate-store.ts';
import {
  type Defer,
  type EngineCollection,
  type EngineIndex,
  ID_INDEX,
  type StoredDocument,
} from '../engine/engine.ts';
import { DuplicateKeyError } from '../engine/engine-errors.ts';
import { type Failpoints, reach } from '../failpoints.ts';
import { claimedId } from './claimed-ids.ts';
import { createTurnGate } from './turn-gate.ts';

export const CLAIM_COLLECTION = 'command_claims';
export const CLAIM_INDEXES: readonly EngineIndex[] = [
  { name: 'expiry', keys: [['expiresAt', 1]], expireAfterSeconds: 0 },
];

/** How long an outcome is kept at least. */
const PROMISED_MILLISECONDS = 24 * 3_600_000;
/** As long again, so that an open claim is there for whoever repeats late, and a new one need not be prolonged. */
const KEPT_MILLISECONDS = 2 * PROMISED_MILLISECONDS;

/** About ten milliseconds of work; measured (docs/scale.md). */
const COMMANDS_A_TURN = 8;
const MOST_WAITING = 10_000;

interface Claim extends StoredDocument {
  readonly tenantId: string;
  readonly inputHash: string;
  readonly commandId: string;
  readonly claimedAt: Instant;
  readonly status: 'OPEN' | 'DONE';
  readonly outcome: CommandOutcome | null;
  readonly expiresAt: Date;
}

export interface CommandRunnerOptions {
  readonly claims: EngineCollection;
  readonly clock: Clock;
  /** Decides how long claims are kept. Real time even where `clock` tells a story: a server's TTL index goes by that. */
  readonly wallClock: Clock;
  readonly ids: IdGenerator;
  readonly logger: Logger;
  readonly failpoints: Failpoints | undefined;
}

export interface StoredCommandRunner extends CommandRunner {
  /** Resolves when no claim is being completed any more. */
  idle(): Promise<void>;
}

type Execute<R> = (command: CommandScope) => Promise<R>;

interface Running {
  readonly inputHash: string;
  readonly outcome: Promise<CommandOutcome>;
}

/** The CommandRunner over a collection of claims. */
export function createCommandRunner(options: CommandRunnerOptions): StoredCommandRunner {
  const { claims, clock, wallClock, ids, logger, failpoints } = options;
  const keptUntil = (): Date => new Date(wallClock.now() + KEPT_MILLISECONDS);
  /** Commands with a key that this process is carrying out: a second call waits for the first one's outcome. */
  const running = new Map<string, Running>();
  const gate = createTurnGate(COMMANDS_A_TURN, MOST_WAITING);
  const completing = new Set<Promise<void>>();

  /** Claims the key. @returns the claim, and whether an earlier try had made it */
  async function claim(
    id: string,
    request: CommandRequest,
    inputHash: string,
  ): Promise<{ claim: Claim; repeated: boolean }> {
    for (;;) {
      const fresh: Claim = {
        _id: id,
        tenantId: request.tenantId,
        inputHash,
        commandId: ids('command'),
        claimedAt: toInstant(clock.now()),
        status: 'OPEN',
        outcome: null,
        expiresAt: keptUntil(),
      };
      try {
        // Nobody is answered before the command's own write is durable, and by then this one is.
        await claims.insertOne(fresh, { settledByLaterWrite: true });
        return { claim: fresh, repeated: false };
      } catch (error) {
        if (!(error instanceof DuplicateKeyError)) throw error;
      }
      const known = (await claims.findOne(
        { _id: id, tenantId: request.tenantId },
        { hint: ID_INDEX, majority: true },
      )) as Claim | null;
      if (known === null) continue;
      if (known.expiresAt.getTime() > wallClock.now()) return { claim: known, repeated: true };
      await claims.deleteOne({ _id: id, tenantId: request.tenantId, commandId: known.commandId });
    }
  }

  /** A refusal is not kept, unless another try of the same command has completed meanwhile. */
  async function release({ _id, tenantId, commandId }: Claim): Promise<void> {
    try {
      await claims.deleteOne({ _id, tenantId, commandId, status: 'OPEN' });
    } catch (error) {
      logger.warn({ error, commandId }, 'A refused command keeps its claim; a repeat of it runs again all the same.');
    }
  }

  async function complete(claimed: Claim, outcome: CommandOutcome, onlyOpen: { status?: 'OPEN' }): Promise<void> {
    const { _id, tenantId, commandId, inputHash, claimedAt, expiresAt } = claimed;
    const done = { status: 'DONE', outcome };
    const fresh = { inputHash, claimedAt };
    // A claim of a moment ago is kept long enough as it is, and its place in the index need not change.
    const isLate = expiresAt.getTime() - wallClock.now() < PROMISED_MILLISECONDS;
    if (failpoints !== undefined) await reach(failpoints, 'claim.before-complete');
    await claims.updateOne(
      { _id, tenantId, commandId, ...onlyOpen },
      isLate
        ? { $set: { ...done, expiresAt: keptUntil() }, $setOnInsert: fresh }
        : { $set: done, $setOnInsert: { ...fresh, expiresAt } },
      { upsert: true },
    );
  }

  /** The answer does not wait for this: an open claim is settled by the command's id in the aggregate. */
  function completeInBackground(kept: Claim, outcome: CommandOutcome, id: string): void {
    const { commandId } = kept;
    const task = complete(kept, outcome, {})
      .catch((error: unknown) => {
        logger.warn(
          { error, commandId },
          'A command was carried out, but its claim is still open; a repeat settles it.',
        );
      })
      .finally(() => {
        completing.delete(task);
        running.delete(id);
      });
    completing.add(task);
  }

  /**
   * For a command that left no trace: nothing but its claim can tell a repeat what was answered, and the world may have
   * changed by then. So nobody is answered before the claim holds the outcome.
   * @returns the outcome to answer: where another process carried the command out as well, the one that was kept first
   */
  async function completeFirst<R extends CommandOutcome>(kept: Claim, outcome: R): Promise<R> {
    const { _id, tenantId } = kept;
    try {
      await complete(kept, outcome, { status: 'OPEN' });
      return outcome;
    } catch (error) {
      if (!(error instanceof DuplicateKeyError)) throw error;
      const known = (await claims.findOne({ _id, tenantId }, { hint: ID_INDEX, majority: true })) as Claim | null;
      return known?.status === 'DONE' && known.commandId === kept.commandId ? (known.outcome as R) : outcome;
    }
  }

  async function runClaimed<R extends CommandOutcome>(
    id: string,
    request: CommandRequest,
    inputHash: string,
    execute: Execute<R>,
  ): Promise<R> {
    let completes = false;
    try {
      const { claim: kept, repeated } = await claim(id, request, inputHash);
      if (kept.inputHash !== inputHash) throw reused();
      // The cast is sound: the same mutation with the same input has the same kind of outcome.
      if (kept.status === 'DONE') return kept.outcome as R;
      if (failpoints !== undefined) await reach(failpoints, 'claim.after-claim');
      const origin = { commandId: kept.commandId, claimedAt: fromInstant(kept.claimedAt), repeated };
      try {
        const trail: CommandTrail = { isApplied: false };
        const outcome = await executeDurably(origin, request, execute, trail);
        if (!trail.isApplied) return await completeFirst(kept, outcome);
        completes = true;
        completeInBackground(kept, outcome, id);
        return outcome;
      } catch (error) {
        // An earlier try may have been carried out: what a rule says by now must not make a new command of the next one.
        if (error instanceof DomainError && !repeated) await release(kept);
        throw error;
      }
    } finally {
      if (!completes) running.delete(id);
    }
  }

  return {
    async run<R extends CommandOutcome>(request: CommandRequest, execute: Execute<R>): Promise<R> {
      const turn = gate.enter();
      if (turn !== undefined) await turn;
      const { idempotencyKey } = request;
      if (idempotencyKey === null || idempotencyKey === undefined) {
        const origin = { commandId: ids('command'), claimedAt: clock.now(), repeated: false };
        return await executeDurably(origin, request, execute);
      }
      const id = hashOf([request.tenantId, request.actor, request.mutation, idempotencyKey]);
      const inputHash = hashOf(request.input ?? null);
      const same = running.get(id);
      if (same !== undefined) {
        if (same.inputHash !== inputHash) throw reused();
        return (await same.outcome) as R;
      }
      const outcome = runClaimed(id, request, inputHash, execute);
      running.set(id, { inputHash, outcome });
      return await outcome;
    },
    async idle() {
      while (completing.size > 0) await Promise.all(completing);
    },
  };
}

function reused(): DomainError {
  return new DomainError(
    'IDEMPOTENCY_KEY_REUSED',
    'This idempotencyKey came before with other input. Use a new key for every new intent, and the same key only to repeat one.',
    { path: ['input', 'idempotencyKey'] },
  );
}

interface Origin {
  readonly commandId: string;
  /** Milliseconds since the Unix epoch. */
  readonly claimedAt: number;
  readonly repeated: boolean;
}

/** Whatever the command answers, a refusal too, it answers when all that it saw and wrote is on disk. */
async function executeDurably<R>(
  origin: Origin,
  request: CommandRequest,
  execute: Execute<R>,
  trail: CommandTrail = { isApplied: false },
): Promise<R> {
  const deferred: Promise<unknown>[] = [];
  const beforeAnswer: Defer = (durable) => {
    durable.catch(() => undefined);
    deferred.push(durable);
  };
  const scope = scopeOf(origin, request, beforeAnswer, trail);
  try {
    return await execute(scope);
  } finally {
    // In the order of the writes: behind the last one, which was waited for, this waits for nothing.
    for (const durable of deferred) await durable;
  }
}

function scopeOf(
  { commandId, claimedAt, repeated }: Origin,
  request: CommandRequest,
  beforeAnswer: Defer,
  trail: CommandTrail,
): CommandScope {
  const trace = { ...request.trace, causationId: request.trace.causationId ?? commandId };
  const sub = (slot: string): CommandContext => ({ commandId: `${commandId}/${slot}`, trace, repeated });
  return {
    commandId,
    trace,
    repeated,
    trail,
    newId: (kind, slot = '') => claimedId(commandId, claimedAt, kind, slot),
    sub,
    ahead: (slot) => ({ ...sub(slot), defer: beforeAnswer }),
    beforeAnswer,
  };
}
