import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { at, createJobWorld, type JobWorld, textAt } from './job-world.ts';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.stop());

const TEXT = `Senior Baker

We bake bread for the whole town. 🥖

Must have
- 8+ years of baking at night
- You can lift sacks of 25 kg

Nice to have
- French pastry is a big plus
`;
const run = (input: object) =>
  world.recruiter(
    `mutation ($input: ImportJobPostingInput!) { importJobPosting(input: $input) {
      job {
        id title status confidential openings { totalCount } stages { kind }
        criteria { kind text minimumYears weight active sourceSpan { start end post { id } } }
        posts { id }
      }
      jobPost { id title body status }
      userErrors { code message field }
    } }`,
    { input },
  );

describe('importJobPosting', () => {
  it('makes a DRAFT job with its criteria, and a DRAFT post with the text unchanged', async () => {
    const answer = await run({ text: TEXT });
    expect(at(answer, 'importJobPosting.userErrors')).toEqual([]);
    expect(at(answer, 'importJobPosting.job')).toMatchObject({
      title: 'Senior Baker',
      status: 'DRAFT',
      confidential: false,
      openings: { totalCount: 1 },
    });
    expect(at(answer, 'importJobPosting.jobPost')).toMatchObject({
      title: 'Senior Baker',
      body: TEXT,
      status: 'DRAFT',
    });
    expect(at(answer, 'importJobPosting.job.posts')).toEqual([{ id: textAt(answer, 'importJobPosting.jobPost.id') }]);
    const stages = at(answer, 'importJobPosting.job.stages') as { kind: string }[];
    expect(stages.at(-1)?.kind).toBe('HIRED');
  });

  it('keeps the span that each criterion came from', async () => {
    const answer = await run({ text: TEXT });
    const criteria = at(answer, 'importJobPosting.job.criteria') as {
      kind: string;
      text: string;
      minimumYears: number | null;
      weight: number;
      sourceSpan: { start: number; end: number; post: { id: string } };
    }[];
    expect(criteria.find(({ text }) => text.startsWith('8+ years'))).toMatchObject({
      kind: 'MUST_HAVE',
      minimumYears: 8,
      weight: 5,
    });
    expect(criteria.find(({ text }) => text.includes('big plus'))?.weight).toBeLessThan(5);
    for (const { text, sourceSpan } of criteria) {
      expect(TEXT.slice(sourceSpan.start, sourceSpan.end)).toBe(text);
      expect(sourceSpan.post.id).toBe(textAt(answer, 'importJobPosting.jobPost.id'));
    }
  });

  it('tells the platform of job, seat and criteria, and nothing of the text', async () => {
    const answer = await run({ text: TEXT });
    const events = await world.events('jobs', textAt(answer, 'importJobPosting.job.id'));
    expect(events.map(({ type }) => type.split('.')[3])).toEqual(['created', 'opening-added', 'criteria-set']);
    expect(JSON.stringify(events)).not.toMatch(/baking|night|pastry/iu);
  });

  it('reads a schema.org JobPosting', async () => {
    const posting = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Pastry chef',
      description: '<h3>Requirements</h3><ul><li>3 years of pastry</li><li>Steady hands</li></ul>',
      employmentType: 'PART_TIME',
    };
    const answer = await run({ jsonLd: JSON.stringify(posting), confidential: true, openings: 2 });
    expect(at(answer, 'importJobPosting')).toMatchObject({
      job: { title: 'Pastry chef', confidential: true, openings: { totalCount: 2 }, criteria: { length: 2 } },
      userErrors: [],
    });
  });

  it('makes one job for one idempotency key', async () => {
    const ids = [await run({ text: TEXT, idempotencyKey: 'k' }), await run({ text: TEXT, idempotencyKey: 'k' })].map(
      (answer) => [textAt(answer, 'importJobPosting.job.id'), textAt(answer, 'importJobPosting.jobPost.id')],
    );
    expect(ids[0]).toEqual(ids[1]);
  });

  it('reads a long posting as it reads a short one', async () => {
    const story = Array.from({ length: 400 }, (_, index) => `In the year ${1600 + index} we baked bread for the town.`);
    const text = `${TEXT}\nOur story\n\n${story.join('\n')}\n`;
    const read = async (posting: string) => {
      const answer = await run({ text: posting });
      expect(at(answer, 'importJobPosting.userErrors')).toEqual([]);
      return (at(answer, 'importJobPosting.job.criteria') as { text: string }[]).map((one) => one.text);
    };
    const long = await read(text);
    expect(long).toEqual(expect.arrayContaining(await read(TEXT)));
    const [refused] = await Promise.all([run({ text: text.replaceAll(/\p{L}/gu, '1') }), run({ text })]);
    expect(at(refused, 'importJobPosting')).toMatchObject({
      job: null,
      userErrors: [{ code: 'INVALID_INPUT', field: ['input', 'text'] }],
    });
  });

  it.each([
    ['nothing', {}, ['input', 'text']],
    ['both forms', { text: TEXT, jsonLd: '{}' }, ['input', 'jsonLd']],
    ['an empty text', { text: ' \n ' }, ['input', 'text']],
    ['what is no JSON', { jsonLd: 'Baker' }, ['input', 'jsonLd']],
    ['a text over 100 KB', { text: `Baker\n${'We bake. '.repeat(15_000)}` }, ['input', 'text']],
  ])('refuses %s', async (_what, input, field) => {
    expect(at(await run(input), 'importJobPosting')).toMatchObject({
      job: null,
      jobPost: null,
      userErrors: [{ code: 'INVALID_INPUT', field }],
    });
  });
});
