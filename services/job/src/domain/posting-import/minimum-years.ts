import {
  BETWEEN_JOINTS,
  BETWEEN_WORDS,
  MONTH_UNITS,
  NO_MINIMUM_AFTER,
  NO_MINIMUM_BEFORE,
  NUMBERS,
  RANGE_WORDS,
  YEAR_COMPOUNDS,
  YEAR_UNITS,
  YEARS_SKIPPED,
} from './lexicon/lexicon.ts';
import type { TextWord } from './text-words.ts';

const MONTHS_A_YEAR = 12;
/** Beyond this a number of years is no experience of a person. */
const MOST_YEARS = 50;
const MOST_SKIPPED_WORDS = 3;
const LONGEST_GUARD_WORDS = 3;
const DIGITS = /^\d{1,3}$/u;
const DIGITS_AND_UNIT = /^(\d{1,2})(\p{L}+)$/u;
/** Between a number and its unit stand spaces, "+", dashes, brackets or a decimal point, but no new clause. */
const CLAUSE_BREAK = /[;:!?]|[,.]\s/u;

/**
 * The least years of experience that a criterion asks for: 8 in "8+ years", 3 in "3-5 years", 5 in "mindestens fünf
 * Jahre", 2 in "30 months" (rounded down). Where several are named, the first. Null when there is none, or when the
 * years are no minimum ("up to 3 years", "in the last 2 years", "18 years old").
 *
 * @param text the text that the words' offsets point into
 */
export function minimumYears(text: string, words: readonly TextWord[]): number | null {
  for (let at = 0; at < words.length; at += 1) {
    const years = yearsAt(text, words, at);
    if (years !== null && years >= 1 && years <= MOST_YEARS) return years;
  }
  return null;
}

function yearsAt(text: string, words: readonly TextWord[], at: number): number | null {
  const word = words[at]?.folded ?? '';
  const joined = joinedNumberAndUnit(word);
  const unit = joined === null ? word : joined.unit;
  if (!YEAR_UNITS.has(unit) && !MONTH_UNITS.has(unit)) return null;
  const first = joined === null ? firstNumber(text, words, at) : { value: joined.value, at };
  if (first === null || isGuarded(words, first.at, at)) return null;
  return MONTH_UNITS.has(unit) ? Math.floor(first.value / MONTHS_A_YEAR) : first.value;
}

/** "5yrs", "5jährige", "fünfjährige". */
function joinedNumberAndUnit(word: string): { value: number; unit: string } | null {
  const digits = DIGITS_AND_UNIT.exec(word);
  if (digits?.[1] !== undefined && digits[2] !== undefined) return { value: Number(digits[1]), unit: digits[2] };
  for (const unit of YEAR_COMPOUNDS) {
    if (!word.endsWith(unit)) continue;
    const value = NUMBERS.get(word.slice(0, -unit.length));
    if (value !== undefined) return { value, unit };
  }
  return null;
}

/** Walks left from the unit over "+", "or more" and ranges to the first number of the expression. */
function firstNumber(text: string, words: readonly TextWord[], unitAt: number): { value: number; at: number } | null {
  let found: { value: number; at: number } | null = null;
  let joints: string[] = [];
  for (let at = unitAt - 1; at >= 0 && joints.length <= MOST_SKIPPED_WORDS; at -= 1) {
    const word = words[at];
    const right = words[at + 1];
    if (word === undefined || right === undefined || CLAUSE_BREAK.test(text.slice(word.end, right.start))) break;
    const value = numberValue(word.folded);
    if (value !== null) {
      if (found !== null && !joinsRange(joints, words, at)) break;
      found = { value, at };
      joints = [];
    } else if (RANGE_WORDS.has(word.folded) || BETWEEN_JOINTS.has(word.folded) || YEARS_SKIPPED.has(word.folded)) {
      joints.push(word.folded);
    } else break;
  }
  return found;
}

function numberValue(word: string): number | null {
  if (DIGITS.test(word)) return Number(word);
  return NUMBERS.get(word) ?? null;
}

/** Two numbers make a range when they touch ("3-5", "five (5)"), by "to", or by "and" after "between". */
function joinsRange(joints: readonly string[], words: readonly TextWord[], firstAt: number): boolean {
  if (joints.length === 0) return true;
  if (joints.some((joint) => RANGE_WORDS.has(joint))) return true;
  return BETWEEN_WORDS.has(words[firstAt - 1]?.folded ?? '');
}

function isGuarded(words: readonly TextWord[], firstAt: number, unitAt: number): boolean {
  if (NO_MINIMUM_AFTER.matchAt(words, unitAt + 1) !== null) return true;
  for (let from = Math.max(0, firstAt - LONGEST_GUARD_WORDS); from < firstAt; from += 1) {
    if (NO_MINIMUM_BEFORE.matchAt(words, from)?.to === firstAt) return true;
  }
  return false;
}
