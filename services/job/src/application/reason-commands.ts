import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { DuplicateKeyError } from '@hiregraph/storage';
import { createRejectionReason, type RejectionSide, retireRejectionReason } from '../domain/rejection-reason.ts';
import { type Asking, assertVersion, type CommandInput, runCommand } from './run-command.ts';
import type { Stores } from './stores.ts';
import { created, reasonDecision } from './to-decision.ts';

export interface CreateRejectionReason extends CommandInput {
  readonly label: string;
  readonly side: RejectionSide;
}

export interface RetireRejectionReason extends CommandInput {
  readonly reasonId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** The mutations of rejection reasons. Each answers the id; the caller loads and authorises anew. */
export interface ReasonCommands {
  createRejectionReason(asking: Asking, input: CreateRejectionReason): Promise<{ reasonId: string }>;
  retireRejectionReason(asking: Asking, input: RetireRejectionReason): Promise<{ reasonId: string }>;
}

export function createReasonCommands({ reasons, commands }: Stores): ReasonCommands {
  return {
    createRejectionReason: (asking, input) =>
      runCommand(commands, asking, 'createRejectionReason', input, async ({ tenantId, scope }) => {
        const reasonId = scope.newId('rejectionReason');
        try {
          await reasons.create(tenantId, reasonId, scope, (now) =>
            created(reasonDecision(reasonId, null, createRejectionReason(input.label, input.side, now))),
          );
        } catch (error) {
          throw error instanceof DuplicateKeyError ? labelTaken(error) : error;
        }
        return { reasonId };
      }),

    retireRejectionReason: (asking, input) =>
      runCommand(commands, asking, 'retireRejectionReason', input, async ({ tenantId, scope }) => {
        const { reasonId, expectedVersion } = input;
        try {
          await reasons.change(tenantId, reasonId, scope, (stored, now) => {
            assertVersion(stored.version, expectedVersion);
            return reasonDecision(reasonId, stored.state, retireRejectionReason(stored.state, now));
          });
        } catch (error) {
          throw error instanceof NotFoundError ? new NotFoundError('rejection reason', ['input', 'reasonId']) : error;
        }
        return { reasonId };
      }),
  };
}

function labelTaken(cause: unknown): DomainError {
  return new DomainError('DUPLICATE', 'There is an active reason with this label on this side. Use that one.', {
    path: ['input', 'label'],
    cause,
  });
}
