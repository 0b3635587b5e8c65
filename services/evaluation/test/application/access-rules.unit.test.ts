import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ANONYMOUS, type Caller, type StaffRole, type TeamRole } from '@hiregraph/kernel';
import { Kind, parse } from 'graphql';
import {
  ACCESS_RULES,
  assertRoleMay,
  type Guarded,
  permits,
  possibleStandings,
  type Standing,
  standingsOf,
} from '../../src/application/access-rules.ts';
import type { KnownJob } from '../../src/domain/known-facts.ts';

const COLUMNS: readonly Standing[] = [
  'ADMIN',
  'RECRUITER',
  'MANAGER',
  'COORDINATOR',
  'INTERVIEWER',
  'COLLEAGUE',
  'CANDIDATE',
  'ANALYST',
  'SERVICE',
];

/** The table once more, by hand: x may, . may not; columns as above. */
const TABLE: Readonly<Record<Guarded, string>> = {
  'Query.interview': 'xxxxx.x..',
  'Query.interviews': 'xxxxx..x.',
  'Query.myInterviews': 'xxxx.xx..',
  'Query.myOwedScorecards': 'xxxx.x...',
  'Query.scorecard': 'xxx.x....',
  'Query.interviewFacts': '........x',
  'Mutation.createInterviewKit': 'xxxx.....',
  'Mutation.updateInterviewKit': 'xxxx.....',
  'Mutation.planInterview': 'xxxx.....',
  'Mutation.scheduleInterview': 'xxxx.....',
  'Mutation.rescheduleInterview': 'xxxx.....',
  'Mutation.setInterviewers': 'xxxx.....',
  'Mutation.cancelInterview': 'xxxx.....',
  'Mutation.completeInterview': 'xxxx.....',
  'Mutation.markNoShow': 'xxxx.....',
  'Mutation.saveScorecardDraft': '....x....',
  'Mutation.submitScorecard': '....x....',
  'Mutation.amendScorecard': '....x....',
  'Application.id': 'xxxxx.xx.',
  'Application.interviews': 'xxxxx.x..',
  'Application.scorecards': 'xxx.x....',
  'Application.feedbackSummary': 'xxx.x....',
  'Application.owedFeedback': 'xxxxx....',
  'Job.id': 'xxxxxxxx.',
  'Job.interviewKits': 'xxxx.x...',
  'Interview.id': 'xxxxx.x..',
  'Interview.application': 'xxxxx.x..',
  'Interview.stage': 'xxxxx....',
  'Interview.kit': 'xxxxx....',
  'Interview.interviewers': 'xxxxx....',
  'Interview.start': 'xxxxx.x..',
  'Interview.end': 'xxxxx.x..',
  'Interview.timeZone': 'xxxxx.x..',
  'Interview.location': 'xxxxx.x..',
  'Interview.status': 'xxxxx.x..',
  'Interview.revision': 'xxxxx....',
  'Interview.revisions': 'xxxxx....',
  'Interview.attention': 'xxxxx....',
  'Interview.version': 'xxxxx.x..',
  'Interview.createdAt': 'xxxxx.x..',
  'Interview.updatedAt': 'xxxxx.x..',
  'InterviewRevision.*': 'xxxxx....',
  'InterviewAttention.*': 'xxxxx....',
  'InterviewKit.*': 'xxxx.x...',
  'InterviewQuestion.*': 'xxxx.x...',
  'Scorecard.*': 'xxx.x....',
  'ScorecardRating.*': 'xxx.x....',
  'ScorecardRevision.*': 'xxx.x....',
  'FeedbackSummary.*': 'xxx.x....',
  'CriterionFeedback.*': 'xxx.x....',
  'RatingSummary.*': 'xxx.x....',
  'RatingDistribution.*': 'xxx.x....',
  'OwedFeedback.*': 'xxxxx....',
  'InterviewConnection.edges': 'xxxxx.x..',
  'InterviewConnection.nodes': 'xxxxx.x..',
  'InterviewConnection.pageInfo': 'xxxxxxxx.',
  'InterviewConnection.totalCount': 'xxxxxxxx.',
  'InterviewEdge.*': 'xxxxx.x..',
  'ScorecardConnection.*': 'xxxx.x...',
  'ScorecardEdge.*': 'xxx.x....',
  'InterviewKitConnection.*': 'xxxx.x...',
  'InterviewKitEdge.*': 'xxxx.x...',
  'InterviewFacts.*': '........x',
};

const cells = (Object.entries(TABLE) as [Guarded, string][]).flatMap(([guarded, row]) =>
  COLUMNS.map((standing, column) => [guarded, standing, row[column] === 'x'] as const),
);

function user(...roles: StaffRole[]): Caller {
  return { kind: 'user', tenantId: 'ten_1', userId: 'usr_me', roles, name: null };
}

function job(confidential: boolean, role: TeamRole | null): KnownJob {
  return { confidential, stages: [], criteria: [], hiringTeam: role === null ? [] : [{ userId: 'usr_me', role }] };
}

const schema = parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
/** Types of others, and payloads, whose objects are guarded by themselves. */
const UNGUARDED = /^(PipelineStage|Criterion|User|.*Payload)$/u;
const FIELDS = schema.definitions.flatMap((definition) =>
  definition.kind === Kind.OBJECT_TYPE_DEFINITION && !UNGUARDED.test(definition.name.value)
    ? (definition.fields ?? []).map(({ name }) => `${definition.name.value}.${name.value}`)
    : [],
);

describe('the rights table', () => {
  it.each(cells)('says for %s by %s: %s', (guarded, standing, allowed) => {
    expect(permits(guarded, new Set([standing]))).toBe(allowed);
  });

  it('has a row for every operation and every field of the schema, and for nothing else', () => {
    const rows = new Set<string>(Object.keys(ACCESS_RULES));
    const rowOf = (field: string): string => (rows.has(field) ? field : `${field.split('.')[0] ?? ''}.*`);
    expect(FIELDS.filter((field) => !rows.has(rowOf(field)))).toEqual([]);
    expect([...rows].filter((row) => !FIELDS.some((field) => rowOf(field) === row))).toEqual([]);
    expect(FIELDS.filter((field) => /^(Query|Mutation)\./u.test(field) && !rows.has(field))).toEqual([]);
  });
});

describe('how a caller stands to something', () => {
  type Row = readonly [roles: StaffRole[], team: TeamRole | null, open: string, confidential: string];
  const ROWS: readonly Row[] = [
    [['ADMIN'], null, 'ADMIN COLLEAGUE', 'ADMIN COLLEAGUE'],
    [['RECRUITER'], null, 'RECRUITER COLLEAGUE', ''],
    [['RECRUITER'], 'INTERVIEWER', 'RECRUITER COLLEAGUE', 'RECRUITER COLLEAGUE'],
    [['HIRING_MANAGER'], null, 'COLLEAGUE', ''],
    [['HIRING_MANAGER'], 'HIRING_MANAGER', 'MANAGER COLLEAGUE', 'MANAGER COLLEAGUE'],
    [['HIRING_MANAGER'], 'RECRUITER', 'MANAGER COLLEAGUE', 'MANAGER COLLEAGUE'],
    [['HIRING_MANAGER'], 'COORDINATOR', 'COORDINATOR COLLEAGUE', 'COORDINATOR COLLEAGUE'],
    [['HIRING_MANAGER'], 'INTERVIEWER', 'COLLEAGUE', 'COLLEAGUE'],
    [['INTERVIEWER'], null, 'COLLEAGUE', ''],
    [['INTERVIEWER'], 'HIRING_MANAGER', 'COLLEAGUE', 'COLLEAGUE'],
    [['INTERVIEWER'], 'COORDINATOR', 'COLLEAGUE', 'COLLEAGUE'],
    [['ANALYST'], null, 'ANALYST', ''],
    [['ANALYST'], 'RECRUITER', 'ANALYST', 'ANALYST'],
    [[], 'HIRING_MANAGER', '', ''],
  ];

  it.each(ROWS)(
    'with a token of %s and %s on the team: "%s", or "%s" where the job is confidential',
    (roles, team, open, confidential) => {
      const stand = (isConfidential: boolean, isInterviewer: boolean): string =>
        [...standingsOf(user(...roles), { job: job(isConfidential, team), candidateId: 'cand_1', isInterviewer })].join(
          ' ',
        );
      expect(stand(false, false)).toBe(open);
      expect(stand(true, false)).toBe(confidential);
      const also = (standings: string): string =>
        standings.includes('COLLEAGUE') ? `${standings} INTERVIEWER` : standings;
      expect(stand(false, true)).toBe(also(open));
      expect(stand(true, true)).toBe(also(confidential));
    },
  );

  it("is a candidate's for their own application alone, a service's everywhere, and nobody's without a token", () => {
    const candidate = (candidateId: string): Caller => ({ kind: 'candidate', tenantId: 'ten_1', candidateId });
    const relation = { job: job(true, null), candidateId: 'cand_1', isInterviewer: false };
    expect([...standingsOf(candidate('cand_1'), relation)]).toEqual(['CANDIDATE']);
    expect([...standingsOf(candidate('cand_2'), relation)]).toEqual([]);
    expect([...standingsOf({ kind: 'service', tenantId: 'ten_1', service: 'candidate' }, relation)]).toEqual([
      'SERVICE',
    ]);
    expect([...standingsOf(ANONYMOUS, relation)]).toEqual([]);
    expect([...standingsOf(user('ADMIN'), { ...relation, job: null })]).toEqual([]);
  });

  it('never goes beyond what the token can ever give', () => {
    for (const [roles, team] of ROWS) {
      for (const confidential of [true, false]) {
        const relation = { job: job(confidential, team), candidateId: null, isInterviewer: true };
        const possible = possibleStandings(user(...roles));
        for (const standing of standingsOf(user(...roles), relation)) expect(possible).toContain(standing);
      }
    }
  });
});

describe('the ceiling of a role', () => {
  const caller: Readonly<Record<string, Caller>> = {
    admin: user('ADMIN'),
    interviewer: user('INTERVIEWER'),
    analyst: user('ANALYST'),
    candidate: { kind: 'candidate', tenantId: 'ten_1', candidateId: 'cand_1' },
    anonymous: ANONYMOUS,
  };

  it.each([
    ['admin', 'Mutation.planInterview', null],
    ['interviewer', 'Mutation.planInterview', 'FORBIDDEN'],
    ['interviewer', 'Mutation.submitScorecard', null],
    ['analyst', 'Mutation.submitScorecard', 'FORBIDDEN'],
    ['analyst', 'Query.interviews', null],
    ['candidate', 'Query.interviews', 'FORBIDDEN'],
    ['candidate', 'Query.myInterviews', null],
    ['anonymous', 'Query.myInterviews', 'UNAUTHENTICATED'],
    ['anonymous', 'Mutation.planInterview', 'UNAUTHENTICATED'],
  ] as const)('answers %s for %s with %s', (who, guarded, code) => {
    const ask = () => assertRoleMay(caller[who]!, guarded);
    if (code === null) expect(ask).not.toThrow();
    else expect(ask).toThrow(expect.objectContaining({ code }));
  });
});
