import { expect } from '@jest/globals';
import type { AnswerError, Ask } from './evaluation-world.ts';

interface Reference {
  readonly id: string;
}

/** What the selections below answer, as far as tests read single values of it. */
export interface ObjectView extends Reference {
  readonly version: number;
  readonly status: string;
  readonly start: string | null;
  readonly questions: readonly Reference[];
  readonly revisions: readonly { readonly start: string; readonly afterSeeingOthers: boolean }[];
}

export interface UserErrorView {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[];
}

/** What a mutation answered: its object, what was refused, and the errors beside it. */
export interface Outcome {
  readonly object: ObjectView | null;
  readonly userErrors: readonly UserErrorView[];
  readonly errors: readonly AnswerError[];
}

export interface SummaryView {
  readonly scorecardCount: number;
}

export interface FeedbackView extends Reference {
  readonly scorecards: readonly (Reference & { readonly status: string; readonly interviewer: Reference })[] | null;
  readonly feedbackSummary: SummaryView | null;
  readonly owedFeedback: readonly { readonly user: Reference; readonly since: string }[] | null;
  readonly interviews: readonly (Reference & { readonly status: string })[] | null;
}

const INTERVIEW = `interview {
  id status version revision start end timeZone location
  interviewers { id } stage { id } kit { id } attention { reason since }
  revisions { revision start end timeZone location at by { id } }
} userErrors { code message field }`;

const SCORECARD = `scorecard {
  id status version recommendation notes submittedAt requestedAt
  ratings { criterion { id } rating note }
  revisions { revision recommendation notes afterSeeingOthers }
} userErrors { code message field }`;

const KIT = `interviewKit {
  id version stage { id } focusCriteria { id } questions { id text criterion { id } }
} userErrors { code message field }`;

const SELECTIONS: Readonly<Record<string, string>> = {
  createInterviewKit: KIT,
  updateInterviewKit: KIT,
  saveScorecardDraft: SCORECARD,
  submitScorecard: SCORECARD,
  amendScorecard: SCORECARD,
};

/** Calls a mutation. @returns whatever came */
export async function call(ask: Ask, mutation: string, input: Readonly<Record<string, unknown>>): Promise<Outcome> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const selection = SELECTIONS[mutation] ?? INTERVIEW;
  const { data, errors } = await ask(`mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`, {
    input,
  });
  const payload = (data as Record<string, Record<string, unknown>> | null)?.[mutation] ?? { userErrors: [] };
  const { userErrors, ...objects } = payload;
  return {
    object: (Object.values(objects)[0] ?? null) as ObjectView | null,
    userErrors: userErrors as readonly UserErrorView[],
    errors,
  };
}

/** Calls a mutation that must succeed. @returns the object that it answers */
export async function done(ask: Ask, mutation: string, input: Readonly<Record<string, unknown>>): Promise<ObjectView> {
  const { object, userErrors, errors } = await call(ask, mutation, input);
  expect({ userErrors, errors }).toEqual({ userErrors: [], errors: [] });
  return object!;
}

/** Calls a mutation that must be refused with user errors. @returns their codes */
export async function refused(
  ask: Ask,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const { userErrors, errors } = await call(ask, mutation, input);
  expect(errors).toEqual([]);
  return userErrors.map(({ code }) => code);
}

/** An hour from 10:00 of a day in March 2026. */
export function hourOn(day: number): { start: string; end: string; timeZone: string } {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return { start: `${date}T10:00:00.000Z`, end: `${date}T11:00:00.000Z`, timeZone: 'Europe/Berlin' };
}

const FEEDBACK = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Application {
  id
  scorecards { id status interviewer { id } recommendation }
  feedbackSummary { scorecardCount overallMean disagreement
    criteria { criterion { id } mean disagreement distribution { definitelyNot no noDecision yes strongYes } }
    recommendations { mean disagreement distribution { definitelyNot no noDecision yes strongYes } } }
  owedFeedback { user { id } since interview { id } }
  interviews { id status }
} } }`;

/** Reads the feedback of applications the way the gateway does. */
export async function feedbacksOf(
  ask: Ask,
  ids: readonly string[],
): Promise<{ readonly feedbacks: readonly FeedbackView[]; readonly errors: readonly AnswerError[] }> {
  const representations = ids.map((id) => ({ __typename: 'Application', id }));
  const { data, errors } = await ask(FEEDBACK, { representations });
  return { feedbacks: (data as { _entities: FeedbackView[] })._entities, errors };
}

/** The feedback of one application, of which nothing is forbidden. */
export async function feedbackOf(ask: Ask, applicationId: string): Promise<FeedbackView> {
  const { feedbacks, errors } = await feedbacksOf(ask, [applicationId]);
  expect(errors).toEqual([]);
  return feedbacks[0]!;
}

/** Who wrote the scorecards of an application that the caller is shown, sorted; null where they are shown none at all. */
export async function authorsShown(ask: Ask, applicationId: string): Promise<readonly string[] | null> {
  const { scorecards } = await feedbackOf(ask, applicationId);
  return scorecards?.map(({ interviewer }) => interviewer.id).sort() ?? null;
}

/** An interview's version, as somebody who may see it sees it. */
export async function versionOf(ask: Ask, interviewId: string): Promise<number> {
  const { data } = await ask('query ($id: ID!) { interview(id: $id) { version } }', { id: interviewId });
  return (data as { interview: { version: number } }).interview.version;
}
