import { type BulletMarker, bulletMarker, bulletsInside } from './bullet-marker.ts';
import type { HeadingSection } from './heading-section.ts';
import type { TextSpan } from './imported-posting.ts';
import { labelledLine } from './labelled-line.ts';
import type { FactLabel } from './lexicon/language-lexicon.ts';
import { continuesLine, hardWrapWidth } from './line-continuation.ts';
import { type MarkedText, postingHeading } from './posting-heading.ts';
import { isBlank, lineContent, lineIndent, type PostingLine, postingLines, trimSpan } from './posting-lines.ts';

/** What a posting is made of, in order. Spans are without markers and outer white space. */
export type PostingBlock =
  | {
      readonly type: 'HEADING';
      readonly span: TextSpan;
      readonly section: HeadingSection | null;
      readonly level: number | null;
      readonly leadsIn: boolean;
    }
  | { readonly type: 'BULLET'; readonly span: TextSpan; readonly indent: number }
  | { readonly type: 'PROSE'; readonly span: TextSpan }
  | { readonly type: 'FACT'; readonly label: FactLabel; readonly span: TextSpan }
  | { readonly type: 'GAP' };

const RULE = /^(?:[-*_=~•·—–]\s?){3,60}$/u;
const LONGEST_RULE = 120;

/** Divides a posting into headings, items, paragraphs (wrapped lines joined), labelled facts and gaps. */
export function postingBlocks(marked: MarkedText): PostingBlock[] {
  const lines = postingLines(marked.body);
  const reader = new BlockReader(marked, lines);
  for (let at = 0; at < lines.length; ) at = reader.readAt(at);
  return reader.blocks;
}

class BlockReader {
  readonly blocks: PostingBlock[] = [];
  readonly #marked: MarkedText;
  readonly #body: string;
  readonly #lines: readonly PostingLine[];
  readonly #wrapWidth: number | null;
  /** Inside such a section an item "Team: …" is a criterion, and no fact about the job. */
  #asksOfPerson = false;

  constructor(marked: MarkedText, lines: readonly PostingLine[]) {
    this.#marked = marked;
    this.#body = marked.body;
    this.#lines = lines;
    this.#wrapWidth = hardWrapWidth(marked.body, lines);
  }

  /** Reads one block and answers the index of the line after it. */
  readAt(at: number): number {
    const line = this.#lines[at];
    if (line === undefined || isBlank(line) || isRule(this.#body, line)) {
      this.blocks.push({ type: 'GAP' });
      return at + 1;
    }
    const heading = postingHeading(this.#marked, this.#lines, at);
    if (heading !== null) {
      const { span, section, level, leadsIn, lineCount } = heading;
      this.blocks.push({ type: 'HEADING', span, section, level, leadsIn });
      this.#asksOfPerson = section !== null && section.name !== 'OTHER' && section.name !== 'ROLE';
      return at + lineCount;
    }
    const bullet = bulletMarker(this.#body, line);
    return bullet === null ? this.#readText(at, line) : this.#readBullet(at, line, bullet);
  }

  #readText(at: number, line: PostingLine): number {
    const last = this.#lastLineFrom(at, null);
    const end = this.#lines[last]?.contentEnd ?? line.contentEnd;
    const labelled = labelledLine(this.#body, line.contentStart, line.contentEnd);
    if (labelled !== null && labelled.fact !== null) {
      this.blocks.push({ type: 'FACT', label: labelled.fact, span: labelled.rest });
      return at + 1;
    }
    if (labelled !== null && labelled.section !== null) {
      this.blocks.push({
        type: 'HEADING',
        span: labelled.label,
        section: labelled.section,
        level: null,
        leadsIn: true,
      });
      this.blocks.push({ type: 'PROSE', span: { start: labelled.rest.start, end } });
    } else {
      this.blocks.push({ type: 'PROSE', span: { start: line.contentStart, end } });
    }
    return last + 1;
  }

  #readBullet(at: number, line: PostingLine, marker: BulletMarker): number {
    const indent = lineIndent(this.#body, line);
    if (marker.contentStart >= line.contentEnd) return this.#readLoneMarker(at, indent);
    const labelled = this.#asksOfPerson ? null : labelledLine(this.#body, marker.contentStart, line.contentEnd);
    if (labelled !== null && labelled.fact !== null) {
      this.blocks.push({ type: 'FACT', label: labelled.fact, span: labelled.rest });
      return at + 1;
    }
    const last = this.#lastLineFrom(at, indent);
    const end = this.#lines[last]?.contentEnd ?? line.contentEnd;
    this.#pushBullets(marker.contentStart, end, indent);
    return last + 1;
  }

  /** Copied from a PDF, a marker often stands in a line of its own and its text in the next. */
  #readLoneMarker(at: number, indent: number): number {
    const next = this.#lines[at + 1];
    if (next === undefined || isBlank(next) || bulletMarker(this.#body, next) !== null) return at + 1;
    const last = this.#lastLineFrom(at + 1, indent);
    this.#pushBullets(next.contentStart, this.#lines[last]?.contentEnd ?? next.contentEnd, indent);
    return last + 1;
  }

  #pushBullets(start: number, end: number, indent: number): void {
    let from = start;
    for (const inside of bulletsInside(this.#body, start, end)) {
      this.#pushBullet(from, inside.stop, indent);
      from = inside.next;
    }
    this.#pushBullet(from, end, indent);
  }

  #pushBullet(start: number, end: number, indent: number): void {
    const span = trimSpan(this.#body, start, end);
    if (span.end > span.start) this.blocks.push({ type: 'BULLET', span, indent });
  }

  #lastLineFrom(at: number, bulletIndent: number | null): number {
    let last = at;
    for (let next = at + 1; next < this.#lines.length; next += 1) {
      const line = this.#lines[last];
      const following = this.#lines[next];
      if (line === undefined || following === undefined || isBlank(following) || isRule(this.#body, following)) break;
      if (
        bulletMarker(this.#body, following)?.manner !== undefined &&
        !this.#isTabbedContinuation(following, bulletIndent)
      )
        break;
      if (!continuesLine(this.#body, line, following, this.#wrapWidth, bulletIndent)) break;
      if (postingHeading(this.#marked, this.#lines, next) !== null) break;
      last = next;
    }
    return last;
  }

  /** A line that a tab alone makes an item goes on with an item that is indented less. */
  #isTabbedContinuation(line: PostingLine, bulletIndent: number | null): boolean {
    const isTabbed = bulletMarker(this.#body, line)?.manner === 'TAB';
    return isTabbed && bulletIndent !== null && lineIndent(this.#body, line) > bulletIndent;
  }
}

function isRule(text: string, line: PostingLine): boolean {
  const content = line.contentEnd - line.contentStart <= LONGEST_RULE ? lineContent(text, line) : '';
  return RULE.test(content);
}
