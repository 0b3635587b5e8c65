import { DomainError } from '@hiregraph/kernel';
import { type CommandScope, DuplicateKeyError } from '@hiregraph/storage';
import type { Candidate, CandidateEvent } from '../domain/candidate.ts';
import {
  createCandidate as decideCreation,
  type ProfileInput,
  tagCandidate as decideTags,
  updateCandidate as decideUpdate,
} from '../domain/candidate-decisions.ts';
import { emailKeyOf } from '../domain/contact-details.ts';
import { assertVersion } from '../domain/expectations.ts';
import type { MutationName } from './access-rules.ts';
import { authoriseMutation, authoriseOnCandidate } from './authorise.ts';
import { begun, decidedOnCandidate } from './decided.ts';
import { type Keyed, runCommand, tenantOf, type UseCase } from './use-case.ts';

/** Another candidate has one of the email addresses; the payload shows them. */
export class DuplicateCandidateError extends DomainError {
  readonly candidateId: string;

  constructor(candidateId: string) {
    super(
      'DUPLICATE',
      'Another candidate has one of these email addresses already. Go on with that one, or leave the address out.',
      { path: ['input', 'emails'], details: { candidateId } },
    );
    this.candidateId = candidateId;
  }
}

export interface CreateCandidate extends ProfileInput, Keyed {
  readonly name: string;
  readonly tags?: readonly string[] | null | undefined;
}

/** @returns the candidate's id @throws DomainError INVALID_INPUT, LIMIT_REACHED, PERSONAL_DATA, DUPLICATE */
export async function createCandidate(useCase: UseCase, input: CreateCandidate): Promise<string> {
  authoriseMutation(useCase, 'createCandidate');
  const tenantId = tenantOf(useCase.caller);
  const { candidateId } = await runCommand(useCase, 'createCandidate', input, async (command) => {
    const { aggregate } = await uniquely(useCase, input, null, () =>
      useCase.stores.candidates.create(tenantId, command.newId('candidate'), command, (now) =>
        begun(decidedOnCandidate(null, decideCreation(input, input.tags, now))),
      ),
    );
    return { candidateId: aggregate.id };
  });
  return candidateId;
}

interface CandidateChange extends Keyed {
  readonly candidateId: string;
  readonly expectedVersion?: number | null | undefined;
}

export interface UpdateCandidate extends ProfileInput, CandidateChange {}

/** @returns the candidate's id @throws DomainError CONFLICT, INVALID_INPUT, LIMIT_REACHED, PERSONAL_DATA, DUPLICATE */
export async function updateCandidate(useCase: UseCase, input: UpdateCandidate): Promise<string> {
  return await onCandidate(useCase, 'updateCandidate', input, (state, at) => decideUpdate(state, input, at));
}

export interface TagCandidate extends CandidateChange {
  readonly add?: readonly string[] | null | undefined;
  readonly remove?: readonly string[] | null | undefined;
}

/** @returns the candidate's id @throws DomainError CONFLICT, INVALID_INPUT, LIMIT_REACHED */
export async function tagCandidate(useCase: UseCase, input: TagCandidate): Promise<string> {
  const { add, remove } = input;
  return await onCandidate(useCase, 'tagCandidate', input, (state, at) => decideTags(state, { add, remove }, at));
}

async function onCandidate(
  useCase: UseCase,
  mutation: MutationName,
  input: CandidateChange & ProfileInput,
  decide: (state: Candidate, at: string) => readonly CandidateEvent[],
): Promise<string> {
  authoriseMutation(useCase, mutation);
  const { id } = await authoriseOnCandidate(useCase, mutation, input.candidateId);
  const change = (command: CommandScope) =>
    useCase.stores.candidates.change(tenantOf(useCase.caller), id, command, (candidate, now) => {
      assertVersion(candidate.version, input.expectedVersion);
      return decidedOnCandidate(candidate.state, decide(candidate.state, now));
    });
  await runCommand(useCase, mutation, input, async (command) => {
    await uniquely(useCase, input, id, () => change(command));
    return { candidateId: id };
  });
  return id;
}

/** Names the candidate that the unique index protects. @param ownId whose emails these are to be; null for a new candidate */
async function uniquely<T>(
  useCase: UseCase,
  { emails }: ProfileInput,
  ownId: string | null,
  write: () => Promise<T>,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    for (const email of emails ?? []) {
      const other = await useCase.stores.candidates.findByEmail(tenantOf(useCase.caller), emailKeyOf(email));
      if (other !== null && other.id !== ownId) throw new DuplicateCandidateError(other.id);
    }
    throw error;
  }
}
