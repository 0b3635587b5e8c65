import type { DomainError } from '@hiregraph/kernel';
import { mutationPayload, type UserErrorView } from '@hiregraph/subgraph';
import {
  cancelInterview,
  type ChangeInterview,
  type ChangeInterviewInput,
  completeInterview,
  markNoShow,
  rescheduleInterview,
  scheduleInterview,
  setInterviewers,
} from '../application/change-interview.ts';
import { findInterview, type SeenInterview } from '../application/interview-access.ts';
import { planInterview } from '../application/plan-interview.ts';
import { scorecardIdOf } from '../application/scorecard-id.ts';
import { findScorecard } from '../application/shown-feedback.ts';
import type { StoredKit, StoredScorecard } from '../application/stores.ts';
import { createInterviewKit, findKit, updateInterviewKit } from '../application/write-interview-kit.ts';
import { amendScorecard, saveScorecardDraft, submitScorecard } from '../application/write-scorecard.ts';
import type { EvaluationContext } from './context.ts';
import type { MutationResolvers } from './generated/resolver-types.ts';

/** Beside a refusal the object is shown as it is now; beside NOT_FOUND there is none to show. */
function showUnlessAbsent<Fields>(show: () => Promise<Fields>): (error: DomainError) => Promise<Partial<Fields>> {
  return async (error) => (error.code === 'NOT_FOUND' ? {} : await show());
}

/** A payload in the mutable form that the generated types ask for. */
async function payload<Fields extends object>(
  empty: Fields,
  work: () => Promise<Fields>,
  show: () => Promise<Fields>,
): Promise<Fields & { userErrors: UserErrorView[] }> {
  const answer = await mutationPayload<Fields>(empty, work, showUnlessAbsent(show));
  return { ...answer, userErrors: [...answer.userErrors] };
}

const interviewPayload = (
  { request }: EvaluationContext,
  interviewId: string | null,
  work: () => Promise<SeenInterview | null>,
) =>
  payload<{ interview: SeenInterview | null }>(
    { interview: null },
    async () => ({ interview: await work() }),
    async () => ({
      interview: interviewId === null ? null : await findInterview(request.reads, interviewId),
    }),
  );

const kitPayload = ({ request }: EvaluationContext, kitId: string | null, work: () => Promise<StoredKit | null>) =>
  payload<{ interviewKit: StoredKit | null }>(
    { interviewKit: null },
    async () => ({ interviewKit: await work() }),
    async () => ({ interviewKit: kitId === null ? null : await findKit(request.reads, kitId) }),
  );

const scorecardPayload = (
  { request }: EvaluationContext,
  scorecardId: string,
  work: () => Promise<StoredScorecard | null>,
) =>
  payload<{ scorecard: StoredScorecard | null }>(
    { scorecard: null },
    async () => ({ scorecard: await work() }),
    async () => ({ scorecard: await findScorecard(request.reads, request.shown, scorecardId) }),
  );

/** The caller's own scorecard of an interview, to be shown beside a refusal. */
function ownScorecardId({ caller }: EvaluationContext, interviewId: string): string {
  return caller.kind === 'user' ? scorecardIdOf(interviewId, caller.userId) : '';
}

/** One resolver of the mutations that change an interview. */
function changing<Input extends ChangeInterviewInput>(change: ChangeInterview<Input>) {
  return (_root: unknown, { input }: { input: Input }, context: EvaluationContext) =>
    interviewPayload(context, input.interviewId, () => change(context.evaluation, context.request, input));
}

export const mutationResolvers: MutationResolvers = {
  createInterviewKit: (_root, { input }, context) =>
    kitPayload(context, null, () => createInterviewKit(context.evaluation, context.request, input)),
  updateInterviewKit: (_root, { input }, context) =>
    kitPayload(context, input.kitId, () => updateInterviewKit(context.evaluation, context.request, input)),
  planInterview: (_root, { input }, context) =>
    interviewPayload(context, null, () => planInterview(context.evaluation, context.request, input)),
  scheduleInterview: changing(scheduleInterview),
  rescheduleInterview: changing(rescheduleInterview),
  setInterviewers: changing(setInterviewers),
  cancelInterview: changing(cancelInterview),
  completeInterview: changing(completeInterview),
  markNoShow: changing(markNoShow),
  saveScorecardDraft: (_root, { input }, context) =>
    scorecardPayload(context, ownScorecardId(context, input.interviewId), () =>
      saveScorecardDraft(context.evaluation, context.request, input),
    ),
  submitScorecard: (_root, { input }, context) =>
    scorecardPayload(context, ownScorecardId(context, input.interviewId), () =>
      submitScorecard(context.evaluation, context.request, input),
    ),
  amendScorecard: (_root, { input }, context) =>
    scorecardPayload(context, input.scorecardId, () => amendScorecard(context.evaluation, context.request, input)),
};
