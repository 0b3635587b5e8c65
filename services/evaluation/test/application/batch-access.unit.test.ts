import { describe, expect, it } from '@jest/globals';
import { STAFF_ROLES, silentLogger, type TeamRole, type UserCaller, type Caller } from '@hiregraph/kernel';
import fc from 'fast-check';
import { ACCESS_RULES, type Guarded } from '../../src/application/access-rules.ts';
import { findApplication, findApplications, type SeenApplication } from '../../src/application/application-access.ts';
import type { Asking } from '../../src/application/asking.ts';
import type { Knowledge } from '../../src/application/knowledge.ts';
import { createRequestReads, type RequestReads } from '../../src/application/request-reads.ts';
import { createShownFeedbacks, scorecardsOf } from '../../src/application/shown-feedback.ts';
import type { KnownJobRow, Stores } from '../../src/application/stores.ts';
import type { Standing } from '../../src/domain/assignment.ts';

const AT = '2026-03-02T09:00:00.000Z';
const USERS = ['usr_1', 'usr_2', 'usr_3'];
const TEAM_ROLES: readonly TeamRole[] = ['HIRING_MANAGER', 'RECRUITER', 'COORDINATOR', 'INTERVIEWER'];
const JOBS = ['job_1', 'job_2', 'job_3'];
const PLACES = [0, 1, 2, 3, 4];

const teamOf = fc.array(fc.record({ userId: fc.constantFrom(...USERS), role: fc.constantFrom(...TEAM_ROLES) }), {
  maxLength: 3,
});
const jobOf = fc.record({ confidential: fc.boolean(), hiringTeam: teamOf }).map(
  (facts): KnownJobRow => ({
    ...facts,
    stages: [],
    criteria: [],
    teamUserIds: facts.hiringTeam.map(({ userId }) => userId),
  }),
);
const interviewOf = fc.record({
  userId: fc.constantFrom(...USERS),
  standing: fc.constantFrom<Standing>('ON', 'LEFT', 'OFF'),
  feedbackAt: fc.constantFrom(AT, null),
});
const scorecardOf = fc.record({
  userId: fc.constantFrom(...USERS),
  jobId: fc.constantFrom(...JOBS),
  status: fc.constantFrom('DRAFT', 'SUBMITTED'),
  owed: fc.boolean(),
});
const worldOf = fc.record({
  /** As this service knows them; a job that it does not know is asked for and absent. */
  jobs: fc.tuple(...JOBS.map(() => fc.option(jobOf))),
  /** As their owner has them now. */
  refreshed: fc.tuple(...JOBS.map(() => fc.option(jobOf))),
  applications: fc.tuple(...PLACES.map(() => fc.option(fc.constantFrom(...JOBS)))),
  interviews: fc.tuple(...PLACES.map(() => fc.array(interviewOf, { maxLength: 3 }))),
  scorecards: fc.tuple(...PLACES.map(() => fc.array(scorecardOf, { maxLength: 4 }))),
});
type World = typeof worldOf extends fc.Arbitrary<infer Value> ? Value : never;

const user = fc
  .record({ userId: fc.constantFrom(...USERS), roles: fc.uniqueArray(fc.constantFrom(...STAFF_ROLES)) })
  .map((one): UserCaller => ({ kind: 'user', tenantId: 'ten_1', name: null, ...one }));
const callerOf: fc.Arbitrary<Caller> = fc.oneof(
  { weight: 6, arbitrary: user },
  fc.constant<Caller>({ kind: 'candidate', tenantId: 'ten_1', candidateId: 'can_1' }),
  fc.constant<Caller>({ kind: 'service', tenantId: 'ten_1', service: 'candidate' }),
  fc.constant<Caller>({ kind: 'anonymous' }),
);

const idsOf = PLACES.map((place) => `app_${place}`);

function knowledgeOf({ jobs, refreshed, applications }: World): Knowledge {
  const jobAt = (rows: World['jobs'], id: string) => {
    const state = rows[JOBS.indexOf(id)] ?? null;
    return state === null ? null : { id, sequence: 1, state };
  };
  const entry = (id: string) => {
    const place = idsOf.indexOf(id);
    const jobId = applications[place] ?? null;
    const candidateId = `can_${place}`;
    const facts = { stageId: 'stg_1', status: 'ACTIVE' as const, changedAt: AT };
    return jobId === null ? null : { id, sequence: 1, state: { ...facts, jobId, candidateId } };
  };
  const found = <Row extends { readonly id: string }>(rows: readonly (Row | null)[]) =>
    new Map(rows.filter((row) => row !== null).map((row) => [row.id, row]));
  return {
    jobs: (_asking, _tenant, ids) => Promise.resolve(found(ids.map((id) => jobAt(jobs, id)))),
    refreshedJob: (_asking, _tenant, id) => Promise.resolve(jobAt(refreshed, id)),
    applications: (_asking, _tenant, ids) => Promise.resolve(found(ids.map(entry))),
    refreshedApplication: () => Promise.resolve(null),
  };
}

/** The stores' part that feedback is read from; the rest is asked by nobody here. */
function storesOf({ interviews, scorecards }: World): Stores {
  const stored = (id: string, state: object) => ({ id, storageVersion: 1, state });
  const places = (ids: readonly string[]) => ids.map((id) => idsOf.indexOf(id));
  const interviewAt = (place: number) =>
    (interviews[place] ?? []).map(({ userId, standing, feedbackAt }, at) => {
      const assignments = [{ interviewerId: userId, standing, round: 1, since: AT, feedbackAt }];
      return stored(`int_${place}_${at}`, { status: 'SCHEDULED', assignments });
    });
  const scorecardAt = (place: number) =>
    (scorecards[place] ?? []).map(({ userId, ...rest }, at) =>
      stored(`scr_${place}_${at}`, { ...rest, interviewId: `int_${place}_${at}`, interviewerId: userId }),
    );
  return {
    interviews: {
      ofApplications: (_tenant: string, ids: readonly string[]) => Promise.resolve(places(ids).map(interviewAt)),
    },
    scorecards: {
      ofApplications: (_tenant: string, ids: readonly string[]) => Promise.resolve(places(ids).map(scorecardAt)),
    },
  } as unknown as Stores;
}

function readsOf(world: World, caller: Caller): RequestReads {
  const asking = { caller, logger: silentLogger } as unknown as Asking;
  return createRequestReads(storesOf(world), knowledgeOf(world), asking);
}

const seenAs = (seen: SeenApplication | null) => seen && { ...seen, standings: [...seen.standings].sort() };
const guards = Object.keys(ACCESS_RULES).filter((name) => name.startsWith('Application.')) as Guarded[];
const listOf = fc.array(fc.constantFrom(...idsOf, 'app_none'), { maxLength: 8 });

describe('a list of applications', () => {
  it('is decided as each of them is by itself', async () => {
    await fc.assert(
      fc.asyncProperty(worldOf, callerOf, listOf, fc.constantFrom(...guards), async (world, caller, ids, guarded) => {
        const alone = await Promise.all(ids.map((id) => findApplication(readsOf(world, caller), id, guarded)));
        const batch = await findApplications(readsOf(world, caller), ids, guarded);
        expect(batch.map(seenAs)).toEqual(alone.map(seenAs));
      }),
      { numRuns: 100 },
    );
  });

  it('shows of each what it shows of it by itself, and records the same', async () => {
    const show = async (world: World, caller: Caller, ids: readonly string[]) => {
      const recorded: unknown[] = [];
      const sightings = {
        record: (_asking: unknown, _tenant: string, userId: string, showings: readonly object[]) => {
          for (const showing of showings) {
            const { applicationId, others, roundTheRule } = showing as Record<string, unknown>;
            recorded.push({ userId, applicationId, others, roundTheRule });
          }
          return Promise.resolve();
        },
        hasSeenOthers: () => Promise.resolve(false),
      };
      const shown = createShownFeedbacks(readsOf(world, caller), sightings);
      const lists = await Promise.allSettled(ids.map(async (id) => await scorecardsOf(shown, id)));
      return { lists, recorded };
    };
    await fc.assert(
      fc.asyncProperty(worldOf, callerOf, async (world, caller) => {
        const batch = await show(world, caller, idsOf);
        const alone = await Promise.all(idsOf.map((id) => show(world, caller, [id])));
        expect(batch.lists).toEqual(alone.flatMap(({ lists }) => lists));
        expect(batch.recorded).toEqual(alone.flatMap(({ recorded }) => recorded));
      }),
      { numRuns: 100 },
    );
  });
});
