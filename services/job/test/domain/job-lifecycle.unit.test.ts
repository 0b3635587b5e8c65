import { describe, expect, it } from '@jest/globals';
import type { Job, JobStatus } from '../../src/domain/job.ts';
import { JOB_STATUSES } from '../../src/domain/job.ts';
import { changeStatus, draftJob, updateJob } from '../../src/domain/job-decisions.ts';
import { isVisible } from '../../src/domain/job-events.ts';
import { JOB_TRANSITIONS, type JobTransition } from '../../src/domain/job-transitions.ts';
import { closeOpening } from '../../src/domain/opening-decisions.ts';
import { createJobPost, publishJobPost } from '../../src/domain/post-decisions.ts';
import { reserveOpening } from '../../src/domain/hire-decisions.ts';
import { context, draft, given, givenDraft, LATER, NOW, refusalOf, type When } from './given-job.ts';

const change =
  (transition: JobTransition): When =>
  (job, given) =>
    changeStatus(job, transition, given);

const WAYS: Readonly<Record<JobStatus, readonly JobTransition[]>> = {
  DRAFT: [],
  OPEN: ['openJob'],
  ON_HOLD: ['openJob', 'holdJob'],
  CLOSED: ['openJob', 'closeJob'],
  ARCHIVED: ['openJob', 'closeJob', 'archiveJob'],
};
const jobIn = (status: JobStatus) => givenDraft().and(...WAYS[status].map(change));

describe('drafting a job', () => {
  it('gives it the default pipeline with exactly one HIRED stage, at its end', () => {
    const { job } = givenDraft();
    expect(job.stages.map(({ kind }) => kind)).toEqual([
      'LEAD',
      'REVIEW',
      'SCREEN',
      'ASSESSMENT',
      'INTERVIEW',
      'OFFER',
      'HIRED',
    ]);
    expect(job).toMatchObject({ status: 'DRAFT', planVersion: 1, openedAt: null, closedAt: null });
    expect(job.openings).toMatchObject([{ status: 'OPEN', openedAt: NOW }]);
  });

  it('adds the HIRED stage to a pipeline that has none', () => {
    const { job } = givenDraft({ stages: [{ name: ' Review  it ', kind: 'REVIEW', slaHours: 24 }] });
    expect(job.stages).toMatchObject([
      { name: 'Review it', kind: 'REVIEW', slaHours: 24, active: true },
      { name: 'Hired', kind: 'HIRED', slaHours: null, active: true },
    ]);
  });

  it.each([
    [
      'two HIRED stages',
      {
        stages: [
          { name: 'a', kind: 'HIRED' },
          { name: 'b', kind: 'HIRED' },
        ],
      },
      'INVALID_INPUT',
      ['input', 'stages', '0', 'kind'],
    ],
    [
      'a stage behind the HIRED one',
      {
        stages: [
          { name: 'a', kind: 'HIRED' },
          { name: 'b', kind: 'OFFER' },
        ],
      },
      'INVALID_INPUT',
      ['input', 'stages', '0', 'kind'],
    ],
    [
      'a stage without a name',
      { stages: [{ name: '  ', kind: 'OFFER' }] },
      'INVALID_INPUT',
      ['input', 'stages', '0', 'name'],
    ],
    [
      'a stage named by an address',
      { stages: [{ name: 'ask jo@example.org', kind: 'OFFER' }] },
      'PERSONAL_DATA',
      ['input', 'stages', '0', 'name'],
    ],
    [
      'a title with a phone number',
      { profile: { ...draft.profile, title: 'Baker +49 30 1234567' } },
      'PERSONAL_DATA',
      ['input', 'title'],
    ],
    ['an empty title', { profile: { ...draft.profile, title: ' ' } }, 'INVALID_INPUT', ['input', 'title']],
    [
      'a title that is too long',
      { profile: { ...draft.profile, title: 'x'.repeat(201) } },
      'INVALID_INPUT',
      ['input', 'title'],
    ],
    [
      'a department with an address',
      { profile: { ...draft.profile, department: 'jo@example.org' } },
      'PERSONAL_DATA',
      ['input', 'department'],
    ],
    [
      'one location twice',
      { profile: { ...draft.profile, locations: ['Berlin', 'Berlin '] } },
      'INVALID_INPUT',
      ['input', 'locations', '1'],
    ],
    [
      'too many locations',
      { profile: { ...draft.profile, locations: Array.from({ length: 21 }, (_, n) => `City ${n}`) } },
      'LIMIT_REACHED',
      ['input', 'locations'],
    ],
    ['too many seats at once', { openings: 101 }, 'INVALID_INPUT', ['input', 'openings']],
    ['fewer than no seats', { openings: -1 }, 'INVALID_INPUT', ['input', 'openings']],
    [
      'a user twice on the team',
      {
        hiringTeam: [
          { userId: 'usr_1', role: 'RECRUITER' },
          { userId: 'usr_1', role: 'INTERVIEWER' },
        ],
      },
      'INVALID_INPUT',
      ['input', 'hiringTeam', '1', 'userId'],
    ],
    [
      'a time limit of no hours',
      { stages: [{ name: 'a', kind: 'OFFER', slaHours: 0 }] },
      'INVALID_INPUT',
      ['input', 'stages', '0', 'slaHours'],
    ],
  ] as const)('refuses %s', (_what, bad, code, path) => {
    const refusal = refusalOf(() => draftJob({ ...draft, ...bad }, context()));
    expect(refusal).toMatchObject({ code, inputPath: path });
  });
});

describe('the status of a job', () => {
  const cells = JOB_STATUSES.flatMap((status) =>
    (Object.keys(JOB_TRANSITIONS) as JobTransition[]).map((transition) => [status, transition] as const),
  );
  it.each(cells)('of a job that is %s: %s does what the table says', (status, transition) => {
    const { from, to, event } = JOB_TRANSITIONS[transition];
    const outcome = jobIn(status).when(change(transition));
    if ((from as readonly string[]).includes(status)) expect(outcome.then(event).status).toBe(to);
    else outcome.thenRefused('ILLEGAL_TRANSITION', ['input', 'jobId']);
  });

  it('is opened once: reopening keeps the time of the first opening', () => {
    const closed = given(jobIn('OPEN').when(change('closeJob')).then('JobClosed'));
    expect(closed.job).toMatchObject({ openedAt: NOW, closedAt: LATER });
    expect(closed.when(change('reopenJob')).then('JobReopened')).toMatchObject({ openedAt: NOW, closedAt: null });
  });

  const opening = [
    ['DRAFT', 'openJob'],
    ['ON_HOLD', 'resumeJob'],
    ['CLOSED', 'reopenJob'],
  ] as const;
  const withoutSeat: When = (job, given) => closeOpening(job, job.openings[0]?.id ?? '', 'BUDGET', given);

  it.each(opening)('of a job that is %s cannot become OPEN without an open seat', (status, transition) => {
    jobIn(status).and(withoutSeat).when(change(transition)).thenRefused('NO_SEAT_LEFT');
  });

  it.each(opening)('of a job that is %s cannot become OPEN without a stage to enter', (status, transition) => {
    const { job } = jobIn(status);
    const bare: Job = { ...job, stages: job.stages.filter(({ kind }) => kind === 'LEAD' || kind === 'HIRED') };
    given(bare).when(change(transition)).thenRefused('ILLEGAL_TRANSITION');
  });

  it.each([
    ['holdJob', 'JobHeld'],
    ['closeJob', 'JobClosed'],
  ] as const)('taken by %s unpublishes every published post', (transition, happened) => {
    const post: When = (job, given) => createJobPost(job, { body: 'Bake.' }, given);
    const publish: When = (job, given) => publishJobPost(job, job.posts[0]?.id ?? '', given);
    const open = jobIn('OPEN').and(post, post, publish);
    const after = open.when(change(transition)).then('JobPostUnpublished', happened);
    expect(after.posts.map(({ status }) => status)).toEqual(['UNPUBLISHED', 'DRAFT']);
  });

  it('cannot become ARCHIVED while a seat is reserved', () => {
    const holder = { applicationId: 'app_1', attemptId: 'app_1:3' };
    const reserve: When = (job, { now }) => reserveOpening(job, holder, now);
    jobIn('OPEN').and(reserve, change('closeJob')).when(change('archiveJob')).thenRefused('SEAT_RESERVED');
  });
});

describe('changing a job', () => {
  it('changes what is given and nothing else', () => {
    const after = givenDraft()
      .when((job, given) => updateJob(job, { title: 'Head baker', department: null }, given))
      .then('JobUpdated');
    expect(after).toMatchObject({ title: 'Head baker', department: null, locations: ['Berlin'] });
  });

  it('makes nothing happen when all is as it was', () => {
    givenDraft()
      .when((job, given) => updateJob(job, { title: ' Baker ', locations: ['Berlin'] }, given))
      .then();
  });

  it('counts as a change of its posts when they show it', () => {
    const withPost = givenDraft().and((job, given) => createJobPost(job, {}, given));
    const renamed = withPost.when((job, given) => updateJob(job, { title: 'Head baker' }, given)).then('JobUpdated');
    expect(renamed.posts).toMatchObject([{ version: 1 }]);
    const moved = withPost.when((job, given) => updateJob(job, { locations: ['Bonn'] }, given)).then('JobUpdated');
    expect(moved.posts).toMatchObject([{ version: 2, updatedAt: LATER }]);
  });

  it('unpublishes all posts of a job that becomes confidential', () => {
    const published = jobIn('OPEN').and(
      (job, given) => createJobPost(job, { body: 'Bake.' }, given),
      (job, given) => publishJobPost(job, job.posts[0]?.id ?? '', given),
    );
    const after = published
      .when((job, given) => updateJob(job, { confidential: true }, given))
      .then('JobPostUnpublished', 'JobUpdated');
    expect(after.posts).toMatchObject([{ status: 'UNPUBLISHED' }]);
  });

  it('is refused once it is ARCHIVED', () => {
    jobIn('ARCHIVED')
      .when((job, given) => updateJob(job, { title: 'Cook' }, given))
      .thenRefused('ILLEGAL_TRANSITION');
  });

  it('shows in the version, save what seats and posts do by themselves', () => {
    const holder = { applicationId: 'app_1', attemptId: 'app_1:3' };
    const at = NOW;
    expect(isVisible({ type: 'JobUpdated', at, changes: {} })).toBe(true);
    expect(isVisible({ type: 'OpeningFilled', at, openingId: 'opn_1', holder })).toBe(true);
    expect(isVisible({ type: 'OpeningReleased', at, openingId: 'opn_1', holder, from: 'FILLED' })).toBe(true);
    expect(isVisible({ type: 'OpeningReleased', at, openingId: 'opn_1', holder, from: 'RESERVED' })).toBe(false);
    expect(isVisible({ type: 'OpeningReserved', at, openingId: 'opn_1', holder })).toBe(false);
    expect(isVisible({ type: 'JobPostPublished', at, postId: 'pst_1' })).toBe(false);
  });
});
