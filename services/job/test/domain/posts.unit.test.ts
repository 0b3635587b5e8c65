import { describe, expect, it } from '@jest/globals';
import { changeStatus, updateJob } from '../../src/domain/job-decisions.ts';
import {
  createJobPost,
  type PostDraft,
  publishJobPost,
  unpublishJobPost,
  updateJobPost,
} from '../../src/domain/post-decisions.ts';
import { given, givenDraft, LATER, type When } from './given-job.ts';

const create =
  (draft: PostDraft = { body: 'Bake with us.' }): When =>
  (job, given) =>
    createJobPost(job, draft, given);
const first = (job: { posts: readonly { id: string }[] }): string => job.posts[0]?.id ?? '';
const publish: When = (job, given) => publishJobPost(job, first(job), given);
const unpublish: When = (job, given) => unpublishJobPost(job, first(job), given);
const update =
  (draft: PostDraft): When =>
  (job, given) =>
    updateJobPost(job, first(job), draft, given);
const open: When = (job, given) => changeStatus(job, 'openJob', given);
const posted = givenDraft().and(open, create());

describe('drafting a post', () => {
  it("takes the job's title where none is given", () => {
    expect(posted.job.posts).toMatchObject([{ title: 'Baker', body: 'Bake with us.', status: 'DRAFT', version: 1 }]);
  });

  it('keeps a text to the character', () => {
    const body = '  \r\n- one\t\n\n- two  ';
    expect(givenDraft().and(create({ body })).job.posts[0]?.body).toBe(body);
  });

  it('refuses a text over 100 KB, and more than 20 posts', () => {
    givenDraft()
      .when(create({ body: 'ü'.repeat(51_201) }))
      .thenRefused('INVALID_INPUT', ['input', 'body']);
    const full = givenDraft().and(...Array.from({ length: 20 }, () => create()));
    full.when(create()).thenRefused('LIMIT_REACHED');
  });

  it('holds all texts of a job together to a bound', () => {
    const long = create({ body: 'x'.repeat(100_000) });
    const heavy = givenDraft().and(long, long, long, long);
    heavy.when(long).thenRefused('LIMIT_REACHED', ['input', 'body']);
    heavy.when(update({ body: 'y'.repeat(102_400) })).then('JobPostUpdated');
  });
});

describe('changing a post', () => {
  it('changes what is given, published or not, and counts each change', () => {
    const after = posted
      .and(publish)
      .when(update({ title: 'Bake!' }))
      .then('JobPostUpdated');
    expect(after.posts).toMatchObject([
      { title: 'Bake!', body: 'Bake with us.', status: 'PUBLISHED', version: 3, updatedAt: LATER },
    ]);
  });

  it('makes nothing happen when all is as it was', () => {
    posted.when(update({ body: 'Bake with us.' })).then();
  });

  it('keeps the ids of questions that are named', () => {
    const asked = posted.and(update({ questions: [{ text: 'Own oven?', type: 'YES_NO', required: true }] }));
    const id = asked.job.posts[0]?.questions[0]?.id;
    const more = asked
      .when(
        update({
          questions: [
            { text: 'Which breads?', type: 'LONG_TEXT' },
            { id, text: 'An oven?', type: 'YES_NO' },
          ],
        }),
      )
      .then('JobPostUpdated');
    expect(more.posts[0]?.questions).toMatchObject([
      { text: 'Which breads?', required: false },
      { id, text: 'An oven?', required: false },
    ]);
    asked
      .when(update({ questions: [{ id: 'qst_none', text: 'X', type: 'TEXT' }] }))
      .thenRefused('NOT_FOUND', ['input', 'questions', '0', 'id']);
  });

  it('refuses to empty a published one', () => {
    posted
      .and(publish)
      .when(update({ body: ' ' }))
      .thenRefused('INVALID_INPUT', ['input', 'body']);
    posted.when(update({ body: ' ' })).then('JobPostUpdated');
  });
});

describe('publishing a post', () => {
  it('makes it public, and notes when', () => {
    const after = posted.when(publish).then('JobPostPublished');
    expect(after.posts).toMatchObject([{ status: 'PUBLISHED', publishedAt: LATER, version: 2 }]);
  });

  it('can be taken back and done again', () => {
    const back = posted.and(publish).when(unpublish).then('JobPostUnpublished');
    expect(back.posts).toMatchObject([{ status: 'UNPUBLISHED', version: 3 }]);
    expect(given(back).when(publish).then('JobPostPublished').posts).toMatchObject([
      { status: 'PUBLISHED', version: 4 },
    ]);
  });

  it.each([
    ['the job is a draft', givenDraft().and(create())],
    ['the job is on hold', posted.and((job, given) => changeStatus(job, 'holdJob', given))],
    ['the job is closed', posted.and((job, given) => changeStatus(job, 'closeJob', given))],
    ['the job is confidential', posted.and((job, given) => updateJob(job, { confidential: true }, given))],
    ['it is published already', posted.and(publish)],
  ])('is refused when %s', (_what, state) => {
    state.when(publish).thenRefused('ILLEGAL_TRANSITION', ['input', 'postId']);
  });

  it('needs a text', () => {
    givenDraft().and(open, create({})).when(publish).thenRefused('INVALID_INPUT', ['input', 'body']);
  });

  it('cannot be taken back before it was done', () => {
    posted.when(unpublish).thenRefused('ILLEGAL_TRANSITION');
    posted.when((job, given) => unpublishJobPost(job, 'pst_none', given)).thenRefused('NOT_FOUND');
  });
});
