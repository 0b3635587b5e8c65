import { DomainError, type Instant } from '@hiregraph/kernel';
import { boundedText, requiredText } from './bounded-text.ts';
import type { Candidate, CandidateEvent, CandidateProfile, ProfileField } from './candidate.ts';
import { checkedResume, type ResumeInput } from './checked-resume.ts';
import { checkedEmails, checkedLinks, checkedPhones } from './contact-details.ts';
import { LIMITS } from './limits.ts';
import { checkedSource, type SourceInput } from './source.ts';
import { checkedTags, retagged } from './tags.ts';

type Events = readonly CandidateEvent[];

/** A person's fields as they come in. */
export interface ProfileInput {
  readonly name?: string | null | undefined;
  readonly emails?: readonly string[] | null | undefined;
  readonly phones?: readonly string[] | null | undefined;
  readonly links?: readonly string[] | null | undefined;
  readonly location?: string | null | undefined;
  readonly resume?: ResumeInput | null | undefined;
  readonly source?: SourceInput | null | undefined;
}

const CHECKS: { readonly [Field in ProfileField]: (input: ProfileInput) => CandidateProfile[Field] } = {
  name: ({ name }) => requiredText(name, LIMITS.name, ['input', 'name']),
  emails: ({ emails }) => checkedEmails(emails, ['input', 'emails']),
  phones: ({ phones }) => checkedPhones(phones, ['input', 'phones']),
  links: ({ links }) => checkedLinks(links, ['input', 'links']),
  location: ({ location }) => boundedText(location, LIMITS.location, ['input', 'location']),
  resume: ({ resume }) => (resume ? checkedResume(resume, ['input', 'resume']) : null),
  source: ({ source }) => (source ? checkedSource(source, ['input', 'source']) : null),
};
export const PROFILE_FIELDS = Object.keys(CHECKS) as readonly ProfileField[];

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED, PERSONAL_DATA */
export function checkedProfile(input: ProfileInput): CandidateProfile {
  return checkedFields(input, PROFILE_FIELDS) as CandidateProfile;
}

function checkedFields(input: ProfileInput, fields: readonly ProfileField[]): Partial<CandidateProfile> {
  return Object.fromEntries(fields.map((field) => [field, CHECKS[field](input)]));
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED, PERSONAL_DATA */
export function createCandidate(input: ProfileInput, tags: readonly string[] | null | undefined, at: Instant): Events {
  const path = ['input', 'tags'];
  return [
    {
      type: 'CandidateCreated',
      at,
      profile: checkedProfile(input),
      tags: retagged([], checkedTags(tags, path), [], path),
    },
  ];
}

/** A person who is new with what they sent. @param profile checked already */
export function createApplicant(profile: CandidateProfile, at: Instant): Events {
  return [{ type: 'CandidateCreated', at, profile, tags: [] }];
}

/**
 * Changes a person's fields: undefined leaves one as it is, null takes it away.
 * @returns no event where nothing would change
 * @throws DomainError INVALID_INPUT, LIMIT_REACHED, PERSONAL_DATA
 */
export function updateCandidate(state: Candidate, input: ProfileInput, at: Instant): Events {
  const given = PROFILE_FIELDS.filter((field) => input[field] !== undefined);
  const checked = checkedFields(input, given);
  const changed = given.filter((field) => JSON.stringify(checked[field]) !== JSON.stringify(state[field]));
  if (changed.length === 0) return [];
  const changes = Object.fromEntries(changed.map((field) => [field, checked[field]]));
  return [{ type: 'CandidateUpdated', at, changes }];
}

/** @returns no event where nothing would change @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function tagCandidate(
  state: Candidate,
  change: { readonly add: readonly string[] | null | undefined; readonly remove: readonly string[] | null | undefined },
  at: Instant,
): Events {
  const add = checkedTags(change.add, ['input', 'add']);
  const remove = checkedTags(change.remove, ['input', 'remove']);
  if (add.length + remove.length === 0) {
    throw new DomainError('INVALID_INPUT', 'There is nothing to do. Name tags to add or to remove.', {
      path: ['input'],
    });
  }
  const tags = retagged(state.tags, add, remove, ['input', 'add']);
  if (tags.length === state.tags.length && tags.every((tag, index) => state.tags[index] === tag)) return [];
  return [{ type: 'CandidateTagged', at, tags }];
}

/**
 * Notes that a person is considered for a job. No fact for readers, and no event.
 * @returns the same object where it is noted already
 */
export function consideredFor(state: Candidate, jobId: string): Candidate {
  if (state.consideredFor.includes(jobId) || state.consideredFor.length >= LIMITS.consideredFor) return state;
  return { ...state, consideredFor: [...state.consideredFor, jobId] };
}
