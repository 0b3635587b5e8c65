import { prefixTokens } from '@hiregraph/kernel';
import type { Candidate } from './candidate.ts';
import { emailKeyOf } from './contact-details.ts';
import { channelKeyOf } from './source.ts';
import { tagKeyOf } from './tags.ts';

/** What a candidate is found by; follows from the other fields alone. */
export interface CandidateLookup {
  readonly emailKeys: readonly string[];
  /** Only those with an email address stand in the unique index: an empty list would count as a value there. */
  readonly hasEmail: boolean;
  readonly tagKeys: readonly string[];
  readonly channelKey: string | null;
  readonly nameTokens: readonly string[];
}

/** Of names and addresses together; what comes behind is not found. */
const MOST_NAME_WORDS = 24;

/** A candidate as stored. */
export type IndexedCandidate = Candidate & CandidateLookup;

/** @param before the candidate as stored until now; what its unchanged fields gave is kept */
export function withLookup(candidate: Candidate, before: IndexedCandidate | null): IndexedCandidate {
  const sameEmails = before !== null && before.emails === candidate.emails;
  const sameWords = sameEmails && before.name === candidate.name;
  const sameTags = before !== null && before.tags === candidate.tags;
  return {
    ...candidate,
    emailKeys: sameEmails ? before.emailKeys : candidate.emails.map(emailKeyOf),
    hasEmail: candidate.emails.length > 0,
    tagKeys: sameTags ? before.tagKeys : candidate.tags.map(tagKeyOf),
    channelKey: candidate.source === null ? null : channelKeyOf(candidate.source.channel),
    nameTokens: sameWords ? before.nameTokens : prefixTokens([candidate.name, ...candidate.emails], MOST_NAME_WORDS),
  };
}
