import { cleanTitle, isRole } from './clean-title.ts';
import {
  NO_TITLES,
  TITLE_ENDS,
  TITLE_GRADES,
  TITLE_OPENINGS,
  TITLE_SKIPPED,
  TITLE_WEAK_OPENINGS,
} from './lexicon/lexicon.ts';
import { type TextWord, wordsBetween } from './text-words.ts';

const MOST_TITLE_WORDS = 10;
/** A sentence longer than this is cut: its title stands near its beginning. */
const LONGEST_SENTENCE = 1_000;
/** Between two words of one title: spaces and the signs of "Full-Stack", "C++", "Node.js", "R&D", "Entwickler:in". */
const WITHIN_TITLE = /^(?:[\s\u00a0]*[-–/&+#*’']{0,3}[\s\u00a0]*|[.:])$/u;
const MOST_PRAISE_WORDS = 8;
const PRAISE_BREAK = /[.;:!?()]/u;
const SHORT_FORM = /^(?:sr|jr)$/u;
/** "Software Engineer in Test" is a title; "Engineer in Berlin" is a title and a place. */
const IN_TITLES = new Set(['test', 'training', 'residence']);

/**
 * The title that a sentence announces: "We're looking for a Senior Data Engineer who …" → "Senior Data Engineer".
 *
 * @param accept ROLES_ONLY takes a title only if it names a role; ANY_NAME takes capitalised words after a plain
 *   announcement too
 */
export function titleInSentence(sentence: string, accept: 'ROLES_ONLY' | 'ANY_NAME'): string | null {
  const words = wordsBetween(sentence, 0, Math.min(sentence.length, LONGEST_SENTENCE));
  for (let at = 0; at < words.length; at += 1) {
    const strong = TITLE_OPENINGS.matchAt(words, at);
    const opening = strong ?? (accept === 'ROLES_ONLY' ? TITLE_WEAK_OPENINGS.matchAt(words, at) : null);
    if (opening === null) continue;
    const title = titleFrom(sentence, words, opening.to, accept);
    if (title !== null) return title;
  }
  return null;
}

function titleFrom(
  sentence: string,
  words: readonly TextWord[],
  openingEnd: number,
  accept: 'ROLES_ONLY' | 'ANY_NAME',
): string | null {
  const from = skipToTitle(sentence, words, openingEnd);
  const to = titleEnd(sentence, words, from);
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || to <= from) return null;
  const titleWords = words.slice(from, to);
  if (NO_TITLES.has(first.folded)) return null;
  const start = sentence[first.start - 1] === '.' ? first.start - 1 : first.start;
  const raw = sentence.slice(start, last.end) + trailingSign(sentence, last.end);
  const isTitle = titleWords.some((word) => isRole(word.folded)) || (accept === 'ANY_NAME' && /\p{Lu}/u.test(raw));
  return isTitle ? capitalised(cleanTitle(raw)) : null;
}

/** Over articles and praise ("a highly organised, kind Data Engineer"): praise is in lower case, the title in capitals. */
function skipToTitle(sentence: string, words: readonly TextWord[], from: number): number {
  let start = from;
  while (TITLE_SKIPPED.has(words[start]?.folded ?? '')) start += 1;
  for (let at = start; at < words.length && at - start < MOST_PRAISE_WORDS; at += 1) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined || TITLE_GRADES.has(word.folded)) return at;
    if (/\p{Lu}/u.test(sentence.slice(word.start, word.end))) return at;
    if (TITLE_ENDS.has(word.folded) || NO_TITLES.has(word.folded) || isRole(word.folded)) break;
    if (at > start && before !== undefined && PRAISE_BREAK.test(sentence.slice(before.end, word.start))) break;
  }
  return start;
}

function titleEnd(sentence: string, words: readonly TextWord[], from: number): number {
  let at = from;
  while (at < words.length && at - from < MOST_TITLE_WORDS) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined) break;
    if (at > from && before !== undefined && !joins(sentence, before, word)) break;
    if (at > from && (endsTitle(words, at) || goesOnWithoutTitle(sentence, words, from, at))) break;
    at += 1;
  }
  return at;
}

function endsTitle(words: readonly TextWord[], at: number): boolean {
  const word = words[at]?.folded ?? '';
  if (word === 'in') return !IN_TITLES.has(words[at + 1]?.folded ?? '');
  return TITLE_ENDS.has(word);
}

/** "Head of Research and Development" is one title; "Head of Research and grow" is a title and a promise. */
function goesOnWithoutTitle(sentence: string, words: readonly TextWord[], from: number, at: number): boolean {
  const startsInCapital = (word: TextWord | undefined): boolean =>
    word !== undefined && /\p{Lu}/u.test(sentence.charAt(word.start));
  return words[at]?.folded === 'and' && startsInCapital(words[from]) && !startsInCapital(words[at + 1]);
}

function joins(sentence: string, before: TextWord, word: TextWord): boolean {
  const between = sentence.slice(before.end, word.start);
  return WITHIN_TITLE.test(between) || (SHORT_FORM.test(before.folded) && /^\.\s+$/u.test(between));
}

/** The signs of "C#" and "C++" at the end of a title. */
function trailingSign(sentence: string, end: number): string {
  return /^(?:\+\+|#)/u.exec(sentence.slice(end, end + 2))?.[0] ?? '';
}

function capitalised(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
