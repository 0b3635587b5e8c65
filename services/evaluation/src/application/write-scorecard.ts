import { DomainError, NotFoundError } from '@hiregraph/kernel';
import type { JudgementChange } from '../domain/judgement.ts';
import type { KnownJob } from '../domain/known-facts.ts';
import type { Rating } from '../domain/rating.ts';
import type { ScorecardEvent, ScorecardState } from '../domain/scorecard.ts';
import * as scorecards from '../domain/scorecard-decisions.ts';
import { type Guarded, permits } from './access-rules.ts';
import { assertVersion, scorecardDecision } from './decisions.ts';
import type { Evaluation, EvaluationRequest } from './evaluation.ts';
import { followInterview } from './follow-interview.ts';
import { followScorecard } from './follow-scorecard.ts';
import { getInterviewFor } from './interview-access.ts';
import { standingsTowards } from './request-reads.ts';
import { type Commanding, followUp, type Repeatable, runCommand, withKnownJob } from './run-command.ts';
import { scorecardIdOf } from './scorecard-id.ts';
import { findScorecard } from './shown-feedback.ts';
import type { StoredScorecard } from './stores.ts';

interface JudgementInput extends Repeatable {
  readonly ratings?: readonly RatingInput[] | null | undefined;
  readonly recommendation?: Rating | null | undefined;
  readonly notes?: string | null | undefined;
  readonly expectedVersion?: number | null | undefined;
}

interface RatingInput {
  readonly criterionId: string;
  readonly rating: Rating;
  readonly note?: string | null | undefined;
}

export interface WriteScorecardInput extends JudgementInput {
  readonly interviewId: string;
}

export interface AmendScorecardInput extends JudgementInput {
  readonly scorecardId: string;
}

/** A mutation of the caller's own scorecard. */
export type WriteScorecard<Input> = (
  evaluation: Evaluation,
  request: EvaluationRequest,
  input: Input,
) => Promise<StoredScorecard | null>;

function changeOf({ ratings, recommendation, notes }: JudgementInput): JudgementChange {
  return {
    ratings: ratings?.map(({ criterionId, rating, note }) => ({ criterionId, rating, note: note ?? null })),
    recommendation,
    notes,
  };
}

/** The id of the caller's scorecard of an interview, which is brought in line with the interview first. */
async function ownScorecardId(
  { stores }: Evaluation,
  { reads }: EvaluationRequest,
  { tenantId, userId, scope }: Commanding,
  interviewId: string,
): Promise<string> {
  const { standings } = await getInterviewFor(reads, interviewId, 'Query.interview');
  if (!permits('Mutation.submitScorecard', standings)) {
    throw new DomainError(
      'NOT_FOUND',
      'You do not interview here, so there is no scorecard of yours. Whoever plans the interview can set you as an interviewer.',
      { path: ['input', 'interviewId'] },
    );
  }
  await followInterview(stores, tenantId, interviewId, scope.trace);
  return scorecardIdOf(interviewId, userId);
}

type Decide = (state: ScorecardState, job: KnownJob, submission: scorecards.Submission) => readonly ScorecardEvent[];

/** Writes the caller's own scorecard. What others' scorecards the caller has seen is asked first: it marks the revision. */
async function write(
  evaluation: Evaluation,
  request: EvaluationRequest,
  { scope, tenantId, userId }: Commanding,
  id: string,
  expectedVersion: number | null | undefined,
  decide: Decide,
): Promise<void> {
  const { stores, sightings } = evaluation;
  const known = await stores.scorecards.load(tenantId, id);
  if (known === null) throw new NotFoundError('scorecard');
  const { jobId, applicationId, interviewId } = known.state;
  const [interview, afterSeeingOthers] = await Promise.all([
    stores.interviews.load(tenantId, interviewId),
    sightings.hasSeenOthers(tenantId, userId, applicationId),
  ]);
  const interviewEnd = interview?.state.slot?.end ?? null;
  await withKnownJob(request, jobId, (job) =>
    stores.scorecards.change(tenantId, id, scope, (aggregate, at) => {
      assertVersion(aggregate, expectedVersion);
      const events = decide(aggregate.state, job, { at, interviewEnd, afterSeeingOthers });
      return scorecardDecision(aggregate.state, events);
    }),
  );
}

export const saveScorecardDraft: WriteScorecard<WriteScorecardInput> = async (evaluation, request, input) => {
  const guarded = 'Mutation.saveScorecardDraft';
  const { scorecardId } = await runCommand(evaluation, request, guarded, input, async (command) => {
    const id = await ownScorecardId(evaluation, request, command, input.interviewId);
    await write(evaluation, request, command, id, input.expectedVersion, (state, job, { at }) =>
      scorecards.saveScorecardDraft(state, changeOf(input), job, at),
    );
    return { scorecardId: id };
  });
  return await findScorecard(request.reads, request.shown, scorecardId);
};

export const submitScorecard: WriteScorecard<WriteScorecardInput> = async (evaluation, request, input) => {
  const guarded = 'Mutation.submitScorecard';
  const { scorecardId } = await runCommand(evaluation, request, guarded, input, async (command) => {
    const id = await ownScorecardId(evaluation, request, command, input.interviewId);
    await write(evaluation, request, command, id, input.expectedVersion, (state, job, submission) =>
      scorecards.submitScorecard(state, changeOf(input), job, submission),
    );
    await followUp(request.asking, guarded, () =>
      followScorecard(evaluation.stores, command.tenantId, id, command.scope.trace),
    );
    return { scorecardId: id };
  });
  return await findScorecard(request.reads, request.shown, scorecardId);
};

export const amendScorecard: WriteScorecard<AmendScorecardInput> = async (evaluation, request, input) => {
  const guarded = 'Mutation.amendScorecard';
  const { scorecardId } = await runCommand(evaluation, request, guarded, input, async (command) => {
    await assertAuthor(request, command, guarded, input.scorecardId);
    await write(evaluation, request, command, input.scorecardId, input.expectedVersion, (state, job, submission) =>
      scorecards.amendScorecard(state, changeOf(input), job, submission),
    );
    return { scorecardId: input.scorecardId };
  });
  return await findScorecard(request.reads, request.shown, scorecardId);
};

async function assertAuthor(
  { reads }: EvaluationRequest,
  { userId }: Commanding,
  guarded: Guarded,
  id: string,
): Promise<void> {
  const scorecard = await reads.scorecard(id);
  if (scorecard?.state.interviewerId === userId) {
    const ties = { candidateId: null, isInterviewer: true };
    if (permits(guarded, await standingsTowards(reads, scorecard.state.jobId, ties, guarded))) return;
  }
  throw new NotFoundError('scorecard', ['input', 'scorecardId']);
}
