import { describe, expect, it } from '@jest/globals';
import type { InterviewFacts } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import fc from 'fast-check';
import type { InterviewState } from '../src/domain/interview.ts';
import type { ScorecardState } from '../src/domain/scorecard.ts';
import { interviewDefinition } from '../src/storage/interview-store.ts';
import { scorecardDefinition } from '../src/storage/scorecard-store.ts';
import { authorsShown, call, hourOn, versionOf } from './evaluation-calls.ts';
import { type Ask, createEvaluationWorld, type EvaluationWorld, TENANT } from './evaluation-world.ts';

const USERS = ['usr_a', 'usr_b', 'usr_c'] as const;
type User = (typeof USERS)[number];

type Command =
  | { readonly kind: 'planInterview'; readonly by: User; readonly users: readonly User[] }
  | { readonly kind: 'setInterviewers'; readonly by: User; readonly users: readonly User[]; readonly which: number }
  | {
      readonly kind: 'scheduleInterview' | 'completeInterview' | 'cancelInterview' | 'markNoShow' | 'submitScorecard';
      readonly by: User;
      readonly which: number;
    };

const by = fc.constantFrom(...USERS);
const users = fc.subarray([...USERS]);
const which = fc.nat({ max: 2 });
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ kind: fc.constant('planInterview' as const), by, users }),
  fc.record({ kind: fc.constant('setInterviewers' as const), by, users, which }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('submitScorecard' as const), by, which }) },
  fc.record({
    kind: fc.constantFrom('scheduleInterview', 'completeInterview', 'cancelInterview', 'markNoShow'),
    by,
    which,
  }),
);

/** The owing rule once more, as simply as it can be said. */
interface ModelInterview {
  readonly id: string;
  readonly asked: Set<User>;
  readonly submitted: Set<User>;
}

class Model {
  readonly interviews: ModelInterview[] = [];

  owes(user: User): boolean {
    return this.interviews.some(({ asked, submitted }) => asked.has(user) && !submitted.has(user));
  }

  authorsFor(user: User): readonly string[] {
    const submitted = this.interviews.flatMap((interview) => [...interview.submitted]);
    const own = this.interviews
      .filter(({ asked, submitted: done }) => asked.has(user) || done.has(user))
      .map(() => user);
    return [...own, ...(this.owes(user) ? [] : submitted.filter((one) => one !== user))].sort();
  }

  apply(command: Command, interview: ModelInterview | undefined): void {
    if (interview === undefined) return;
    const { asked, submitted } = interview;
    switch (command.kind) {
      case 'setInterviewers':
        for (const user of asked) if (!command.users.includes(user) && user !== command.by) asked.delete(user);
        for (const user of command.users) asked.add(user);
        return;
      case 'submitScorecard':
        submitted.add(command.by);
        return;
      case 'cancelInterview':
      case 'markNoShow':
        asked.clear();
        return;
      case 'planInterview':
      case 'scheduleInterview':
      case 'completeInterview':
        return;
    }
  }
}

async function carryOut(ask: Ask, command: Command, interviewId: string | undefined) {
  if (command.kind === 'planInterview') {
    return await call(ask, command.kind, { applicationId: 'app_1', interviewerIds: command.users });
  }
  if (interviewId === undefined) return null;
  switch (command.kind) {
    case 'setInterviewers': {
      const expectedVersion = await versionOf(ask, interviewId);
      return await call(ask, command.kind, { interviewId, interviewerIds: command.users, expectedVersion });
    }
    case 'scheduleInterview':
      return await call(ask, command.kind, { interviewId, ...hourOn(10), idempotencyKey: interviewId });
    case 'submitScorecard':
      return await call(ask, command.kind, { interviewId, recommendation: 'YES' });
    case 'completeInterview':
    case 'cancelInterview':
    case 'markNoShow':
      return await call(ask, command.kind, { interviewId });
  }
}

/** Sequences begin at 1 and have no gap, each aggregate by itself. */
function expectNoGaps(events: readonly EventEnvelope[]): ReadonlyMap<string, readonly EventEnvelope[]> {
  const bySubject = new Map<string, EventEnvelope[]>();
  for (const event of events) bySubject.set(event.subject, [...(bySubject.get(event.subject) ?? []), event]);
  for (const list of bySubject.values()) {
    expect(list.map(({ sequence }) => sequence)).toEqual(list.map((_event, index) => index + 1));
  }
  return bySubject;
}

/** What the stream alone says of each aggregate is what the store says of it. */
async function expectStreamEqualsState(world: EvaluationWorld, events: readonly EventEnvelope[]): Promise<void> {
  const interviews = world.storage.aggregates<InterviewState>(interviewDefinition);
  const scorecards = world.storage.aggregates<ScorecardState>(scorecardDefinition);
  for (const [id, list] of expectNoGaps(events)) {
    const last = list.at(-1) as EventEnvelope;
    if (id.startsWith('int_')) {
      const { state } = (await interviews.load(TENANT, id))!;
      const { status, interviewerIds, revision, start } = last.data as InterviewFacts;
      expect({ status, interviewerIds, revision, start }).toEqual({
        status: state.status,
        interviewerIds: state.interviewerIds,
        revision: state.revisions.length,
        start: state.slot?.start ?? null,
      });
      expect((await interviews.history(TENANT, id)).map(({ event }) => event)).toEqual(list);
    } else {
      const { state } = (await scorecards.load(TENANT, id))!;
      expect(last.type).toBe(`com.hiregraph.scorecard.${factOf(state)}.v1`);
      expect((await scorecards.history(TENANT, id)).map(({ event }) => event)).toEqual(list);
    }
  }
}

function factOf({ status, owed }: ScorecardState): string {
  if (status === 'DRAFT') return owed ? 'requested' : 'released';
  return status === 'SUBMITTED' ? 'submitted' : 'amended';
}

describe('any sequence of commands', () => {
  it('keeps everybody blind exactly while they owe, and leaves history, events and state equal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { minLength: 4, maxLength: 14 }), async (commands) => {
        const world = await createEvaluationWorld();
        await world.job({ id: 'job_1' });
        await world.application('app_1', 'job_1');
        const asks = new Map(USERS.map((user) => [user, world.as(user, 'RECRUITER')]));
        const model = new Model();
        for (const command of commands) {
          world.clock.advance(1);
          const interview = command.kind === 'planInterview' ? undefined : model.interviews[command.which];
          const outcome = await carryOut(asks.get(command.by)!, command, interview?.id);
          expect(outcome?.errors ?? []).toEqual([]);
          if (outcome?.userErrors.length === 0) {
            if (command.kind === 'planInterview') {
              model.interviews.push({ id: outcome.object!.id, asked: new Set(command.users), submitted: new Set() });
            }
            model.apply(command, interview);
          }
          for (const user of USERS)
            expect(await authorsShown(asks.get(user)!, 'app_1')).toEqual(model.authorsFor(user));
        }
        await expectStreamEqualsState(world, await world.relay());
        await world.stop();
      }),
      { numRuns: 15 },
    );
  });

  it('shows nobody what they owe, with commands and readings all under way at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(users, { minLength: 2, maxLength: 4 }), async (scheduler, sets) => {
        const world = await createEvaluationWorld(() => scheduler.schedule(Promise.resolve()));
        const ask = (user: User) => world.as(user, 'RECRUITER');
        await scheduler.waitFor(world.job({ id: 'job_1' }));
        await scheduler.waitFor(world.application('app_1', 'job_1'));
        const plan = { applicationId: 'app_1', interviewerIds: ['usr_a', 'usr_b'] };
        const { object } = await scheduler.waitFor(call(ask('usr_c'), 'planInterview', plan));
        const interviewId = object!.id;
        // usr_a never submits and is never taken off by anybody else: whatever the others do, they see nothing of them.
        const settings = sets.map(async (interviewerIds) => {
          const all = [...new Set(['usr_a', ...interviewerIds])];
          const expectedVersion = await versionOf(ask('usr_c'), interviewId);
          return await call(ask('usr_c'), 'setInterviewers', { interviewId, interviewerIds: all, expectedVersion });
        });
        const submission = call(ask('usr_b'), 'submitScorecard', { interviewId, recommendation: 'NO' });
        const readings = Array.from({ length: 4 }, () => authorsShown(ask('usr_a'), 'app_1'));
        const [shown] = await scheduler.waitFor(Promise.all([Promise.all(readings), submission, ...settings]));
        for (const authors of shown) expect(authors?.filter((author) => author !== 'usr_a') ?? []).toEqual([]);
        await scheduler.waitFor(world.relay());
        await world.stop();
      }),
      { numRuns: 12 },
    );
  });
});
