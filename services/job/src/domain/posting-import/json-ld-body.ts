import { htmlText } from './html-text.ts';
import type { JobPostingFields } from './job-posting-json-ld.ts';
import { minimumYears } from './minimum-years.ts';
import type { MarkedText } from './posting-heading.ts';
import { foldText, wordsBetween } from './text-words.ts';

const LIST_DIVIDER = /\s*[,;]\s+/u;
const LONGEST_LISTED = 40;
const HAS_MARKER = /^(?:[-•*]|\d{1,2}[.)])\s/u;
const FEWEST_WORDS_OF_A_STATEMENT = 4;
const MONTHS_A_YEAR = 12;
/** No page has more lines in its fields; what is past this is left out rather than searched for. */
const MOST_FIELD_LINES = 300;

/**
 * The body of a posting given as JSON-LD: the description's text, and under headings after it the lines of
 * responsibilities, qualifications, skills, experience and education that the description does not contain. So
 * everything asked has a place in the body that a span can point to, and nothing is asked twice.
 */
export function jsonLdBody(fields: JobPostingFields): MarkedText {
  const { text, headingLevels } = htmlText(fields.description);
  const isKnown = statementFinder(text);
  const parts = [text.trimEnd()];
  for (const [heading, lines] of fieldLines(fields)) {
    const missing = lines.filter((line) => !isKnown(line));
    if (missing.length > 0) parts.push([heading, ...missing.map(asItem)].join('\n'));
  }
  return { body: parts.filter((part) => part !== '').join('\n\n'), headingLevels };
}

function fieldLines(fields: JobPostingFields): ReadonlyMap<string, string[]> {
  const byHeading = new Map<string, string[]>();
  let count = 0;
  const add = (heading: string, lines: readonly string[]): void => {
    const kept = lines.slice(0, MOST_FIELD_LINES - count);
    count += kept.length;
    byHeading.set(heading, [...(byHeading.get(heading) ?? []), ...kept]);
  };
  for (const section of fields.sections) add(section.heading, linesOf(section.html));
  const stated = experienceLine(fields, [...byHeading.values()].flat());
  if (stated !== null) add('Experience', [stated]);
  return byHeading;
}

/** "Python, SQL, Go" is three lines; a sentence with commas stays one. */
function linesOf(html: string): string[] {
  const lines = htmlText(html)
    .text.split(/\r\n|\r|\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.flatMap((line) => {
    const listed = line.split(LIST_DIVIDER);
    return listed.length > 2 && listed.every((item) => item.length <= LONGEST_LISTED) ? listed : [line];
  });
}

/** `monthsOfExperience` in words, unless the posting's words ask for as much already. */
function experienceLine(fields: JobPostingFields, lines: readonly string[]): string | null {
  const months = fields.monthsOfExperience;
  if (months === null) return null;
  const years = Math.floor(months / MONTHS_A_YEAR);
  const texts = [...htmlText(fields.description).text.split('\n'), ...lines];
  const isStated = texts.some((text) => minimumYears(text, wordsBetween(text, 0, text.length)) === years);
  if (isStated) return null;
  return months % MONTHS_A_YEAR === 0
    ? `At least ${years} years of experience`
    : `At least ${months} months of experience`;
}

/** A few words ("SQL") are stated where a line has no others; a longer statement may stand anywhere in the text. */
function statementFinder(text: string): (line: string) => boolean {
  const lines = new Set(text.split('\n').map(comparable));
  const whole = ` ${comparable(text)} `;
  return (line) => {
    const words = comparable(line);
    return lines.has(words) || (words.split(' ').length >= FEWEST_WORDS_OF_A_STATEMENT && whole.includes(` ${words} `));
  };
}

function asItem(line: string): string {
  return HAS_MARKER.test(line) ? line : `- ${line}`;
}

function comparable(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
