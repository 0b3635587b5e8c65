import { foldedWordSet, PhraseIndex } from '../phrase-index.ts';
import { foldText } from '../text-words.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import type { LanguageLexicon, WordingTag } from './language-lexicon.ts';
import { SPANISH } from './spanish.ts';

/**
 * All languages at once: postings mix them ("Dein Profil", "Nice to have"), and guessing the language of six lines
 * goes wrong more often than two languages' phrases collide. A new language is one more file, named here.
 */
const LANGUAGES: readonly LanguageLexicon[] = [ENGLISH, GERMAN, FRENCH, SPANISH];

/** Pairs of phrase and meaning out of every language's table. */
function phrasesOf<Meaning extends string>(
  table: (language: LanguageLexicon) => Readonly<Record<Meaning, readonly string[]>>,
): [string, Meaning][] {
  return LANGUAGES.flatMap((language) =>
    // Object.entries widens the keys of a record to string; the tables have no others.
    (Object.entries(table(language)) as [Meaning, readonly string[]][]).flatMap(([meaning, phrases]) =>
      phrases.map((phrase): [string, Meaning] => [phrase, meaning]),
    ),
  );
}

function wordsOf(list: (language: LanguageLexicon) => readonly string[]): ReadonlySet<string> {
  return foldedWordSet(LANGUAGES.flatMap(list));
}

function phraseListIndex(list: (language: LanguageLexicon) => readonly string[]): PhraseIndex<true> {
  return new PhraseIndex(LANGUAGES.flatMap(list).map((phrase): [string, true] => [phrase, true]));
}

export const HEADING_PHRASES = phrasesOf((language) => language.headings);
export const LEAD_IN_OPENINGS = wordsOf((language) => language.leadInOpenings);
export const HEADING_FILLERS = wordsOf((language) => language.headingFillers);
/** Words for person and company, found also inside the phrases of `WORDING` ("you" in "you have"). */
const SUBJECT_TAGS: readonly WordingTag[] = ['PERSON', 'COMPANY', 'COMPANY_OWN'];
const wordingPhrases = phrasesOf((language) => language.wording);
export const SUBJECTS = new PhraseIndex(wordingPhrases.filter(([, tag]) => SUBJECT_TAGS.includes(tag)));
export const WORDING = new PhraseIndex(wordingPhrases.filter(([, tag]) => !SUBJECT_TAGS.includes(tag)));
export const WISH_FILLERS = wordsOf((language) => language.wishFillers);
export const DUTY_OPENINGS = wordsOf((language) => language.dutyOpenings);
export const LABELS = new PhraseIndex(phrasesOf((language) => language.labels));
export const FACT_VALUES = new PhraseIndex(phrasesOf((language) => language.factValues));

export const TITLE_OPENINGS = phraseListIndex((language) => language.title.openings);
export const TITLE_WEAK_OPENINGS = phraseListIndex((language) => language.title.weakOpenings);
export const TITLE_SKIPPED = wordsOf((language) => language.title.skipped);
export const TITLE_ENDS = wordsOf((language) => language.title.ends);
export const TITLE_GRADES = wordsOf((language) => language.title.grades);
export const NO_TITLES = wordsOf((language) => language.title.noTitles);
export const ROLES = wordsOf((language) => language.title.roles);
export const EMPLOYER_WORDS = wordsOf((language) => language.title.employerWords);

export const NUMBERS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) => Object.entries(language.years.numbers)).map(([word, value]) => [
    foldText(word),
    value,
  ]),
);
export const YEAR_UNITS = wordsOf((language) => language.years.years);
export const MONTH_UNITS = wordsOf((language) => language.years.months);
export const YEAR_COMPOUNDS = wordsOf((language) => language.years.compounds);
export const RANGE_WORDS = wordsOf((language) => language.years.to);
export const BETWEEN_JOINTS = wordsOf((language) => language.years.and);
export const BETWEEN_WORDS = wordsOf((language) => language.years.between);
export const YEARS_SKIPPED = wordsOf((language) => language.years.skipped);
export const NO_MINIMUM_BEFORE = phraseListIndex((language) => language.years.noMinimumBefore);
export const NO_MINIMUM_AFTER = phraseListIndex((language) => language.years.noMinimumAfter);

/** Kept with inner stops ("e.g"), as they stand before their last one. */
export const ABBREVIATIONS: ReadonlySet<string> = foldedWordSet(
  LANGUAGES.flatMap((language) => language.abbreviations),
);
export const SENTENCE_OPENINGS = wordsOf((language) => language.sentenceOpenings);
