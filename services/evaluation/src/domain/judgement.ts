import { DomainError } from '@hiregraph/kernel';
import { assertAtMost, boundedText } from './bounded-text.ts';
import type { KnownJob } from './known-facts.ts';
import { LIMITS } from './limits.ts';
import type { Rating } from './rating.ts';
import type { CriterionRating, Judgement } from './scorecard.ts';
import { UnknownToJobError } from './unknown-to-job-error.ts';

/** What to change about a judgement; undefined leaves it, null takes it away. */
export interface JudgementChange {
  readonly ratings?: readonly CriterionRating[] | undefined;
  readonly recommendation?: Rating | null | undefined;
  readonly notes?: string | null | undefined;
}

export function mergedJudgement(before: Judgement, change: JudgementChange): Judgement {
  return {
    ratings: change.ratings ?? before.ratings,
    recommendation: change.recommendation === undefined ? before.recommendation : change.recommendation,
    notes: change.notes === undefined ? before.notes : change.notes,
  };
}

/**
 * A judgement as it may be kept.
 * @throws DomainError INVALID_INPUT for a criterion that is not the job's or comes twice; LIMIT_REACHED
 */
export function checkedJudgement(judgement: Judgement, job: KnownJob): Judgement {
  assertAtMost(judgement.ratings.length, LIMITS.ratings, 'ratings', ['input', 'ratings']);
  const seen = new Set<string>();
  const ratings = judgement.ratings.map((rating, index) => {
    const path = ['input', 'ratings', String(index)];
    assertCriterion(rating.criterionId, job, seen, [...path, 'criterionId']);
    seen.add(rating.criterionId);
    return { ...rating, note: boundedText(rating.note, LIMITS.ratingNote, [...path, 'note']) };
  });
  return {
    ratings,
    recommendation: judgement.recommendation,
    notes: boundedText(judgement.notes, LIMITS.notes, ['input', 'notes']),
  };
}

/** Deactivated criteria may be rated: the posting may have changed since the interview. */
function assertCriterion(id: string, job: KnownJob, seen: ReadonlySet<string>, path: readonly string[]): void {
  if (seen.has(id)) {
    throw new DomainError('INVALID_INPUT', `The criterion ${id} is rated twice. Rate each criterion once.`, { path });
  }
  if (!job.criteria.some((criterion) => criterion.id === id)) {
    throw new UnknownToJobError(`The criterion ${id} is none of the job's.`, path);
  }
}
