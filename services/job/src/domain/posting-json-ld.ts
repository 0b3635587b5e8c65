import type { EmploymentType, Job } from './job.ts';
import type { JobPost } from './job-post.ts';

/** schema.org's words for how a person is employed. */
const EMPLOYMENT: Readonly<Record<EmploymentType, string>> = {
  FULL_TIME: 'FULL_TIME',
  PART_TIME: 'PART_TIME',
  CONTRACT: 'CONTRACTOR',
  TEMPORARY: 'TEMPORARY',
  INTERNSHIP: 'INTERN',
};

/**
 * A post as a schema.org JobPosting (https://schema.org/JobPosting), as search engines read it: the text as HTML, places
 * as PostalAddress, remote work as TELECOMMUTE. Names nothing of the job that is not public.
 * @returns JSON text without "<", so that it may stand in a page's script element
 */
export function postingJsonLd(job: Job, post: JobPost, companyName: string): string {
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: post.title,
    description: toHtml(post.body),
    identifier: { '@type': 'PropertyValue', name: companyName, value: post.id },
    ...(post.publishedAt === null ? {} : { datePosted: post.publishedAt }),
    employmentType: EMPLOYMENT[job.employmentType],
    hiringOrganization: organizationOf(companyName, job.department),
    ...(job.locations.length === 0 ? {} : { jobLocation: job.locations.map(placeOf) }),
    ...(job.remote ? { jobLocationType: 'TELECOMMUTE' } : {}),
    directApply: true,
  };
  return JSON.stringify(posting).replaceAll('<', '\\u003c');
}

function organizationOf(name: string, department: string | null): object {
  const part = department === null ? {} : { department: { '@type': 'Organization', name: department } };
  return { '@type': 'Organization', name, ...part };
}

function placeOf(location: string): object {
  return { '@type': 'Place', address: { '@type': 'PostalAddress', addressLocality: location } };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML: a paragraph for each block, a break for each line. */
function toHtml(text: string): string {
  return text
    .replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? sign)
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replace(/\r?\n/gu, '<br>')}</p>`)
    .join('');
}
