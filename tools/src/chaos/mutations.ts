import { applicationEvents, candidateEvents, interviewEvents, jobEvents, scorecardEvents } from '@hiregraph/contracts';

/** One mutation that clients send, and what it writes when it is carried out. */
export interface MutationKind {
  readonly name: string;
  /** What its payload is asked for beside the user errors. */
  readonly fields: string;
  readonly makes: readonly string[];
  readonly mayFollow: readonly string[];
  /** Codes that tell of a change that was made, with the event that it led to. */
  readonly doneAlthough?: Readonly<Record<string, string>>;
  /**
   * Given where somebody else may have done it a moment before, which counts as carried out and writes nothing: the types
   * of events after which it is so no more.
   */
  readonly undoneBy?: readonly string[];
}

const SAGA = [
  applicationEvents.hired.type,
  applicationEvents['hire-refused'].type,
  jobEvents['opening-reserved'].type,
  jobEvents['opening-refused'].type,
  jobEvents['opening-filled'].type,
  jobEvents['opening-released'].type,
];
/** Its interviews look at whatever happens to an application. */
const FLAGGED = interviewEvents.flagged.type;
const RELEASED = jobEvents['opening-released'].type;
/** Scorecards follow their interview as it is when they look, which may be further than the event that woke them. */
const OF_INTERVIEW = [
  FLAGGED,
  scorecardEvents.requested.type,
  scorecardEvents.released.type,
  interviewEvents.completed.type,
];
const APPLICATION = 'application { id status hire { status } }';
const INTERVIEW = 'interview { id status }';

const kind = (name: string, fields: string, makes: readonly string[], mayFollow: readonly string[] = []) => ({
  name,
  fields,
  makes,
  mayFollow,
});

/** Every mutation that clients send. */
export const MUTATIONS = {
  submitApplication: kind(
    'submitApplication',
    'receipt { reference }',
    [applicationEvents.submitted.type],
    [candidateEvents.created.type],
  ),
  createCandidate: kind('createCandidate', 'candidate { id }', [candidateEvents.created.type]),
  addApplication: kind('addApplication', APPLICATION, [applicationEvents.submitted.type]),
  moveApplication: kind('moveApplication', APPLICATION, [applicationEvents['stage-changed'].type], [FLAGGED]),
  rejectApplication: kind('rejectApplication', APPLICATION, [applicationEvents.rejected.type], [FLAGGED]),
  unrejectApplication: kind('unrejectApplication', APPLICATION, [applicationEvents.unrejected.type], [FLAGGED]),
  withdrawApplication: kind(
    'withdrawApplication',
    APPLICATION,
    [applicationEvents.withdrawn.type],
    [FLAGGED, RELEASED],
  ),
  hireApplication: {
    ...kind('hireApplication', APPLICATION, [applicationEvents['hire-requested'].type], [...SAGA, FLAGGED]),
    doneAlthough: { NO_SEAT_LEFT: applicationEvents['hire-refused'].type },
  },
  unhireApplication: {
    ...kind(
      'unhireApplication',
      APPLICATION,
      [applicationEvents.unhired.type, applicationEvents['hire-refused'].type],
      [RELEASED, FLAGGED],
    ),
    undoneBy: [applicationEvents['hire-requested'].type, applicationEvents.hired.type],
  },
  planInterview: kind('planInterview', INTERVIEW, [interviewEvents.planned.type], OF_INTERVIEW),
  scheduleInterview: kind('scheduleInterview', INTERVIEW, [interviewEvents.scheduled.type], OF_INTERVIEW),
  completeInterview: {
    ...kind('completeInterview', INTERVIEW, [interviewEvents['awaiting-feedback'].type], OF_INTERVIEW),
    undoneBy: [],
  },
  cancelInterview: kind('cancelInterview', INTERVIEW, [interviewEvents.cancelled.type], OF_INTERVIEW),
  submitScorecard: kind(
    'submitScorecard',
    'scorecard { id status }',
    [scorecardEvents.submitted.type],
    [interviewEvents.completed.type],
  ),
} satisfies Record<string, MutationKind>;

export type MutationName = keyof typeof MUTATIONS;

/** The operation's text. */
export function mutationText({ name, fields }: MutationKind): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return `mutation ($input: ${input}) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
}
