import { cleanTitle, namesRole } from './clean-title.ts';
import type { TextSpan } from './imported-posting.ts';
import type { PostingBlock } from './posting-blocks.ts';
import { sentenceSpans } from './sentence-spans.ts';
import { titleInSentence } from './title-in-sentence.ts';

const LONGEST_TITLE_LINE = 120;
/** A title stands early or not at all; further sentences speak of other people's titles. */
const MOST_SENTENCES = 40;
const MOST_LINES = 8;

/**
 * The job's title. In this order, the surest first: a line "Job title: …", a heading above the first section that
 * names a role, a sentence such as "We're looking for a … who …", a heading or first line of any wording.
 *
 * @returns null when the posting names none
 */
export function postingTitle(body: string, blocks: readonly PostingBlock[]): string | null {
  const lines = titleLines(body, blocks);
  return (
    labelledTitle(body, blocks) ??
    lines.find(namesRole) ??
    sentenceTitle(body, blocks, 'ROLES_ONLY') ??
    sentenceTitle(body, blocks, 'ANY_NAME') ??
    lines[0] ??
    null
  );
}

function labelledTitle(body: string, blocks: readonly PostingBlock[]): string | null {
  for (const block of blocks) {
    if (block.type !== 'FACT' || block.label !== 'TITLE' || block.span.end - block.span.start > LONGEST_TITLE_LINE)
      continue;
    const title = cleanTitle(body.slice(block.span.start, block.span.end));
    if (title !== '') return title;
  }
  return null;
}

/** Short lines above the first section that we know: headings, and lines that are no sentences. */
function titleLines(body: string, blocks: readonly PostingBlock[]): string[] {
  const titles: string[] = [];
  for (const block of blocks) {
    if (block.type === 'HEADING' && block.section !== null) break;
    if (block.type === 'BULLET' || titles.length >= MOST_LINES) break;
    if (block.type !== 'HEADING' && block.type !== 'PROSE') continue;
    const title = titleOfLine(body, block.span);
    if (title !== null) titles.push(title);
  }
  return titles;
}

function titleOfLine(body: string, span: TextSpan): string | null {
  if (span.end - span.start > LONGEST_TITLE_LINE) return null;
  const line = body.slice(span.start, span.end);
  const announced = titleInSentence(line, 'ROLES_ONLY');
  if (announced !== null) return announced;
  if (/[.!?:;,]$/u.test(line)) return null;
  const title = cleanTitle(line);
  return title === '' ? null : title;
}

function sentenceTitle(
  body: string,
  blocks: readonly PostingBlock[],
  accept: 'ROLES_ONLY' | 'ANY_NAME',
): string | null {
  let read = 0;
  for (const block of blocks) {
    if (block.type !== 'PROSE' && block.type !== 'HEADING') continue;
    for (const span of sentenceSpans(body, block.span.start, block.span.end)) {
      if (read >= MOST_SENTENCES) return null;
      read += 1;
      const title = titleInSentence(body.slice(span.start, span.end), accept);
      if (title !== null) return title;
    }
  }
  return null;
}
