import type { ServiceName } from '@hiregraph/kernel';

/** One public operation as the seed uses it. */
export interface SeedMutation {
  readonly service: ServiceName;
  /** What the seed wants to know of what was made or changed, in GraphQL. */
  readonly selection: string;
}

const job = (selection = ''): SeedMutation => ({ service: 'job', selection });
const candidate = (selection = ''): SeedMutation => ({ service: 'candidate', selection });
const evaluation = (selection = ''): SeedMutation => ({ service: 'evaluation', selection });

/** Every operation that the seed drives the platform with. */
export const SEED_MUTATIONS = {
  upsertUser: job(),
  createRejectionReason: job('rejectionReason { id }'),
  retireRejectionReason: job(),
  importJobPosting: job(
    'job { id stages { id kind } criteria(includeInactive: true) { id kind text minimumYears } } jobPost { id }',
  ),
  setHiringTeam: job(),
  setCriteria: job(),
  updateJob: job(),
  updateStage: job(),
  addStage: job('stage { id }'),
  retireStage: job(),
  addOpenings: job(),
  updateJobPost: job('jobPost { questions { id } }'),
  openJob: job(),
  publishJobPost: job(),
  holdJob: job(),
  closeJob: job(),
  createCandidate: candidate('candidate { id }'),
  tagCandidate: candidate(),
  submitApplication: candidate('receipt { reference }'),
  addApplication: candidate('application { id }'),
  moveApplication: candidate(),
  rejectApplication: candidate(),
  unrejectApplication: candidate(),
  withdrawApplication: candidate(),
  transferApplication: candidate(),
  hireApplication: candidate('application { hire { status } }'),
  unhireApplication: candidate(),
  createInterviewKit: evaluation(),
  planInterview: evaluation('interview { id }'),
  scheduleInterview: evaluation(),
  rescheduleInterview: evaluation(),
  cancelInterview: evaluation(),
  completeInterview: evaluation(),
  markNoShow: evaluation(),
  saveScorecardDraft: evaluation(),
  submitScorecard: evaluation('scorecard { id }'),
  amendScorecard: evaluation(),
} as const satisfies Readonly<Record<string, SeedMutation>>;

export type SeedMutationName = keyof typeof SEED_MUTATIONS;

/** The operation's document; always the same text, so that it is parsed and validated once. */
export function documentOf(name: SeedMutationName): string {
  const known = documents.get(name);
  if (known !== undefined) return known;
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const { selection } = SEED_MUTATIONS[name];
  const text = `mutation Seed($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { code message field } } }`;
  documents.set(name, text);
  return text;
}

const documents = new Map<SeedMutationName, string>();
