import { RATING_VALUES, RATINGS, type Rating } from './rating.ts';
import type { FinalJudgement } from './scorecard.ts';

export type Distribution = Readonly<Record<Rating, number>>;

export interface RatingSummary {
  readonly distribution: Distribution;
  /** 1 to 5, NO_DECISION left out; null where nothing counts. */
  readonly mean: number | null;
  /** The standard deviation of the whole population; null where nothing counts. */
  readonly disagreement: number | null;
}

export interface CriterionFeedback extends RatingSummary {
  readonly criterionId: string;
}

export interface FeedbackSummary {
  readonly scorecardCount: number;
  readonly criteria: readonly CriterionFeedback[];
  /** The mean of the criteria's means by weight. */
  readonly overallMean: number | null;
  /** The standard deviation of the scorecards' own means by weight. */
  readonly disagreement: number | null;
  readonly recommendations: RatingSummary;
}

/** A criterion's weight and place among the job's. */
export interface WeightedCriterion {
  readonly id: string;
  readonly weight: number;
}

/** What a criterion counts that the job does not name: it was rated, so it is not nothing. */
const UNKNOWN_WEIGHT = 1;

/**
 * @param judgements the newest revision of every submitted scorecard
 * @param criteria the job's, in its order; what is rated beside them follows by id
 */
export function summariseFeedback(
  judgements: readonly FinalJudgement[],
  criteria: readonly WeightedCriterion[],
): FeedbackSummary {
  const weights = new Map(criteria.map(({ id, weight }) => [id, weight]));
  const weightOf = (id: string): number => weights.get(id) ?? UNKNOWN_WEIGHT;
  const summaries = ratedIds(judgements, criteria).map((criterionId): CriterionFeedback => {
    const ratings = judgements.flatMap(({ ratings }) =>
      ratings.filter((one) => one.criterionId === criterionId).map(({ rating }) => rating),
    );
    return { criterionId, ...summariseRatings(ratings) };
  });
  const ownMeans = judgements
    .map(({ ratings }) =>
      weightedMean(ratings.map(({ criterionId, rating }) => [RATING_VALUES[rating], weightOf(criterionId)])),
    )
    .filter((mean) => mean !== null);
  return {
    scorecardCount: judgements.length,
    criteria: summaries,
    overallMean: weightedMean(summaries.map(({ criterionId, mean }) => [mean, weightOf(criterionId)])),
    disagreement: standardDeviation(ownMeans),
    recommendations: summariseRatings(judgements.map(({ recommendation }) => recommendation)),
  };
}

function ratedIds(judgements: readonly FinalJudgement[], criteria: readonly WeightedCriterion[]): readonly string[] {
  const rated = new Set(judgements.flatMap(({ ratings }) => ratings.map(({ criterionId }) => criterionId)));
  const named = criteria.map(({ id }) => id).filter((id) => rated.has(id));
  const placed = new Set(named);
  return [...named, ...[...rated].filter((id) => !placed.has(id)).sort()];
}

function summariseRatings(ratings: readonly Rating[]): RatingSummary {
  const counts = Object.fromEntries(RATINGS.map((rating) => [rating, 0])) as Record<Rating, number>;
  for (const rating of ratings) counts[rating]++;
  const values = ratings.map((rating) => RATING_VALUES[rating]).filter((value) => value !== null);
  return { distribution: counts, mean: meanOf(values), disagreement: standardDeviation(values) };
}

function weightedMean(parts: readonly (readonly [value: number | null, weight: number])[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const [value, weight] of parts) {
    if (value === null) continue;
    sum += value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of the whole population: these are all the judgements that there are, no sample of them. */
function standardDeviation(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
