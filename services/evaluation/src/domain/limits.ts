/** Bounds of what people may put in, each named in the refusal. Lengths in characters. */
export const LIMITS = {
  interviewers: 20,
  /** Everybody who was ever an interviewer of one interview. */
  assignments: 100,
  revisions: 100,
  interviewsOfApplication: 100,
  focusCriteria: 200,
  questions: 100,
  questionText: 2_000,
  ratings: 200,
  ratingNote: 2_000,
  notes: 20_000,
  location: 500,
  timeZone: 64,
  id: 64,
} as const;
