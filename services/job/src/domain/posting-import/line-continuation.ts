import { bulletMarker } from './bullet-marker.ts';
import { isBlank, lineContent, lineIndent, type PostingLine } from './posting-lines.ts';

const NARROWEST_WRAP = 50;
const WIDEST_WRAP = 100;
const FEWEST_PAIRS = 3;
const SHARE_OF_WRAPPED_PAIRS = 0.6;
/** A shorter line that goes on in lower case is more likely a list without markers than a broken sentence. */
const SHORTEST_BROKEN_LINE = 40;
const ENDS_SENTENCE = /[.!?:;…。][)"'”’»*_]{0,3}$/u;
const STARTS_LOWER = /^\p{Ll}/u;
const FIRST_WORD = /^\S{1,60}/u;
const TAIL = 4;

/**
 * The width at which a text was wrapped by hand or by a mail program, or null if its lines are whole paragraphs.
 * A wrapped line is as full as it can be: the next line's first word would not have fitted.
 */
export function hardWrapWidth(text: string, lines: readonly PostingLine[]): number | null {
  const width = lines.reduce((widest, line) => Math.max(widest, lineWidth(line)), 0);
  if (width < NARROWEST_WRAP || width > WIDEST_WRAP) return null;
  let pairs = 0;
  let wrapped = 0;
  lines.forEach((line, at) => {
    const next = lines[at + 1];
    if (next === undefined || isBlank(line) || isBlank(next) || bulletMarker(text, next) !== null) return;
    pairs += 1;
    if (fillsWidth(text, line, next, width)) wrapped += 1;
  });
  return pairs >= FEWEST_PAIRS && wrapped >= pairs * SHARE_OF_WRAPPED_PAIRS ? width : null;
}

/**
 * Whether `next` goes on with the sentence of `line` and is no paragraph or item of its own.
 *
 * @param bulletIndent the indent of the item that `line` belongs to, or null outside a list
 */
export function continuesLine(
  text: string,
  line: PostingLine,
  next: PostingLine,
  wrapWidth: number | null,
  bulletIndent: number | null,
): boolean {
  if (isBlank(next)) return false;
  if (wrapWidth !== null && fillsWidth(text, line, next, wrapWidth)) return true;
  if (bulletIndent !== null && lineIndent(text, next) > bulletIndent) return true;
  const tail = text.slice(Math.max(line.contentStart, line.contentEnd - TAIL), line.contentEnd);
  if (ENDS_SENTENCE.test(tail)) return false;
  return line.contentEnd - line.contentStart >= SHORTEST_BROKEN_LINE && STARTS_LOWER.test(lineContent(text, next));
}

function fillsWidth(text: string, line: PostingLine, next: PostingLine, width: number): boolean {
  const firstWord = FIRST_WORD.exec(text.slice(next.contentStart, Math.min(next.contentEnd, next.contentStart + 60)));
  return lineWidth(line) + 1 + (firstWord?.[0].length ?? 0) > width;
}

function lineWidth(line: PostingLine): number {
  return line.contentEnd - line.start;
}
