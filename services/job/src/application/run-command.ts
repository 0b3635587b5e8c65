import { type Caller, callerKey, DomainError, ForbiddenError, type Trace, type UserCaller } from '@hiregraph/kernel';
import type { CommandOutcome, CommandRunner, CommandScope } from '@hiregraph/storage';
import { LIMITS } from '../domain/limits.ts';
import { assertRoleMay, type MutationName } from './access-rules.ts';

/** Who asks, within which request. */
export interface Asking {
  readonly caller: Caller;
  readonly trace: Trace;
}

/** What every input of a mutation has. */
export interface CommandInput {
  readonly idempotencyKey?: string | null | undefined;
}

/** Staff who carries out a command, with its ids and its trace. */
export interface Command {
  readonly caller: UserCaller;
  readonly tenantId: string;
  readonly scope: CommandScope;
}

/**
 * Runs a mutation once for its idempotency key, after the caller's role was looked at.
 * @throws UnauthenticatedError, ForbiddenError; DomainError IDEMPOTENCY_KEY_REUSED; whatever `execute` throws
 */
export async function runCommand<R extends CommandOutcome>(
  runner: CommandRunner,
  { caller, trace }: Asking,
  mutation: MutationName,
  { idempotencyKey, ...input }: CommandInput,
  execute: (command: Command) => Promise<R>,
): Promise<R> {
  assertRoleMay(caller, `Mutation.${mutation}`);
  if (caller.kind !== 'user') throw new ForbiddenError(`Only staff may use ${mutation}.`);
  const { tenantId } = caller;
  const request = { tenantId, actor: callerKey(caller), mutation, idempotencyKey: checkedKey(idempotencyKey) };
  return runner.run({ ...request, input, trace }, (scope) => execute({ caller, tenantId, scope }));
}

function checkedKey(key: string | null | undefined): string | null {
  if (key === null || key === undefined) return null;
  if (key.trim() !== '' && key.length <= LIMITS.idempotencyKey) return key;
  throw new DomainError(
    'INVALID_INPUT',
    `An idempotencyKey has 1 to ${LIMITS.idempotencyKey} characters. A UUID does well.`,
    { path: ['input', 'idempotencyKey'] },
  );
}

/** @throws DomainError CONFLICT when the caller saw another version than the one that is */
export function assertVersion(version: number, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === version) return;
  throw new DomainError(
    'CONFLICT',
    `You expected version ${expected}; it is ${version} now. Look at it as it is now, and send your change again.`,
    { path: ['input', 'expectedVersion'], details: { version } },
  );
}
