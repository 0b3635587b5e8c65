import type { DomainError } from '@hiregraph/kernel';
import { mutationPayload, type UserErrorView } from '@hiregraph/subgraph';
import { addApplication } from '../application/add-application.ts';
import { DuplicateApplicationError } from '../application/change-application.ts';
import {
  createCandidate,
  DuplicateCandidateError,
  tagCandidate,
  updateCandidate,
} from '../application/change-candidate.ts';
import { rejectApplication, unrejectApplication, withdrawApplication } from '../application/end-application.ts';
import { hireApplication, unhireApplication } from '../application/hire-application.ts';
import { moveApplication } from '../application/move-application.ts';
import { type MoveResult, moveApplications } from '../application/move-applications.ts';
import { submitApplication } from '../application/submit-application.ts';
import { transferApplication } from '../application/transfer-application.ts';
import type { UseCase } from '../application/use-case.ts';
import type { CandidateContext } from './context.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';
import type { ApplicationNode, CandidateNode } from './nodes.ts';
import { seenApplication, seenCandidate } from './seen.ts';

interface ApplicationFields {
  readonly application: ApplicationNode | null;
}

interface CandidateFields {
  readonly candidate: CandidateNode | null;
}

/** A payload in the mutable form that the generated types ask for. */
async function payload<Fields extends object>(
  empty: Fields,
  work: () => Promise<Fields>,
  shown?: (error: DomainError) => Promise<Fields>,
): Promise<Fields & { userErrors: UserErrorView[] }> {
  const answer = await mutationPayload<Fields>(empty, work, shown);
  return { ...answer, userErrors: [...answer.userErrors] };
}

/** The application as it is now, authorised anew. */
async function shownApplication(context: CandidateContext, id: string | null): Promise<ApplicationFields> {
  if (id === null || context.caller.kind === 'anonymous') return { application: null };
  context.loaders.clear();
  return { application: await seenApplication(context, await context.loaders.application.load(id)) };
}

async function shownCandidate(context: CandidateContext, id: string | null): Promise<CandidateFields> {
  if (id === null || context.caller.kind === 'anonymous') return { candidate: null };
  context.loaders.clear();
  return { candidate: await seenCandidate(context, await context.loaders.candidate.load(id)) };
}

/** The payload of a mutation of one application: it, as it is after success and refusal alike, or the one in the way. */
function applicationPayload(
  context: CandidateContext,
  work: (useCase: UseCase) => Promise<string>,
  subjectId: string | null,
) {
  return payload<ApplicationFields>(
    { application: null },
    async () => await shownApplication(context, await work(context.useCase)),
    (error) => shownApplication(context, error instanceof DuplicateApplicationError ? error.applicationId : subjectId),
  );
}

function candidatePayload(
  context: CandidateContext,
  work: (useCase: UseCase) => Promise<string>,
  subjectId: string | null,
) {
  return payload<CandidateFields>(
    { candidate: null },
    async () => await shownCandidate(context, await work(context.useCase)),
    (error) => shownCandidate(context, error instanceof DuplicateCandidateError ? error.candidateId : subjectId),
  );
}

/** What became of one of many moves. */
async function resultView(context: CandidateContext, { applicationId, error }: MoveResult) {
  const stored = await context.loaders.application.load(applicationId);
  const application = await seenApplication(context, stored);
  const { userErrors } = await payload({}, () => (error === null ? Promise.resolve({}) : Promise.reject(error)));
  return { application, userErrors };
}

async function movedAll(context: CandidateContext, input: Parameters<typeof moveApplications>[1]) {
  return await payload({ results: [] as Awaited<ReturnType<typeof resultView>>[] }, async () => {
    const results = await moveApplications(context.useCase, input);
    context.loaders.clear();
    return { results: await Promise.all(results.map((result) => resultView(context, result))) };
  });
}

export const mutationResolvers: MutationResolvers = {
  submitApplication: (_parent, { input }, { useCase, tenants, referenceOf }) =>
    payload<{ receipt: { reference: string; receivedAt: string } | null }>({ receipt: null }, async () => ({
      receipt: await submitApplication(useCase, { tenants, referenceOf }, input),
    })),
  addApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => addApplication(useCase, input), null),
  moveApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => moveApplication(useCase, input), input.applicationId),
  moveApplications: (_parent, { input }, context) => movedAll(context, input),
  rejectApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => rejectApplication(useCase, input), input.applicationId),
  unrejectApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => unrejectApplication(useCase, input), input.applicationId),
  withdrawApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => withdrawApplication(useCase, input), input.applicationId),
  hireApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => hireApplication(useCase, input), input.applicationId),
  unhireApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => unhireApplication(useCase, input), input.applicationId),
  transferApplication: (_parent, { input }, context) =>
    applicationPayload(context, (useCase) => transferApplication(useCase, input), input.applicationId),
  createCandidate: (_parent, { input }, context) =>
    candidatePayload(context, (useCase) => createCandidate(useCase, input), null),
  updateCandidate: (_parent, { input }, context) =>
    candidatePayload(context, (useCase) => updateCandidate(useCase, input), input.candidateId),
  tagCandidate: (_parent, { input }, context) =>
    candidatePayload(context, (useCase) => tagCandidate(useCase, input), input.candidateId),
};
