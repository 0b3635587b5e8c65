/** The scale that criteria and recommendations share, from worst to best. */
export const RATINGS = ['DEFINITELY_NOT', 'NO', 'NO_DECISION', 'YES', 'STRONG_YES'] as const;
export type Rating = (typeof RATINGS)[number];

/** What a rating counts in means; null: it does not. */
export const RATING_VALUES: Readonly<Record<Rating, number | null>> = {
  DEFINITELY_NOT: 1,
  NO: 2,
  NO_DECISION: null,
  YES: 4,
  STRONG_YES: 5,
};
