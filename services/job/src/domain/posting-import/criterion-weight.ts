import type { ImportedCriterionKind } from './imported-posting.ts';
import type { WordingTag } from './lexicon/language-lexicon.ts';
import { WISH_FILLERS } from './lexicon/lexicon.ts';
import { minimumYears } from './minimum-years.ts';
import type { PhraseMatch } from './phrase-index.ts';
import type { TextWord } from './text-words.ts';
import type { Wording } from './wording.ts';

/**
 * How much a criterion counts in the mean of a scorecard: 5 a must, 4 a qualification, 3 a skill, a mindset or a
 * responsibility, 1 a wish ("a big plus", "nice to have"). 2 is left free for people to set by hand.
 */
export const WEIGHT_OF_KIND: Readonly<Record<ImportedCriterionKind, number>> = {
  MUST_HAVE: 5,
  QUALIFICATION: 4,
  SKILL: 3,
  MINDSET: 3,
  RESPONSIBILITY: 3,
};
export const WISH_WEIGHT = 1;

interface WishClause {
  readonly from: number;
  readonly to: number;
}

const CLAUSE_BREAK = /[;(—–]|[.!?]\s|\s-\s/u;

/**
 * Whether the whole of a text is a wish. Where only the tail of it is one ("Comfortable in Linux; scripting is a
 * plus"), the text is asked for as its section says, and is kept in one piece: people rate the item as they read it
 * in the posting, and half an item would be a criterion that nobody wrote.
 */
export function isWish(text: string, words: readonly TextWord[], wording: Wording): boolean {
  const wish = wording.matches.find((match) => match.meanings.includes('WISH'));
  if (wish === undefined) return false;
  if (wording.has('MUST') || asksYearsBeforeComma(text, words, wish.from)) return false;
  const clause = clauseAround(text, words, wish);
  return clause.from === 0 || namesNothing(words.slice(clause.from, wish.from), words.slice(wish.to, clause.to));
}

/** A wish weighs least wherever it stands; "is required" makes a must of any qualification or skill. */
export function criterionWeight(kind: ImportedCriterionKind, wished: boolean, required: boolean): number {
  if (wished) return WISH_WEIGHT;
  const canBeRequired = kind === 'QUALIFICATION' || kind === 'SKILL';
  return required && canBeRequired ? WEIGHT_OF_KIND.MUST_HAVE : WEIGHT_OF_KIND[kind];
}

/** A clause such as "(which is a plus)" speaks of what stands before it; "(Go is a plus)" of Go alone. */
function namesNothing(before: readonly TextWord[], after: readonly TextWord[]): boolean {
  return [...before, ...after].every((word) => WISH_FILLERS.has(word.folded));
}

function clauseAround(text: string, words: readonly TextWord[], wish: PhraseMatch<WordingTag>): WishClause {
  let from = wish.from;
  // "…, ideally in logistics" adds to a demand, while "A, B and C are a plus" is one wish: a comma divides only here.
  if (from > 0 && textBefore(text, words, from).includes(',')) return { from, to: clauseEnd(text, words, wish.to) };
  while (from > 0 && !breaksBetween(text, words, from)) from -= 1;
  return { from, to: clauseEnd(text, words, wish.to) };
}

function clauseEnd(text: string, words: readonly TextWord[], after: number): number {
  let to = after;
  while (to < words.length && !breaksBetween(text, words, to)) to += 1;
  return to;
}

/** "5+ years of Go, Rust is a plus": the years are no wish. */
function asksYearsBeforeComma(text: string, words: readonly TextWord[], wishFrom: number): boolean {
  for (let at = wishFrom; at > 0; at -= 1) {
    if (textBefore(text, words, at).includes(',')) return minimumYears(text, words.slice(0, at)) !== null;
  }
  return false;
}

/** Whether a new clause begins with the word at `at`. */
function breaksBetween(text: string, words: readonly TextWord[], at: number): boolean {
  return CLAUSE_BREAK.test(textBefore(text, words, at));
}

function textBefore(text: string, words: readonly TextWord[], at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
}
