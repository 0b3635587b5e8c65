import { expect } from '@jest/globals';
import type { Answer, Ask } from './evaluation-world.ts';

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

const SELECTIONS: Readonly<Record<string, string>> = {
  createInterviewKit:
    'interviewKit { id version stage { id } focusCriteria { id } questions { id text criterion { id } } } userErrors { code message field }',
  updateInterviewKit:
    'interviewKit { id version stage { id } focusCriteria { id } questions { id text criterion { id } } } userErrors { code message field }',
  saveScorecardDraft: SCORECARD,
  submitScorecard: SCORECARD,
  amendScorecard: SCORECARD,
};

/** Calls a mutation. @returns the whole answer, whatever came */
export function call(ask: Ask, mutation: string, input: Readonly<Record<string, unknown>>): Promise<Answer> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const selection = SELECTIONS[mutation] ?? INTERVIEW;
  return ask(`mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} } }`, { input });
}

/** Calls a mutation that must succeed. @returns the object that it answers */
export async function done(
  ask: Ask,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Answer['data']> {
  const { data, errors } = await call(ask, mutation, input);
  expect(errors).toEqual([]);
  expect(data[mutation].userErrors).toEqual([]);
  const { userErrors: _none, ...objects } = data[mutation];
  return Object.values(objects)[0] as Answer['data'];
}

/** Calls a mutation that must be refused with user errors. @returns their codes */
export async function refused(
  ask: Ask,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const { data, errors } = await call(ask, mutation, input);
  expect(errors).toEqual([]);
  return data[mutation].userErrors.map(({ code }: { code: string }) => code);
}

/** An hour from 10:00 of a day in March 2026. */
export function hourOn(day: number): { start: string; end: string; timeZone: string } {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return { start: `${date}T10:00:00.000Z`, end: `${date}T11:00:00.000Z`, timeZone: 'Europe/Berlin' };
}

/** Reads feedback of applications the way the gateway does. */
export async function feedbackOf(ask: Ask, applicationId: string): Promise<Answer> {
  const answer = await ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Application {
      id
      scorecards { id status interviewer { id } recommendation }
      feedbackSummary { scorecardCount overallMean disagreement
        criteria { criterion { id } mean disagreement distribution { definitelyNot no noDecision yes strongYes } }
        recommendations { mean disagreement distribution { definitelyNot no noDecision yes strongYes } } }
      owedFeedback { user { id } since interview { id } }
      interviews { id status }
    } } }`,
    { representations: [{ __typename: 'Application', id: applicationId }] },
  );
  return { ...answer, data: answer.data?._entities[0] ?? null };
}
