/** A line of a text: the whole of it, and the part between its outer white space. Offsets into the text. */
export interface PostingLine {
  readonly start: number;
  readonly end: number;
  /** Equal to `contentEnd` on a blank line. */
  readonly contentStart: number;
  readonly contentEnd: number;
}

const LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;

/** All lines of a text, blank ones too, with whatever line ends it has. */
export function postingLines(text: string): PostingLine[] {
  const lines: PostingLine[] = [];
  let start = 0;
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    lines.push(postingLine(text, start, lineBreak.index));
    start = lineBreak.index + lineBreak[0].length;
  }
  lines.push(postingLine(text, start, text.length));
  return lines;
}

export function isBlank(line: PostingLine | undefined): boolean {
  return line === undefined || line.contentStart === line.contentEnd;
}

export function lineContent(text: string, line: PostingLine): string {
  return text.slice(line.contentStart, line.contentEnd);
}

/** White space before the content, a tab counting as four. */
export function lineIndent(text: string, line: PostingLine): number {
  let indent = 0;
  for (let at = line.start; at < line.contentStart; at += 1) indent += text[at] === '\t' ? 4 : 1;
  return indent;
}

function postingLine(text: string, start: number, end: number): PostingLine {
  const { start: contentStart, end: contentEnd } = trimSpan(text, start, end);
  return { start, end, contentStart, contentEnd };
}

/** Narrows a span by its outer white space (NBSP and BOM count as white space, as in `String.prototype.trim`). */
export function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  const raw = text.slice(start, end);
  const trimmedStart = start + raw.length - raw.trimStart().length;
  return { start: trimmedStart, end: Math.max(trimmedStart, start + raw.trimEnd().length) };
}
