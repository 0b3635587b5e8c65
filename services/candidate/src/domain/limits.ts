/** Bounds of what people may put in, each named in the refusal. Lengths in characters. */
export const LIMITS = {
  id: 64,
  idempotencyKey: 200,
  name: 200,
  email: 254,
  emails: 10,
  phone: 50,
  phones: 10,
  link: 500,
  links: 20,
  location: 200,
  tag: 60,
  tags: 50,
  channel: 60,
  sourceDetail: 200,
  answers: 100,
  answer: 5_000,
  note: 20_000,
  search: 200,
  resumeEntries: 100,
  resumeItems: 100,
  resumeLine: 500,
  resumeText: 20_000,
  /** The whole resume as JSON: with the rest, a document stays far below 1 MB. */
  resumeJson: 200_000,
  moves: 500,
  /** Stages that one application was ever in, over all the jobs that it was for. */
  stays: 500,
  /** Jobs that one candidate was ever considered for. */
  consideredFor: 1_000,
} as const;
