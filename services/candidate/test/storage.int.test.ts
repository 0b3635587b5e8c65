import type { StaffRole } from '@hiregraph/kernel';
import type { Query } from '@hiregraph/storage';
import { explainFindings, explainSample } from '@hiregraph/testkit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InterviewRow, JobRow } from '../src/application/known-facts.ts';
import type { ApplicationCriteria, CandidateCriteria } from '../src/application/stores.ts';
import type { Application } from '../src/domain/application.ts';
import type { IndexedCandidate } from '../src/domain/candidate-lookup.ts';
import {
  applicationDefinition,
  applicationLists,
  applicationsOfCandidateForJob,
} from '../src/storage/application-store.ts';
import { candidateByEmail, candidateDefinition, candidateLists } from '../src/storage/candidate-store.ts';
import {
  confidentialJobs,
  interviewsOfInterviewer,
  jobOfPost,
  jobsOfStages,
  jobsOfTeamUser,
  knownInterviewDefinition,
  knownJobDefinition,
} from '../src/storage/known-fact-stores.ts';
import { type CandidateWorld, createCandidateWorld } from './candidate-world.ts';
import { stageId, TENANT } from './job-side.ts';

let world: CandidateWorld;
let candidateId: string;
let applicationIds: string[];

beforeEach(async () => {
  world = await createCandidateWorld();
  await world.job('job_a', { posts: ['pst_a'], team: [{ userId: 'usr_1', role: 'HIRING_MANAGER' }] });
  await world.job('job_b', { confidential: true });
  candidateId = await world.candidate('Ada Lovelace', { tags: ['vip'], source: { channel: 'referral' } });
  applicationIds = [await world.apply(candidateId, 'job_a', { source: { channel: 'referral' } })];
  for (let index = 0; index < 12; index++) {
    const tags = index % 2 === 0 ? ['vip'] : [];
    const other = await world.candidate(`Adam Number${index}`, { tags, source: { channel: 'referral' } });
    applicationIds.push(
      await world.apply(other, index % 2 === 0 ? 'job_a' : 'job_b', { source: { channel: 'referral' } }),
    );
  }
  await world.interview('int_1', applicationIds[0]!, ['usr_1']);
});
afterEach(() => world.stop());

describe('every declared query', () => {
  it('uses the index that it names, and looks at little more than it returns', async () => {
    const applications = world.storage.aggregates<Application>(applicationDefinition);
    const candidates = world.storage.aggregates<IndexedCandidate>(candidateDefinition);
    const jobs = world.storage.projections<JobRow>(knownJobDefinition);
    const interviews = world.storage.projections<InterviewRow>(knownInterviewDefinition);
    const applicationTerms: Readonly<Record<string, ApplicationCriteria>> = {
      byCandidate: { candidateId },
      byJob: { jobIds: ['job_a'], status: 'ACTIVE' },
      byStage: { stageId: stageId('job_a', 'review'), status: 'ACTIVE' },
      bySource: { channel: 'referral', status: 'ACTIVE' },
      byStatus: { status: 'ACTIVE' },
    };
    const candidateTerms: Readonly<Record<string, CandidateCriteria>> = {
      byToken: { tokens: ['ada'] },
      byTag: { tagKey: 'vip' },
      byJob: { jobIds: ['job_a'] },
      byChannel: { channelKey: 'referral' },
      all: {},
    };
    const termsOf = <P>(terms: Readonly<Record<string, P>>, query: Query<P>): P =>
      terms[query.name.split(':')[1] ?? ''] as P;
    const samples = [
      ...[...applicationLists.values()].map((query) =>
        explainSample(applications, query, termsOf(applicationTerms, query)),
      ),
      ...[...candidateLists.values()].map((query) => explainSample(candidates, query, termsOf(candidateTerms, query))),
      explainSample(
        applications,
        applicationsOfCandidateForJob,
        { candidateId, jobId: 'job_a', statuses: ['ACTIVE'] },
        'list',
      ),
      explainSample(candidates, candidateByEmail, 'ada.lovelace@example.com', 'list'),
      explainSample(jobs, confidentialJobs, null, 'list'),
      explainSample(jobs, jobsOfTeamUser, 'usr_1', 'list'),
      explainSample(jobs, jobOfPost, 'pst_a', 'list'),
      explainSample(jobs, jobsOfStages, [stageId('job_a', 'review'), stageId('job_b', 'review')], 'list'),
      explainSample(interviews, interviewsOfInterviewer, 'usr_1', 'list'),
    ];
    const declared = [
      ...applicationLists.values(),
      ...candidateLists.values(),
      applicationsOfCandidateForJob,
      candidateByEmail,
      confidentialJobs,
      jobsOfTeamUser,
      jobOfPost,
      jobsOfStages,
      interviewsOfInterviewer,
    ];
    expect(await explainFindings(TENANT, samples, { declared })).toEqual([]);
  });
});

describe('one level of a query', () => {
  it('is one read of the store, under however many parents', async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Job {
      stageCounts { count }
      applications(first: 5) { totalCount nodes { candidate { name applications { totalCount } } transitions { nodes { kind } } } }
    } } }`;
    const representations = ['job_a', 'job_b'].map((id) => ({ __typename: 'Job', id }));
    world.reads.length = 0;
    const { data, errors } = await world.admin(query, { r: representations });
    expect(errors).toEqual([]);
    expect(data._entities[1]?.applications.nodes).toHaveLength(5);
    expect([...world.reads].sort()).toEqual([
      'applications.countEach',
      'applications.countEach',
      'applications.countEach',
      'applications.find',
      'applications.findEach',
      'candidates.find',
      'jobs.find',
    ]);
  });

  it.each<[StaffRole, readonly string[]]>([
    ['RECRUITER', []],
    ['ANALYST', []],
    ['HIRING_MANAGER', ['interviews.find']],
  ])('reads the rows of the jobs it names alone, however many are confidential, for a %s', async (role, more) => {
    for (let number = 0; number < 5; number++) await world.job(`job_hidden_${number}`, { confidential: true });
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Job {
      applications(first: 5) { nodes { id candidate { id } job { id } } }
    } } }`;
    const representations = ['job_a', 'job_b'].map((id) => ({ __typename: 'Job', id }));
    world.reads.length = 0;
    const { data, errors } = await world.as('usr_9', role)(query, { r: representations });
    expect(errors).toEqual([]);
    // Of the two, the confidential one is nothing to them.
    const shown = data._entities.filter(Boolean).map(({ applications }) => applications.nodes.length);
    expect(shown).toEqual([role === 'HIRING_MANAGER' ? 0 : 5]);
    const pages = role === 'HIRING_MANAGER' ? [] : ['applications.findEach', 'candidates.find'];
    expect([...world.reads].sort()).toEqual([...pages, ...more, 'jobs.find'].sort());
  });

  it('fetches resumes and what was submitted only where they are asked for', async () => {
    const input = { candidateId, resume: { basics: { name: 'Ada', summary: 'Computes.' } } };
    await world.admin(
      'mutation ($input: UpdateCandidateInput!) { updateCandidate(input: $input) { userErrors { code } } }',
      { input },
    );
    const ask = async (ofCandidate: string, ofApplication: string): Promise<unknown> => {
      world.leftOut.length = 0;
      const query = `query ($r: [_Any!]!) {
        candidates(filter: { search: "ada lovelace" }) { nodes { ${ofCandidate} } }
        applications(filter: { jobId: "job_a" }, sort: APPLIED_AT_ASC, first: 1) { nodes { ${ofApplication} } }
        _entities(representations: $r) { ... on Candidate { ${ofCandidate} } ... on Application { ${ofApplication} } }
      }`;
      const r = [
        { __typename: 'Candidate', id: candidateId },
        { __typename: 'Application', id: applicationIds[0] },
      ];
      const { data, errors } = await world.admin(query, { r });
      expect(errors).toEqual([]);
      return data;
    };
    const whole = (collection: string, field: string): number =>
      world.leftOut.filter((read) => read.startsWith(`${collection} `) && !read.includes(`state.${field}`)).length;
    await ask('name emails tags', 'status appliedAt');
    expect(world.leftOut.length).toBeGreaterThanOrEqual(4);
    expect([whole('candidates', 'resume'), whole('applications', 'submission')]).toEqual([0, 0]);
    const ada = { name: 'Ada Lovelace', resume: { basics: { summary: 'Computes.' } } };
    const hers = { status: 'ACTIVE', submission: null };
    expect(await ask('name resume { basics { summary } }', 'status submission { name }')).toEqual({
      candidates: { nodes: [ada] },
      applications: { nodes: [hers] },
      _entities: [ada, hers],
    });
    expect([whole('candidates', 'resume'), whole('applications', 'submission')]).toEqual([1, 1]);
  });

  it('reads a job once for those who find it by a stage', async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on PipelineStage {
      applications(first: 5) { nodes { id } }
    } } }`;
    const representations = [{ __typename: 'PipelineStage', id: stageId('job_a', 'review') }];
    world.reads.length = 0;
    const { data } = await world.as('usr_9', 'RECRUITER')(query, { r: representations });
    expect(data._entities[0]?.applications.nodes).toHaveLength(5);
    expect([...world.reads].sort()).toEqual(['applications.findEach', 'jobs.find']);
  });

  it('resolves a list of references in one read', async () => {
    const representations = applicationIds.map((id) => ({ __typename: 'Application', id }));
    world.reads.length = 0;
    const { data } = await world.admin(
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Application { status } } }',
      { r: representations },
    );
    expect(data._entities).toHaveLength(13);
    expect(world.reads).toEqual(['applications.find']);
  });
});

describe('many applications in one answer', () => {
  it('stay small in the store: a candidate is noted for a job once', async () => {
    await world.change(world.admin, 'withdrawApplication', { applicationId: applicationIds[0] });
    await world.apply(candidateId, 'job_a');
    const stored = await world.storage.aggregates<IndexedCandidate>(candidateDefinition).load(TENANT, candidateId);
    expect(stored).toMatchObject({ version: 1, state: { consideredFor: ['job_a'] } });
  });
});
