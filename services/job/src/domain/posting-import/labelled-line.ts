import { type HeadingSection, headingSection } from './heading-section.ts';
import type { TextSpan } from './imported-posting.ts';
import type { FactLabel } from './lexicon/language-lexicon.ts';
import { LABELS } from './lexicon/lexicon.ts';
import { trimSpan } from './posting-lines.ts';
import { wordsBetween } from './text-words.ts';

/** A line such as "Location: Berlin" (a fact) or "Requirements: …" (a section that begins in the same line). */
export interface LabelledLine {
  readonly label: TextSpan;
  readonly rest: TextSpan;
  readonly fact: FactLabel | null;
  readonly section: HeadingSection | null;
}

const LONGEST_LABEL = 50;
/** Longer than this, it is a sentence after a colon. */
const LONGEST_FACT = 120;
const COLON = /[:：]/u;
/** What bold labels leave before their value ("**Location:** Berlin"). */
const REST_MARKUP = /^[\s*_]{1,10}/u;

/** Reads "label: text", or null when what stands before the first colon is neither a fact's label nor a section. */
export function labelledLine(text: string, start: number, end: number): LabelledLine | null {
  const colon = text.slice(start, Math.min(end, start + LONGEST_LABEL)).search(COLON);
  if (colon <= 0) return null;
  const afterColon = text.slice(start + colon + 1, end);
  if (afterColon.startsWith('//')) return null;
  const markup = REST_MARKUP.exec(afterColon)?.[0].length ?? 0;
  const rest = trimSpan(text, start + colon + 1 + markup, end);
  if (rest.start >= rest.end) return null;
  const words = wordsBetween(text, start, start + colon);
  const label = { start, end: start + colon };
  const fact = LABELS.matchAt(words, 0);
  if (rest.end - rest.start <= LONGEST_FACT && fact?.to === words.length && fact.meanings[0] !== undefined)
    return { label, rest, fact: fact.meanings[0], section: null };
  const section = headingSection(words);
  return section?.exact === true ? { label, rest, fact: null, section } : null;
}
