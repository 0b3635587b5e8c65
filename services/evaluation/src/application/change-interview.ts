import type { Instant } from '@hiregraph/kernel';
import type { InterviewEvent, InterviewState } from '../domain/interview.ts';
import * as interviews from '../domain/interview-decisions.ts';
import type { Guarded } from './access-rules.ts';
import { assertVersion, interviewDecision } from './decisions.ts';
import type { Evaluation, EvaluationRequest } from './evaluation.ts';
import { followInterview } from './follow-interview.ts';
import { findInterview, getInterviewFor, type SeenInterview } from './interview-access.ts';
import { followUp, type Repeatable, runCommand, withKnownJob } from './run-command.ts';
import type { KnownJobRow } from './stores.ts';

export interface ChangeInterviewInput extends Repeatable {
  readonly interviewId: string;
  readonly expectedVersion?: number | null | undefined;
}

export interface ScheduleInterviewInput extends ChangeInterviewInput {
  readonly start: Instant;
  readonly end: Instant;
  readonly timeZone: string;
  readonly location?: string | null | undefined;
}

export interface RescheduleInterviewInput extends ChangeInterviewInput {
  readonly start: Instant;
  readonly end: Instant;
  readonly timeZone?: string | null | undefined;
  readonly location?: string | null | undefined;
}

export interface SetInterviewersInput extends ChangeInterviewInput {
  readonly interviewerIds: readonly string[];
  readonly expectedVersion: number;
}

type Decide = (state: InterviewState, asked: interviews.Asked, job: KnownJobRow) => readonly InterviewEvent[];

/** A mutation of one interview; its answer is null where the caller may not see the interview any more. */
export type ChangeInterview<Input> = (
  evaluation: Evaluation,
  request: EvaluationRequest,
  input: Input,
) => Promise<SeenInterview | null>;

/** @throws DomainError, NotFoundError, ForbiddenError, UnauthenticatedError, UpstreamUnavailableError */
async function changeInterview<Input extends ChangeInterviewInput>(
  evaluation: Evaluation,
  request: EvaluationRequest,
  guarded: Guarded & `Mutation.${string}`,
  input: Input,
  decide: Decide,
): Promise<SeenInterview | null> {
  const { stores } = evaluation;
  await runCommand(evaluation, request, guarded, input, async ({ scope, tenantId, userId }) => {
    const { interview } = await getInterviewFor(request.reads, input.interviewId, guarded);
    await withKnownJob(request, interview.state.jobId, (job) =>
      stores.interviews.change(tenantId, interview.id, scope, (aggregate, at) => {
        assertVersion(aggregate, input.expectedVersion);
        return interviewDecision(aggregate.state, decide(aggregate.state, { at, by: userId }, job));
      }),
    );
    await followUp(request.asking, guarded, () => followInterview(stores, tenantId, interview.id, scope.trace));
    return { interviewId: interview.id };
  });
  return await findInterview(request.reads, input.interviewId);
}

export const scheduleInterview: ChangeInterview<ScheduleInterviewInput> = (evaluation, request, input) => {
  const { start, end, timeZone, location = null } = input;
  return changeInterview(evaluation, request, 'Mutation.scheduleInterview', input, (state, asked) =>
    interviews.scheduleInterview(state, { start, end, timeZone, location }, asked),
  );
};

export const rescheduleInterview: ChangeInterview<RescheduleInterviewInput> = (evaluation, request, input) => {
  const { start, end, timeZone, location } = input;
  return changeInterview(evaluation, request, 'Mutation.rescheduleInterview', input, (state, asked) =>
    interviews.rescheduleInterview(state, { start, end, timeZone: timeZone ?? undefined, location }, asked),
  );
};

export const setInterviewers: ChangeInterview<SetInterviewersInput> = (evaluation, request, input) =>
  changeInterview(evaluation, request, 'Mutation.setInterviewers', input, (state, asked, job) =>
    interviews.setInterviewers(state, input.interviewerIds, job, asked),
  );

export const cancelInterview: ChangeInterview<ChangeInterviewInput> = (evaluation, request, input) =>
  changeInterview(evaluation, request, 'Mutation.cancelInterview', input, (state, { at }) =>
    interviews.cancelInterview(state, at),
  );

export const completeInterview: ChangeInterview<ChangeInterviewInput> = (evaluation, request, input) =>
  changeInterview(evaluation, request, 'Mutation.completeInterview', input, (state, { at }) =>
    interviews.completeInterview(state, at),
  );

export const markNoShow: ChangeInterview<ChangeInterviewInput> = (evaluation, request, input) =>
  changeInterview(evaluation, request, 'Mutation.markNoShow', input, (state, { at }) =>
    interviews.markNoShow(state, at),
  );
