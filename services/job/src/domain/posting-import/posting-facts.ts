import type { ImportedEmploymentType, TextSpan } from './imported-posting.ts';
import type { FactLabel, FactValue } from './lexicon/language-lexicon.ts';
import { FACT_VALUES } from './lexicon/lexicon.ts';
import type { PostingBlock } from './posting-blocks.ts';
import { wordsBetween } from './text-words.ts';

/** What a posting states about the job in labelled lines and tag lines; only what it says outright. */
export interface PostingFacts {
  readonly locations: readonly string[];
  readonly department?: string;
  readonly employmentType?: ImportedEmploymentType;
  readonly remote?: boolean;
}

const LONGEST_VALUE = 200;
const MOST_LOCATIONS = 20;
const LONGEST_TAG_LINE = 120;
const TAG_DIVIDER = /\s*[|·•/]\s*/u;
const PLACE_DIVIDER = /\s*[|·•;/]\s*|\s+(?:or|and|oder|und|ou|et|o|y)\s+/u;
const BRACKETS = /[()[\]]/gu;
/** Left over at the ends of a place once "remote" is taken out of it. */
const EDGE = /^[\s,;:–—-]{1,20}|[\s,;:–—-]{1,20}$/gu;

/** Reads "Location: …", "Department: …", "Employment type: …" and lines such as "Berlin | Full-time | Remote". */
export function postingFacts(body: string, blocks: readonly PostingBlock[]): PostingFacts {
  const place = firstFact(body, blocks, 'LOCATION');
  const department = firstFact(body, blocks, 'DEPARTMENT');
  const employment = firstFact(body, blocks, 'EMPLOYMENT_TYPE');
  const tags = blocks.filter((block) => block.type === 'PROSE').flatMap((block) => tagsOf(body, block.span));
  const stated = new Set([...(place === null ? [] : factValues(place)), ...tags]);
  const employmentType = (employment === null ? [] : factValues(employment)).concat(tags).find(isEmploymentType);
  return {
    locations: place === null ? [] : placesIn(place),
    ...(department === null ? {} : { department }),
    ...(employmentType === undefined ? {} : { employmentType }),
    ...(stated.has('REMOTE') ? { remote: true } : stated.has('ON_SITE') ? { remote: false } : {}),
  };
}

export function factValues(text: string): FactValue[] {
  return FACT_VALUES.matches(wordsBetween(text, 0, text.length)).flatMap((match) => match.meanings);
}

export function isEmploymentType(value: FactValue): value is ImportedEmploymentType {
  return value !== 'REMOTE' && value !== 'ON_SITE';
}

function firstFact(body: string, blocks: readonly PostingBlock[], label: FactLabel): string | null {
  for (const block of blocks) {
    if (block.type !== 'FACT' || block.label !== label) continue;
    const value = body.slice(block.span.start, Math.min(block.span.end, block.span.start + LONGEST_VALUE));
    return value
      .replace(/\*\*|__/gu, '')
      .replace(/\s+/gu, ' ')
      .trim();
  }
  return null;
}

/** Values of a line all of whose divided parts are short; a sentence that mentions remote work is no statement of it. */
function tagsOf(body: string, span: TextSpan): FactValue[] {
  if (span.end - span.start > LONGEST_TAG_LINE) return [];
  const parts = body.slice(span.start, span.end).split(TAG_DIVIDER);
  return parts.flatMap((part) => wholeValue(part));
}

function wholeValue(text: string): readonly FactValue[] {
  const words = wordsBetween(text, 0, text.length);
  const match = FACT_VALUES.matchAt(words, 0);
  return match !== null && match.to === words.length ? match.meanings : [];
}

function placesIn(text: string): string[] {
  const places = text
    .split(PLACE_DIVIDER)
    .map(withoutWorkMode)
    .filter((place) => place !== '');
  return [...new Set(places)].slice(0, MOST_LOCATIONS);
}

/** "Remote (EU)" → "EU", "Berlin (hybrid)" → "Berlin". */
function withoutWorkMode(text: string): string {
  const modes = FACT_VALUES.matches(wordsBetween(text, 0, text.length));
  if (modes.length === 0) return text.replace(EDGE, '');
  const words = wordsBetween(text, 0, text.length);
  let rest = text;
  for (const mode of [...modes].reverse()) {
    const start = words[mode.from]?.start ?? 0;
    const end = words[mode.to - 1]?.end ?? start;
    rest = rest.slice(0, start) + rest.slice(end);
  }
  return rest.replace(BRACKETS, ' ').replace(/\s+/gu, ' ').replace(EDGE, '');
}
