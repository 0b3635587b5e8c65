import { containsContactData, DomainError } from '@hiregraph/kernel';
import type { DecisionContext } from './decision-context.ts';
import type { TeamMember } from './job.ts';
import { draftJob } from './job-decisions.ts';
import type { JobEvent } from './job-events.ts';
import { LIMITS } from './limits.ts';
import type { ImportedPosting } from './posting-import/imported-posting.ts';

/** What an importer cannot read from a posting. */
export interface ImportOptions {
  readonly confidential: boolean;
  readonly openings: number;
  readonly hiringTeam: readonly TeamMember[];
  /** Which field of the input holds the posting. */
  readonly field: 'text' | 'jsonLd';
}

/**
 * A DRAFT job of what a posting says: its criteria with the span of the text that each came from, and a DRAFT post that
 * holds the text unchanged.
 */
export function draftImportedJob(
  posting: ImportedPosting,
  options: ImportOptions,
  context: DecisionContext,
): JobEvent[] {
  const { confidential, openings, hiringTeam } = options;
  const path = ['input', options.field];
  if (posting.criteria.length > LIMITS.activeCriteria) {
    const message = `This posting has ${posting.criteria.length} criteria; a job has at most ${LIMITS.activeCriteria}. Import it without the rest of its page.`;
    throw new DomainError('LIMIT_REACHED', message, { path, details: { limit: LIMITS.activeCriteria } });
  }
  if (posting.title.length > LIMITS.title || containsContactData(posting.title)) {
    const message = `The title that was found, ${JSON.stringify(posting.title.slice(0, LIMITS.title))}, is too long or holds contact data. Name the job in the first line alone.`;
    throw new DomainError('INVALID_INPUT', message, { path });
  }
  const postId = context.newId('jobPost');
  const profile = {
    title: posting.title,
    department: labels(posting.department === undefined ? [] : [posting.department])[0] ?? null,
    locations: labels(posting.locations).slice(0, LIMITS.locations),
    employmentType: posting.employmentType ?? 'FULL_TIME',
    remote: posting.remote ?? false,
    confidential,
  } as const;
  const criteria = posting.criteria.map(({ kind, text, minimumYears, weight, span }) => {
    const years = minimumYears === null ? null : Math.min(minimumYears, LIMITS.minimumYears);
    return { kind, text, minimumYears: years, weight, sourceSpan: { postId, ...span } };
  });
  const content = { title: posting.title, body: posting.body, questions: [] };
  return [
    ...draftJob({ profile, openings, hiringTeam, criteria }, context),
    { type: 'JobPostDrafted', at: context.now, postId, content },
  ];
}

/** Guesses of the importer that could not be kept as labels are left out: people fill them in before they open the job. */
function labels(names: readonly string[]): string[] {
  const kept = names
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '' && name.length <= LIMITS.label && !containsContactData(name));
  return [...new Set(kept)];
}
