import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Caller, type StaffRole, TEAM_ROLES, type TeamRole } from '@hiregraph/kernel';
import { sharedTypeDefs } from '@hiregraph/subgraph';
import { isObjectType } from 'graphql';
import { buildASTSchema, parse } from 'graphql';
import {
  ACCESS_RULES,
  assertMayChange,
  assertRoleMay,
  canReadJob,
  canReadPost,
  canReadUser,
  type Guarded,
  permits,
  roleMay,
  standingsTo,
  viewerKeys,
} from '../../src/application/access-rules.ts';
import type { JobPost } from '../../src/domain/job-post.ts';
import { jobTypeDefs } from '../../src/index.ts';
import { givenDraft } from '../domain/given-job.ts';

const TENANT = 'ten_acme';
const ME = 'usr_me';

/** Who asks: `RECRUITER` is a token; `HIRING_MANAGER+INTERVIEWER` a token and a role on the job's team. */
const CALLERS = [
  'ADMIN',
  'RECRUITER',
  'RECRUITER+RECRUITER',
  'RECRUITER+INTERVIEWER',
  'HIRING_MANAGER',
  'HIRING_MANAGER+HIRING_MANAGER',
  'HIRING_MANAGER+RECRUITER',
  'HIRING_MANAGER+COORDINATOR',
  'HIRING_MANAGER+INTERVIEWER',
  'INTERVIEWER',
  'INTERVIEWER+HIRING_MANAGER',
  'ANALYST',
  'ANALYST+INTERVIEWER',
  'CANDIDATE',
  'NO_TOKEN',
  'SERVICE',
  'OTHER_TENANT',
] as const;
type Who = (typeof CALLERS)[number];

function callerOf(who: Who): { caller: Caller; teamRole: TeamRole | null } {
  if (who === 'NO_TOKEN') return { caller: ANONYMOUS, teamRole: null };
  if (who === 'CANDIDATE') {
    return { caller: { kind: 'candidate', tenantId: TENANT, candidateId: 'cand_1' }, teamRole: null };
  }
  if (who === 'SERVICE') return { caller: { kind: 'service', tenantId: TENANT, service: 'candidate' }, teamRole: null };
  if (who === 'OTHER_TENANT') {
    const caller: Caller = { kind: 'user', tenantId: 'ten_other', userId: ME, roles: ['ADMIN'], name: null };
    return { caller, teamRole: 'HIRING_MANAGER' };
  }
  const [role, teamRole] = who.split('+');
  const caller: Caller = { kind: 'user', tenantId: TENANT, userId: ME, roles: [role as StaffRole], name: null };
  return { caller, teamRole: (teamRole as TeamRole | undefined) ?? null };
}

const jobWith = (teamRole: TeamRole | null, confidential: boolean) => ({
  tenantId: TENANT,
  state: {
    ...givenDraft().job,
    confidential,
    hiringTeam: teamRole === null ? [] : [{ userId: ME, role: teamRole }],
  },
});

const OPEN_READERS: readonly Who[] = CALLERS.slice(0, CALLERS.indexOf('CANDIDATE'));
const HIDDEN_READERS: readonly Who[] = OPEN_READERS.filter((who) => who === 'ADMIN' || who.includes('+'));
const WRITERS: readonly Who[] = ['ADMIN', 'RECRUITER', 'RECRUITER+RECRUITER', 'RECRUITER+INTERVIEWER'];
const HIDDEN_WRITERS: readonly Who[] = ['ADMIN', 'RECRUITER+RECRUITER'];
const MANAGERS: readonly Who[] = ['HIRING_MANAGER+HIRING_MANAGER', 'HIRING_MANAGER+RECRUITER'];
const COLLEAGUES: readonly Who[] = OPEN_READERS.filter((who) => !who.startsWith('ANALYST'));

interface Expected {
  readonly open: readonly Who[];
  readonly confidential: readonly Who[];
}
const READ: Expected = { open: OPEN_READERS, confidential: HIDDEN_READERS };
const WRITE: Expected = { open: WRITERS, confidential: HIDDEN_WRITERS };
const EDIT: Expected = { open: [...WRITERS, ...MANAGERS], confidential: [...HIDDEN_WRITERS, ...MANAGERS] };
const TEAM: Expected = { open: COLLEAGUES, confidential: HIDDEN_READERS.filter((who) => COLLEAGUES.includes(who)) };

/** Everything about one job: who may, when it is open to the company and when it is confidential. */
const OF_A_JOB: Readonly<Partial<Record<Guarded, Expected>>> = {
  'Query.job': READ,
  'Job.*': READ,
  'Job.hiringTeam': TEAM,
  'PipelineStage.*': READ,
  'Opening.*': READ,
  'Opening.application': {
    open: [...WRITERS, ...MANAGERS, 'HIRING_MANAGER+COORDINATOR', 'ANALYST', 'ANALYST+INTERVIEWER'],
    confidential: [...HIDDEN_WRITERS, ...MANAGERS, 'HIRING_MANAGER+COORDINATOR', 'ANALYST+INTERVIEWER'],
  },
  'OpeningConnection.*': READ,
  'OpeningEdge.*': READ,
  'Criterion.*': READ,
  'SourceSpan.*': READ,
  'HiringTeamMember.*': TEAM,
  'JobPost.job': READ,
  'Mutation.updateJob': WRITE,
  'Mutation.openJob': WRITE,
  'Mutation.holdJob': WRITE,
  'Mutation.resumeJob': WRITE,
  'Mutation.closeJob': WRITE,
  'Mutation.reopenJob': WRITE,
  'Mutation.archiveJob': WRITE,
  'Mutation.addOpenings': EDIT,
  'Mutation.closeOpening': EDIT,
  'Mutation.addStage': EDIT,
  'Mutation.updateStage': EDIT,
  'Mutation.reorderStages': EDIT,
  'Mutation.retireStage': EDIT,
  'Mutation.setHiringTeam': WRITE,
  'Mutation.setCriteria': EDIT,
  'Mutation.createJobPost': WRITE,
  'Mutation.updateJobPost': WRITE,
  'Mutation.publishJobPost': WRITE,
  'Mutation.unpublishJobPost': WRITE,
};

const RECRUITING: readonly Who[] = ['ADMIN', 'OTHER_TENANT', ...CALLERS.filter((who) => who.startsWith('RECRUITER'))];
const STAFF: readonly Who[] = ['OTHER_TENANT', ...COLLEAGUES];
const EVERYBODY: readonly Who[] = CALLERS;
const TOKENS: readonly Who[] = ['OTHER_TENANT', ...OPEN_READERS];

/** Everything about the caller's own company as such: who may, by the token alone. */
const OF_THE_COMPANY: Readonly<Partial<Record<Guarded, readonly Who[]>>> = {
  'Query.me': TOKENS,
  'Query.users': STAFF,
  'Query.jobs': TOKENS,
  'Query.rejectionReasons': STAFF,
  'Query.jobPost': EVERYBODY,
  'Query.publishedJobPosts': EVERYBODY,
  'Query.jobFacts': ['SERVICE'],
  'Query.rejectionReasonFacts': ['SERVICE'],
  'Mutation.createJob': RECRUITING,
  'Mutation.importJobPosting': RECRUITING,
  'Mutation.createRejectionReason': RECRUITING,
  'Mutation.retireRejectionReason': RECRUITING,
  'Mutation.upsertUser': ['ADMIN', 'OTHER_TENANT'],
  'RejectionReason.*': STAFF,
  'User.*': STAFF,
  'User.tenant': STAFF,
  'Tenant.*': STAFF,
  'JobConnection.*': TOKENS,
  'JobEdge.*': TOKENS,
  'JobPost.*': EVERYBODY,
  'JobPostQuestion.*': EVERYBODY,
  'JobPostConnection.*': EVERYBODY,
  'JobPostEdge.*': EVERYBODY,
  'RejectionReasonConnection.*': STAFF,
  'RejectionReasonEdge.*': STAFF,
  'UserConnection.*': STAFF,
  'UserEdge.*': STAFF,
  'JobFacts.*': ['SERVICE'],
  'StageFacts.*': ['SERVICE'],
  'TeamFacts.*': ['SERVICE'],
  'CriterionFacts.*': ['SERVICE'],
  'RequiredQuestionFacts.*': ['SERVICE'],
  'RejectionReasonFacts.*': ['SERVICE'],
};

const entriesOf = <T>(table: Readonly<Partial<Record<Guarded, T>>>): readonly (readonly [Guarded, T])[] =>
  Object.entries(table) as unknown as readonly (readonly [Guarded, T])[];

describe('the rights table', () => {
  it('is tested in every row', () => {
    const tested = [...Object.keys(OF_A_JOB), ...Object.keys(OF_THE_COMPANY)].sort();
    expect(tested).toEqual(Object.keys(ACCESS_RULES).sort());
  });

  it('has a row for every operation and field of the schema', () => {
    const schema = buildASTSchema(
      parse(`${sharedTypeDefs.replace(/extend schema[\s\S]*?(?=\n""")/u, '')}\n${jobTypeDefs}`),
      {
        assumeValidSDL: true,
      },
    );
    const shared = new Set(['PageInfo', 'UserError']);
    const missing = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__') && !name.endsWith('Payload') && !shared.has(name))
      // The stub of another subgraph: nothing of it is answered here.
      .filter(({ name }) => name !== 'Application')
      .flatMap((type) =>
        Object.keys(type.getFields()).map((field) => [`${type.name}.${field}`, `${type.name}.*`] as const),
      )
      .filter(([field, all]) => !(field in ACCESS_RULES) && !(all in ACCESS_RULES));
    expect(missing).toEqual([]);
  });

  describe.each(entriesOf(OF_A_JOB))('%s', (guarded, expected) => {
    it.each(CALLERS)('of a job that is not confidential, for %s', (who) => {
      const { caller, teamRole } = callerOf(who);
      expect(permits(guarded, standingsTo(caller, jobWith(teamRole, false)))).toBe(expected.open.includes(who));
    });
    it.each(CALLERS)('of a confidential job, for %s', (who) => {
      const { caller, teamRole } = callerOf(who);
      expect(permits(guarded, standingsTo(caller, jobWith(teamRole, true)))).toBe(expected.confidential.includes(who));
    });
    it.each(CALLERS)('is allowed by the token alone, for %s, where it is allowed for any job', (who) => {
      if (expected.open.includes(who)) expect(roleMay(callerOf(who).caller, guarded)).toBe(true);
      else if (callerOf(who).caller.kind !== 'user') expect(roleMay(callerOf(who).caller, guarded)).toBe(false);
    });
  });

  describe.each(entriesOf(OF_THE_COMPANY))('%s', (guarded, expected) => {
    it.each(CALLERS)('for %s', (who) => {
      expect(roleMay(callerOf(who).caller, guarded)).toBe(expected.includes(who));
    });
  });
});

describe('guards', () => {
  it('refuse what a token never allows: without one UNAUTHENTICATED, with the wrong one FORBIDDEN', () => {
    expect(() => assertRoleMay(ANONYMOUS, 'Query.jobs')).toThrow(expect.objectContaining({ code: 'UNAUTHENTICATED' }));
    expect(() => assertRoleMay(callerOf('CANDIDATE').caller, 'Query.jobs')).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });

  it('answer NOT_FOUND for a job that the caller may not know of, FORBIDDEN for one that they may only read', () => {
    const change = (who: Who, confidential: boolean) => () => {
      const { caller, teamRole } = callerOf(who);
      assertMayChange(caller, 'Mutation.updateJob', jobWith(teamRole, confidential), ['input', 'jobId']);
    };
    expect(change('RECRUITER', true)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(change('RECRUITER+INTERVIEWER', true)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(change('HIRING_MANAGER', false)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(change('OTHER_TENANT', false)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    expect(change('RECRUITER', false)).not.toThrow();
  });

  it.each(CALLERS)('show a published post to %s, and another one to those who may read its job', (who) => {
    const { caller, teamRole } = callerOf(who);
    const job = jobWith(teamRole, false);
    const post = { status: 'PUBLISHED' } as JobPost;
    expect(canReadPost(caller, job, post)).toBe(true);
    expect(canReadPost(caller, job, { ...post, status: 'DRAFT' })).toBe(canReadJob(caller, job));
  });

  it('show an ANALYST themselves alone in the directory, and candidates nobody', () => {
    const { caller } = callerOf('ANALYST');
    expect([canReadUser(caller, ME), canReadUser(caller, 'usr_other')]).toEqual([true, false]);
    expect(canReadUser(callerOf('CANDIDATE').caller, ME)).toBe(false);
    expect(canReadUser(callerOf('INTERVIEWER').caller, 'usr_other')).toBe(true);
  });

  it('find jobs for lists exactly where a job is readable', () => {
    for (const who of CALLERS) {
      const { caller } = callerOf(who);
      const expected = who === 'ADMIN' || who === 'OTHER_TENANT' ? ['admin'] : ['staff', ME];
      expect(viewerKeys(caller)).toEqual(caller.kind === 'user' ? expected : []);
    }
  });

  it('give every team role of a confidential job to read', () => {
    for (const role of TEAM_ROLES) {
      expect(canReadJob(callerOf('INTERVIEWER').caller, jobWith(role, true))).toBe(true);
    }
  });
});
