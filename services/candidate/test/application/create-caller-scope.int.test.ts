import type { StaffRole, UserCaller } from '@hiregraph/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CallerScope } from '../../src/application/caller-scope.ts';
import { createCallerScope } from '../../src/application/create-caller-scope.ts';
import { createJobRows } from '../../src/application/job-rows.ts';
import { openStores } from '../../src/storage/open-stores.ts';
import { type CandidateWorld, createCandidateWorld } from '../candidate-world.ts';
import { TENANT } from '../job-side.ts';

let world: CandidateWorld;

beforeEach(async () => {
  world = await createCandidateWorld();
  await world.job('job_open', { team: [{ userId: 'usr_1', role: 'COORDINATOR' }] });
  await world.job('job_secret', { confidential: true });
  await world.job('job_own', { confidential: true, team: [{ userId: 'usr_1', role: 'RECRUITER' }] });
});
afterEach(() => world.stop());

function scopeOf(...roles: StaffRole[]): CallerScope {
  const stores = openStores(world.storage);
  const caller: UserCaller = { kind: 'user', tenantId: TENANT, userId: 'usr_1', roles, name: null };
  return createCallerScope(
    stores,
    caller,
    createJobRows(stores.jobs, () => TENANT),
  );
}

describe('sight of some jobs', () => {
  const ALL = ['job_open', 'job_secret', 'job_own', 'job_unknown'];

  it.each<StaffRole>(['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER', 'ANALYST'])(
    'says of each what sight of all says, for %s',
    async (role) => {
      const some = await scopeOf(role).sight(ALL);
      const whole = await scopeOf(role).whole();
      expect(ALL.map((id) => [some.hides(id), some.teamRoles(id)])).toEqual(
        ALL.map((id) => [whole.hides(id), whole.teamRoles(id)]),
      );
      expect(ALL.filter((id) => some.hides(id))).toEqual(role === 'ADMIN' ? [] : ['job_secret']);
    },
  );

  it('refuses to say anything of a job that it was not asked for, rather than call it open', async () => {
    const sight = await scopeOf('RECRUITER').sight(['job_open']);
    expect(sight.hides('job_open')).toBe(false);
    expect(() => sight.hides('job_secret')).toThrow(RangeError);
    expect(() => sight.teamRoles('job_secret')).toThrow(RangeError);
  });

  it('reads each row once, and those of one level together', async () => {
    const scope = scopeOf('RECRUITER');
    world.reads.length = 0;
    await Promise.all(ALL.slice(0, 3).map(async (id) => await scope.sight([id])));
    await scope.sight(['job_open', 'job_own']);
    expect(world.reads).toEqual(['jobs.find']);
  });
});

describe('sight of jobs that are known already', () => {
  it.each<StaffRole>(['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER', 'ANALYST'])(
    'is there without waiting and without a read, for %s',
    async (role) => {
      const scope = scopeOf(role);
      const waited = await scope.sight(['job_open', 'job_secret']);
      world.reads.length = 0;
      expect(scope.sight(['job_secret'])).toBe(waited);
      expect(scope.sight([])).toBe(waited);
      expect(world.reads).toEqual([]);
    },
  );

  it('looks again for a job that was not there, since it may have been learnt meanwhile', async () => {
    const scope = scopeOf('RECRUITER');
    expect((await scope.sight(['job_late'])).hides('job_late')).toBe(false);
    expect(scope.sight(['job_late'])).toBeInstanceOf(Promise);
  });
});
