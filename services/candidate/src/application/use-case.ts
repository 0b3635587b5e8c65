import type { Caller, Clock, Deadline, Logger, Trace } from '@hiregraph/kernel';
import { callerKey, DomainError } from '@hiregraph/kernel';
import type { CommandOutcome, CommandScope } from '@hiregraph/storage';
import type { SagaFailpoints } from '@hiregraph/subgraph';
import type { Actor } from '../domain/actor.ts';
import { LIMITS } from '../domain/limits.ts';
import type { CallerScope } from './caller-scope.ts';
import type { JobRows } from './job-rows.ts';
import type { JobKnowledge } from './job-knowledge.ts';
import type { ReasonKnowledge } from './reason-knowledge.ts';
import type { Stores } from './stores.ts';

/** What every use case works with. One a request. */
export interface UseCase {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly caller: Caller;
  readonly deadline: Deadline;
  readonly trace: Trace;
  readonly logger: Logger;
  readonly scope: CallerScope;
  readonly jobs: JobKnowledge;
  readonly jobRows: JobRows;
  readonly reasons: ReasonKnowledge;
  readonly sagaFailpoints?: SagaFailpoints;
}

/** The tenant of a caller who has a token. */
export function tenantOf(caller: Caller): string {
  if (caller.kind === 'anonymous') throw new RangeError('A caller without a token belongs to no tenant.');
  return caller.tenantId;
}

export function actorOf(caller: Caller): Actor {
  switch (caller.kind) {
    case 'user':
      return { type: 'USER', userId: caller.userId };
    case 'candidate':
      return { type: 'CANDIDATE', candidateId: caller.candidateId };
    case 'anonymous':
      return { type: 'ANONYMOUS' };
    case 'service':
      return { type: 'SYSTEM' };
  }
}

export interface Keyed {
  readonly idempotencyKey?: string | null | undefined;
}

/**
 * Runs a mutation under its idempotency key. The outcome is ids and codes; what is shown is loaded and authorised anew.
 * @param tenantId where the caller has none of their own
 * @throws DomainError INVALID_INPUT for a key that is empty or too long, and what the runner throws
 */
export async function runCommand<R extends CommandOutcome>(
  useCase: UseCase,
  mutation: string,
  input: Keyed & object,
  execute: (command: CommandScope) => Promise<R>,
  tenantId: string = tenantOf(useCase.caller),
): Promise<R> {
  const { idempotencyKey, ...rest } = input;
  assertKey(idempotencyKey);
  const { correlationId, causationId, traceparent } = useCase.trace;
  return await useCase.stores.commands.run<R>(
    {
      tenantId,
      actor: callerKey(useCase.caller),
      mutation,
      idempotencyKey,
      input: rest,
      trace: { correlationId, causationId, ...(traceparent === undefined ? {} : { traceparent }) },
    },
    execute,
  );
}

function assertKey(key: string | null | undefined): void {
  if (key === null || key === undefined || (key.trim() !== '' && key.length <= LIMITS.idempotencyKey)) return;
  throw new DomainError(
    'INVALID_INPUT',
    `An idempotencyKey has from 1 to ${LIMITS.idempotencyKey} characters. Use a new UUID for every intent.`,
    { path: ['input', 'idempotencyKey'], details: { limit: LIMITS.idempotencyKey } },
  );
}
