/** Bounds of what people may put in, each named in the refusal. Lengths in characters. */
export const LIMITS = {
  id: 64,
  title: 200,
  /** Names of departments, locations and stages travel on topics, many to an event. */
  label: 100,
  locations: 20,
  openingsAtOnce: 100,
  openings: 500,
  /** Hire attempts that a job remembers beside its history. */
  answeredHires: 1_000,
  /** Retired ones included. */
  stages: 50,
  slaHours: 8_760,
  hiringTeam: 100,
  activeCriteria: 100,
  /** Inactive ones included: all of them are in one event. */
  criteria: 160,
  criterionText: 2_000,
  minimumYears: 60,
  weight: 10,
  posts: 20,
  /** UTF-8 bytes of one post's text; as much as an import takes. */
  postBytes: 102_400,
  questions: 50,
  questionText: 1_000,
  /** UTF-8 bytes of all texts of one job together: with the rest, its document stays well below 1 MB. */
  textBytes: 500_000,
  /** UTF-8 bytes of department, locations and stages as JSON: all of them are in one event. */
  planBytes: 14_500,
  reasonLabel: 200,
  userName: 200,
  tokenClaim: 500,
  search: 200,
  idempotencyKey: 200,
} as const;
