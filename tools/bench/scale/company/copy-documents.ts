import { scorecardIdOf } from '@hiregraph/platform';
import type { StoredDocument } from '@hiregraph/storage';

/** Everything in a document that belongs to one application's story, and so differs from copy to copy. */
const VARIABLE =
  /\b(?:app|cand|int|scr)_[0-9a-hjkmnp-tv-z]{26}\b|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|@example\.(?:net|com|org)/gu;

const ID_TAIL = 5;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Each copy happened that much earlier than the one before, so that no two stand at the same place of a sorted list. */
const STEP_MILLISECONDS = 97_003;

type Part = (copy: number) => string;

/** Whose scorecards these are, by id: the ids follow from the interview and the interviewer, in copies too. */
export type ScorecardOwners = ReadonlyMap<string, { readonly interviewId: string; readonly interviewerId: string }>;

/** @param scorecards their documents in evaluation's store */
export function scorecardOwners(scorecards: readonly StoredDocument[]): ScorecardOwners {
  return new Map(
    scorecards.map(({ _id, ...document }) => {
      const { interviewId, interviewerId } = document['state'] as Readonly<Record<string, string>>;
      return [_id, { interviewId: interviewId ?? '', interviewerId: interviewerId ?? '' }];
    }),
  );
}

/**
 * Takes a document apart into fixed text and what a copy changes: ids of applications, people, interviews and scorecards,
 * moments, and email addresses. Jobs, stages and staff stay those of the original company.
 * @returns makes the copy of that number, from 1
 */
export function copierOf(document: StoredDocument, owners: ScorecardOwners): (copy: number) => StoredDocument {
  const text = JSON.stringify(document);
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const fixed = text.slice(at, match.index);
    parts.push(() => fixed, partFor(match[0], owners));
    at = match.index + match[0].length;
  }
  const rest = text.slice(at);
  return (copy) => JSON.parse(parts.map((part) => part(copy)).join('') + rest) as StoredDocument;
}

function partFor(text: string, owners: ScorecardOwners): Part {
  if (text.startsWith('@')) return (copy) => `.c${copy}${text}`;
  const time = Date.parse(text);
  if (!Number.isNaN(time)) return (copy) => new Date(time - copy * STEP_MILLISECONDS).toISOString();
  const owner = owners.get(text);
  if (owner === undefined) return (copy) => copyOfId(text, copy);
  return (copy) => scorecardIdOf(copyOfId(owner.interviewId, copy), owner.interviewerId);
}

function copyOfId(id: string, copy: number): string {
  return id.slice(0, -ID_TAIL) + tailOf(copy);
}

function tailOf(copy: number): string {
  let tail = '';
  for (let rest = copy; tail.length < ID_TAIL; rest = Math.floor(rest / ALPHABET.length)) {
    tail = `${ALPHABET[rest % ALPHABET.length] ?? ''}${tail}`;
  }
  return tail;
}
