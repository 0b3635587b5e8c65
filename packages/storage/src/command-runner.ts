import type { IdKind, Trace } from '@hiregraph/kernel';
import type { CommandContext } from './aggregate-store.ts';
import type { Defer } from './engine/engine.ts';

/** One mutation as it came in, with what makes it repeatable. */
export interface CommandRequest {
  readonly tenantId: string;
  /** `callerKey(caller)`. */
  readonly actor: string;
  readonly mutation: string;
  /** Null or undefined: no claim is made, every call is a command of its own. */
  readonly idempotencyKey: string | null | undefined;
  /** The input without the key; its canonical JSON is hashed. */
  readonly input: unknown;
  readonly trace: Pick<Trace, 'correlationId'> & Partial<Trace>;
}

/** What a handler gets to carry out a command; spread into the store's calls. */
export interface CommandScope extends CommandContext {
  /**
   * An id for something that the command creates. The same slot of the same command gives the same id, on every try.
   * @param slot tells apart several of one kind, e.g. `stage:3`
   */
  newId(kind: IdKind, slot?: string): string;
  /** A context for a second aggregate of the same command: another command id, derived, so that repeats are seen too. */
  sub(slot: string): CommandContext;
  /**
   * As `sub`, for an aggregate of the same service that is written before the command's last one: the write is not waited
   * for by itself, so that a command of several writes waits for the disk once. Nobody is answered before it is durable.
   */
  ahead(slot: string): CommandContext;
  /** For reads that the command decides on: what they saw is waited for before the answer, not before the decision. */
  readonly beforeAnswer: Defer;
  readonly repeated: boolean;
}

/** The outcome as kept with the claim: ids and codes only, never rendered answers or personal data. */
export type CommandOutcome = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * Idempotency as protocols.md has it: claims `{tenant, actor, mutation, key}` with the input's hash and a command id,
 * runs, completes the claim with the outcome. A refusal (DomainError) of a first try releases the claim; an unknown outcome
 * leaves it open, and so does a refusal after one.
 */
export interface CommandRunner {
  /**
   * @param execute carries the command out; on a repeat of a completed command it is not called
   * @returns the outcome, this run's or the kept one; the caller authorises and resolves it anew. Of two tries that run in
   * two processes at once, where one finds that nothing need be written and the other writes, each answers what it did;
   * repeats get the outcome of the write.
   * @throws DomainError IDEMPOTENCY_KEY_REUSED when the key came with another input; OutcomeUnknownError
   */
  run<R extends CommandOutcome>(request: CommandRequest, execute: (command: CommandScope) => Promise<R>): Promise<R>;
}
