import { HEADING_FILLERS, HEADING_PHRASES } from './lexicon/lexicon.ts';
import type { SectionName } from './lexicon/language-lexicon.ts';
import { PhraseIndex, type PhraseMatch } from './phrase-index.ts';
import type { TextWord } from './text-words.ts';

/** The section that a heading opens. */
export interface HeadingSection {
  readonly name: SectionName;
  /** What a WISH heading wishes for ("Nice to have skills" → SKILL); otherwise equal to `name`. */
  readonly subject: SectionName;
  /** The heading says this and nothing else; then it is one even without any markup. */
  readonly exact: boolean;
}

const WHOLE = '=';
const OPEN = '…';
const WEAK = '~';

const wholePhrases = new PhraseIndex(HEADING_PHRASES.filter(([phrase]) => phrase.startsWith(WHOLE)));
const openPhrases = new PhraseIndex(HEADING_PHRASES.filter(([phrase]) => phrase.endsWith(OPEN)));
const weakPhrases = new PhraseIndex(HEADING_PHRASES.filter(([phrase]) => phrase.startsWith(WEAK)));
const phrases = new PhraseIndex(
  HEADING_PHRASES.filter(([phrase]) => !phrase.startsWith(WHOLE) && !phrase.endsWith(OPEN)),
);

/** The section that these words of a heading name, in any of the languages, or null. */
export function headingSection(words: readonly TextWord[]): HeadingSection | null {
  const whole = wholePhrases.matchAt(words, 0);
  const matches = whole !== null && whole.to === words.length ? [whole] : headingMatches(words);
  const names = sectionNames(words, matches);
  const first = names[0];
  if (first === undefined) return null;
  const subject = names.find((name) => name !== 'WISH') ?? first;
  const name = names.includes('WISH') && first !== 'OTHER' ? 'WISH' : first;
  return { name, subject: name === 'WISH' ? subject : name, exact: coversAll(words, matches) };
}

/** From left to right; without the weak ones where a stronger one asks something too. */
function sectionNames(words: readonly TextWord[], matches: readonly PhraseMatch<SectionName>[]): SectionName[] {
  const strong = matches.filter((match) => weakPhrases.matchAt(words, match.from)?.to !== match.to);
  const overrules = strong.some(({ meanings }) => meanings[0] !== 'OTHER' && meanings[0] !== 'ROLE');
  return (overrules ? strong : matches).flatMap((match) => match.meanings.slice(0, 1));
}

/** Matches from left to right; a phrase that may go on ("About …") takes everything after it. */
function headingMatches(words: readonly TextWord[]): PhraseMatch<SectionName>[] {
  const found: PhraseMatch<SectionName>[] = [];
  let onlyFillersSoFar = true;
  for (let at = 0; at < words.length; ) {
    const match = phrases.matchAt(words, at);
    const open = onlyFillersSoFar ? openPhrases.matchAt(words, at) : null;
    if (open !== null && open.to > (match?.to ?? 0)) return [{ ...open, to: words.length }];
    if (match !== null) found.push(match);
    onlyFillersSoFar &&= match === null && isFiller(words[at]);
    at = match === null ? at + 1 : match.to;
  }
  return found;
}

function coversAll(words: readonly TextWord[], matches: readonly PhraseMatch<SectionName>[]): boolean {
  return words.every((word, at) => isFiller(word) || matches.some((match) => match.from <= at && at < match.to));
}

function isFiller(word: TextWord | undefined): boolean {
  return word !== undefined && HEADING_FILLERS.has(word.folded);
}
