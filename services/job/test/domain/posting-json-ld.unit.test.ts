import { describe, expect, it } from '@jest/globals';
import { changeStatus } from '../../src/domain/job-decisions.ts';
import type { JobPost } from '../../src/domain/job-post.ts';
import { createJobPost, publishJobPost } from '../../src/domain/post-decisions.ts';
import { postingJsonLd } from '../../src/domain/posting-json-ld.ts';
import { draft, givenDraft, NOW } from './given-job.ts';

const body = 'We bake.\nEvery day.\n\n<script>alert("no")</script> & more';
const { job } = givenDraft({ profile: { ...draft.profile, remote: true, employmentType: 'INTERNSHIP' } }).and(
  (state, given) => changeStatus(state, 'openJob', given),
  (state, given) => createJobPost(state, { title: 'Bake with us', body }, given),
  (state, given) => publishJobPost(state, state.posts[0]?.id ?? '', given),
);
const post = job.posts[0] as JobPost;

describe('a post as a schema.org JobPosting', () => {
  it('says what search engines ask for', () => {
    expect(JSON.parse(postingJsonLd(job, post, 'Acme'))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Bake with us',
      description: '<p>We bake.<br>Every day.</p><p>&lt;script&gt;alert(&quot;no&quot;)&lt;/script&gt; &amp; more</p>',
      identifier: { '@type': 'PropertyValue', name: 'Acme', value: post.id },
      datePosted: NOW,
      employmentType: 'INTERN',
      hiringOrganization: {
        '@type': 'Organization',
        name: 'Acme',
        department: { '@type': 'Organization', name: 'Bakery' },
      },
      jobLocation: [{ '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: 'Berlin' } }],
      jobLocationType: 'TELECOMMUTE',
      directApply: true,
    });
  });

  it('cannot end the script element that it stands in', () => {
    expect(postingJsonLd(job, { ...post, title: '</script>' }, 'A</script>')).not.toContain('<');
  });

  it('has no date before it was published, and names neither the job nor its internal title', () => {
    const text = postingJsonLd({ ...job, title: 'INTERNAL' }, { ...post, publishedAt: null }, 'Acme');
    expect(JSON.parse(text)).not.toHaveProperty('datePosted');
    expect(text).not.toContain('INTERNAL');
  });
});
