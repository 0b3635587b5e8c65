import { DomainError, HiregraphError, NotFoundError, OutcomeUnknownError } from '@hiregraph/kernel';
import { assertAtMost, boundedText } from '../domain/bounded-text.ts';
import { LIMITS } from '../domain/limits.ts';
import { authoriseMutation, authoriseOnApplication } from './authorise.ts';
import { carryOutMove } from './move-application.ts';
import { runCommand, type UseCase } from './use-case.ts';

export interface ApplicationMove {
  readonly applicationId: string;
  readonly toStageId: string;
  readonly expectedFromStageId: string;
  readonly expectedVersion?: number | null | undefined;
}

export interface MoveApplications {
  readonly moves: readonly ApplicationMove[];
  readonly note?: string | null | undefined;
  readonly idempotencyKey: string;
}

export interface MoveResult {
  readonly applicationId: string;
  /** Null: it was moved. */
  readonly error: HiregraphError | null;
}

/** As many moves are under way at once; more would only queue in the store. */
const AT_ONCE = 16;
/** Milliseconds before the deadline at which no further move is begun, so that the answer arrives. */
const RESERVE = 300;

/**
 * Moves many applications, each by itself and under a key of its own that follows from the whole's: what was moved stays
 * so, and a repeat finishes what was refused, unknown or not reached.
 * @returns one result a move, in the order of the input
 * @throws DomainError INVALID_INPUT, LIMIT_REACHED, IDEMPOTENCY_KEY_REUSED
 */
export async function moveApplications(useCase: UseCase, input: MoveApplications): Promise<readonly MoveResult[]> {
  authoriseMutation(useCase, 'moveApplications');
  assertMoves(input.moves);
  const note = boundedText(input.note, LIMITS.note, ['input', 'note']);
  // Binds the key to the whole list, so that another list under the same key is refused as a whole.
  await runCommand(useCase, 'moveApplications', input, async () => ({ count: input.moves.length }));
  const results: MoveResult[] = new Array<MoveResult>(input.moves.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < input.moves.length; index = next++) {
      const move = input.moves[index] as ApplicationMove;
      const error = await errorOf(useCase, move, index, { note, idempotencyKey: input.idempotencyKey });
      results[index] = { applicationId: move.applicationId, error };
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

function assertMoves(moves: readonly ApplicationMove[]): void {
  const path = ['input', 'moves'];
  if (moves.length === 0) throw new DomainError('INVALID_INPUT', 'Name at least one application to move.', { path });
  assertAtMost(moves.length, LIMITS.moves, 'moves at once', path);
  const seen = new Set<string>();
  moves.forEach(({ applicationId }, index) => {
    if (seen.has(applicationId)) {
      throw new DomainError('INVALID_INPUT', 'This application is named twice. Move each once.', {
        path: [...path, String(index), 'applicationId'],
      });
    }
    seen.add(applicationId);
  });
}

async function errorOf(
  useCase: UseCase,
  move: ApplicationMove,
  index: number,
  { note, idempotencyKey }: { readonly note: string | null; readonly idempotencyKey: string },
): Promise<HiregraphError | null> {
  if (useCase.deadline.remaining() <= RESERVE) return new OutcomeUnknownError();
  try {
    const path = ['input', 'moves', String(index), 'applicationId'];
    const application = await authoriseOnApplication(useCase, 'moveApplications', move.applicationId, path);
    const input = { ...move, note, idempotencyKey: `${idempotencyKey}/${move.applicationId}` };
    await runCommand(useCase, 'moveApplications:one', input, async (command) => {
      await carryOutMove(useCase, command, application, input);
      return { applicationId: application.id };
    });
    return null;
  } catch (error) {
    return resultError(error);
  }
}

/** A result an item: nothing that one move meets takes the others' results away. Defects go on. */
function resultError(error: unknown): HiregraphError {
  if (!(error instanceof HiregraphError) || error.code === 'INTERNAL_ERROR') throw error;
  if (error instanceof DomainError || error.code === 'OUTCOME_UNKNOWN' || error.code === 'UPSTREAM_UNAVAILABLE')
    return error;
  if (error.code === 'FORBIDDEN') return new NotFoundError('application that you may move', ['input', 'moves']);
  return new OutcomeUnknownError(error);
}
