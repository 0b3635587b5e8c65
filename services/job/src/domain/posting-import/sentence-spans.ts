import type { TextSpan } from './imported-posting.ts';
import { ABBREVIATIONS, SENTENCE_OPENINGS } from './lexicon/lexicon.ts';
import { trimSpan } from './posting-lines.ts';
import { foldText } from './text-words.ts';

const TERMINATORS = new Set(['.', '!', '?', '…']);
const WIDE_TERMINATORS = new Set(['。', '！', '？']);
const CLOSERS = new Set(['"', "'", '”', '’', '»', ')', ']', '}', '*', '_']);
const OPENERS = new Set(['"', "'", '“', '„', '‘', '«', '(', '[', '{', '*', '_', '¿', '¡', ' ', '\u00a0']);
const SPACE = /\s/u;
const LOWER_CASE = /\p{Ll}/u;
/** Longer than any abbreviation; bounds how far the scan looks back and ahead. */
const LONGEST_WORD = 24;
const INITIALISM = /^(?:\p{L}\.)*\p{L}$/u;
const SMALL_NUMBER = /^\d{1,2}$/u;

/**
 * Splits prose into sentences. Own rules and not `Intl.Segmenter`: its answer changes with the ICU that Node carries,
 * and it divides after "e.g." and "U.S."; the same posting must give the same criteria on every machine.
 * A full stop ends a sentence when white space follows, the next word does not begin in lower case, and the word
 * before is no abbreviation.
 *
 * @returns spans without outer white space, in order, never empty; made as they are asked for
 */
export function* sentenceSpans(text: string, start: number, end: number): Generator<TextSpan> {
  let sentenceStart = start;
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    const wide = WIDE_TERMINATORS.has(character);
    if (!wide && !TERMINATORS.has(character)) continue;
    const stop = at;
    while (at + 1 < end && (TERMINATORS.has(text.charAt(at + 1)) || CLOSERS.has(text.charAt(at + 1)))) at += 1;
    if (wide || endsSentence(text, start, stop, at + 1, end)) {
      yield* spanWithText(text, sentenceStart, at + 1);
      sentenceStart = at + 1;
    }
  }
  yield* spanWithText(text, sentenceStart, end);
}

function endsSentence(text: string, start: number, stop: number, after: number, end: number): boolean {
  if (after >= end) return true;
  if (!SPACE.test(text.charAt(after))) return false;
  const next = nextWord(text, after, end);
  if (LOWER_CASE.test(next.charAt(0))) return false;
  if (text.charAt(stop) !== '.') return true;
  const before = wordBefore(text, start, stop);
  if (before === '') return true;
  const isOpen = ABBREVIATIONS.has(foldText(before)) || INITIALISM.test(before) || SMALL_NUMBER.test(before);
  return !isOpen || SENTENCE_OPENINGS.has(foldText(next));
}

function nextWord(text: string, from: number, end: number): string {
  const limit = Math.min(end, from + LONGEST_WORD);
  let start = from;
  while (start < limit && (OPENERS.has(text.charAt(start)) || SPACE.test(text.charAt(start)))) start += 1;
  return /^[\p{L}\p{N}]*/u.exec(text.slice(start, limit))?.[0] ?? '';
}

function wordBefore(text: string, start: number, stop: number): string {
  const limit = Math.max(start, stop - LONGEST_WORD);
  let from = stop;
  while (from > limit && !SPACE.test(text.charAt(from - 1)) && !OPENERS.has(text.charAt(from - 1))) from -= 1;
  return text.slice(from, stop);
}

function spanWithText(text: string, start: number, end: number): TextSpan[] {
  const span = trimSpan(text, start, end);
  return span.end > span.start ? [span] : [];
}
