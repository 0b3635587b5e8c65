import { interviewEvents, scorecardEvents } from '@hiregraph/contracts';
import type { Caller } from '@hiregraph/kernel';
import type { IssuedCommand } from '@hiregraph/testkit';
import { TENANT } from '../support/test-platform.ts';
import { prepareScene } from './prepare-scene.ts';
import { ADMIN, ask, type ClientScene, issue, liveServices } from './simulated-client.ts';
import { openSimulation, type Simulation } from './simulation.ts';

export interface SimulatedFeedback {
  readonly faults: readonly string[];
  /** Looks of people who owed a scorecard, and those that showed somebody else's. */
  readonly blindLooks: number;
  readonly leaks: readonly string[];
  /** Scorecards that each interviewer sees of each application when all have submitted. */
  readonly seenAtLast: readonly number[];
  readonly commands: readonly IssuedCommand[];
}

const SIZE = { jobs: 1, seats: 1, people: 3 };
const INTERVIEWERS = ['usr_ann', 'usr_ben'];
const MAKES = {
  planInterview: interviewEvents.planned.type,
  scheduleInterview: interviewEvents.scheduled.type,
  submitScorecard: scorecardEvents.submitted.type,
} as const;
const MAY_FOLLOW = [scorecardEvents.requested.type, interviewEvents.completed.type, interviewEvents.planned.type];
const MOST_TRIES = 30;

const interviewer = (userId: string): Caller => ({
  kind: 'user',
  tenantId: TENANT.id,
  userId,
  roles: ['INTERVIEWER'],
  name: null,
});

/** One interview of one application by one interviewer, from the plan to the scorecard. */
interface Assignment {
  readonly applicationId: string;
  readonly userId: string;
  interviewId: string | null;
  submitting: boolean;
}

/**
 * Interviews are planned, scheduled and judged while processes die and answers get lost. Each application is judged by two
 * people; between the commands they look at its scorecards, and must not see the other's while they owe their own.
 */
export async function simulateFeedback(seed: number): Promise<SimulatedFeedback> {
  const simulation = await openSimulation({ seed });
  const { random, observer, processes } = simulation;
  const prepared = await prepareScene(observer, SIZE);
  const scene: ClientScene = { ...prepared, random, processes, applications: [], commands: [] };
  await simulation.rest();
  const inputs = scene.unsent.splice(0);
  await simulation.drive(
    Promise.all(inputs.map((input, at) => issue(scene, 'addApplication', input, `add-${at}`, null))),
  );
  await simulation.rest();
  const assignments = scene.applications.flatMap(({ id }) =>
    INTERVIEWERS.map((userId): Assignment => ({ applicationId: id, userId, interviewId: null, submitting: false })),
  );
  const looks = { blind: 0, leaks: [] as string[] };
  simulation.setCalm(false);
  const clients = INTERVIEWERS.map((userId) =>
    judgeAll(
      scene,
      simulation,
      assignments,
      assignments.filter((own) => own.userId === userId),
      looks,
    ),
  );
  await simulation.drive(Promise.all(clients));
  simulation.setCalm(true);
  await simulation.step();
  const atRest = await simulation.rest();
  const faults = await simulation.faults(scene.commands);
  const seenAtLast = await Promise.all(assignments.map(async (own) => (await seenBy(observer.evaluation, own)).length));
  await simulation.close();
  return {
    faults: atRest ? faults : ['It never came to rest.', ...faults],
    blindLooks: looks.blind,
    leaks: looks.leaks,
    seenAtLast,
    commands: scene.commands,
  };
}

async function judgeAll(
  scene: ClientScene,
  simulation: Simulation,
  all: readonly Assignment[],
  own: readonly Assignment[],
  looks: { blind: number; readonly leaks: string[] },
): Promise<void> {
  const look = async (): Promise<void> => {
    for (const assignment of own) {
      const { evaluation } = await liveServices(scene);
      const owed = assignment.interviewId !== null && !assignment.submitting;
      const seen = await seenBy(evaluation, assignment).catch(() => []);
      // Who has begun to submit may have done so already.
      if (!owed || assignment.submitting) continue;
      looks.blind += 1;
      const others = seen.filter((userId) => userId !== assignment.userId);
      if (others.length > 0)
        looks.leaks.push(`${assignment.userId} sees ${others.join()} of ${assignment.applicationId}`);
    }
  };
  for (const assignment of own) {
    const { applicationId, userId } = assignment;
    const key = `${userId}-${applicationId}`;
    const plan = { applicationId, interviewerIds: [userId] };
    assignment.interviewId = await carryOut(scene, 'planInterview', plan, `plan-${key}`, ADMIN);
  }
  // Both have to owe before either submits: only then is there anything to be blind to.
  while (all.some(({ interviewId }) => interviewId === null)) await new Promise((resolve) => setImmediate(resolve));
  await look();
  for (const assignment of simulation.random() < 0.5 ? own : own.toReversed()) {
    const { interviewId, userId, applicationId } = assignment;
    const key = `${userId}-${applicationId}`;
    const times = { start: '2026-03-03T09:00:00.000Z', end: '2026-03-03T10:00:00.000Z', timeZone: 'UTC' };
    await carryOut(scene, 'scheduleInterview', { interviewId, ...times }, `schedule-${key}`, ADMIN);
    await look();
    assignment.submitting = true;
    const judgement = { interviewId, recommendation: 'YES' };
    await carryOut(scene, 'submitScorecard', judgement, `submit-${key}`, interviewer(userId));
    await look();
  }
}

/** Repeats a command with its key until it is settled. @returns the interview's id */
async function carryOut(
  scene: ClientScene,
  mutation: keyof typeof MAKES,
  input: object,
  correlationId: string,
  caller: Caller,
): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const shown = mutation === 'submitScorecard' ? 'scorecard { interview { id } }' : 'interview { id }';
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${shown} userErrors { code } } }`;
  interface Payload {
    readonly interview?: { readonly id: string } | null;
    readonly scorecard?: { readonly interview: { readonly id: string } } | null;
    readonly userErrors: readonly { readonly code: string }[];
  }
  const makes = [MAKES[mutation]];
  const known = { correlationId, makes, subject: null, mayFollow: MAY_FOLLOW };
  let why = '';
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const variables = { input: { ...input, idempotencyKey: correlationId } };
    const { evaluation } = await liveServices(scene);
    const answer = await ask<Record<string, Payload>>(evaluation, query, variables, correlationId, caller).catch(
      (error: unknown) => {
        why = String(error);
        return null;
      },
    );
    const payload = answer?.[mutation];
    const id = payload?.interview?.id ?? payload?.scorecard?.interview.id;
    if (id !== undefined) {
      scene.commands.push({ ...known, outcome: 'acknowledged' });
      return id;
    }
    if (payload !== undefined) why = payload.userErrors.map(({ code }) => code).join();
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`${correlationId} was never settled: ${why}`);
}

/** Whose scorecards somebody sees of an application. */
async function seenBy(
  evaluation: Parameters<typeof ask>[0],
  { applicationId, userId }: Assignment,
): Promise<readonly string[]> {
  const query = `query ($of: [_Any!]!) {
    _entities(representations: $of) { ... on Application { scorecards { interviewer { id } } } }
  }`;
  type Answer = { _entities: ({ scorecards: { interviewer: { id: string } }[] | null } | null)[] };
  const of = [{ __typename: 'Application', id: applicationId }];
  const data = await ask<Answer>(evaluation, query, { of }, 'look', interviewer(userId));
  return (data._entities[0]?.scorecards ?? []).map(({ interviewer: { id } }) => id);
}
