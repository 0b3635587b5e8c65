import { decodeHtmlEntities } from './html-entities.ts';

export interface HtmlText {
  readonly text: string;
  /** Offset of a line's first character → heading level 1 to 6, or null for a line that is bold as a whole. */
  readonly headingLevels: ReadonlyMap<number, number | null>;
}

interface HtmlTag {
  readonly name: string;
  readonly closing: boolean;
  readonly end: number;
}

const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figure footer form header hr main nav p pre section summary table tbody tfoot thead tr ul ol li h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
/** A blank line before and after these: they divide text into paragraphs. */
const SPACED = new Set(['p', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'table', 'section']);
const BOLD = new Set(['b', 'strong']);
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'head', 'title', 'svg']);
const HEADING = /^h([1-6])$/u;
const TAG_NAME = /^[a-zA-Z][a-zA-Z0-9:-]{0,30}/u;
const ANY_TAG = /<\/?[a-zA-Z!]/u;
const ESCAPED_TAG = /&lt;\/?[a-zA-Z]/iu;
const ENDS_LIKE_A_SENTENCE = /[.!?,;]$/u;
const HTML_SPACE = /[ \t\r\n\f]+/gu;

/**
 * Turns the HTML of a posting's description into plain text with lines, "- " items and headings, in one pass over the
 * input. Text without any tag keeps its own lines; HTML that was escaped once too often is unescaped first.
 */
export function htmlText(html: string): HtmlText {
  const source = !ANY_TAG.test(html) && ESCAPED_TAG.test(html) ? decodeHtmlEntities(html) : html;
  if (!ANY_TAG.test(source)) return { text: decodeHtmlEntities(source), headingLevels: new Map() };
  const writer = new HtmlTextWriter();
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('<', at);
    if (open === -1) break;
    const tag = readTag(source, open);
    writer.text(source.slice(at, tag === null ? open + 1 : open));
    at = tag === null ? open + 1 : tag.end;
    if (tag === null) continue;
    if (DROPPED.has(tag.name) && !tag.closing) at = endOfDropped(source, tag);
    else writer.tag(tag);
  }
  writer.text(source.slice(at));
  return writer.finish();
}

/** The tag, comment or declaration at "<", or null where the sign is text ("< 5 years"). */
function readTag(source: string, open: number): HtmlTag | null {
  if (source.startsWith('<!--', open)) return { name: '!', closing: false, end: endAfter(source, '-->', open + 4) };
  const closing = source[open + 1] === '/';
  const nameStart = open + (closing ? 2 : 1);
  if (source[nameStart] === '!') return { name: '!', closing, end: endAfter(source, '>', nameStart) };
  const name = TAG_NAME.exec(source.slice(nameStart, nameStart + 31))?.[0];
  if (name === undefined) return null;
  return { name: name.toLowerCase(), closing, end: endOfTag(source, nameStart + name.length) };
}

/** After the ">" that stands in no quotes; a tag that never ends takes the rest, as in a browser. */
function endOfTag(source: string, from: number): number {
  let quote = '';
  for (let at = from; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '>') return at + 1;
    else if ((character === '"' || character === "'") && source.charAt(at - 1) === '=') quote = character;
  }
  return source.length;
}

function endOfDropped(source: string, tag: HtmlTag): number {
  const close = new RegExp(`</${tag.name}`, 'giu');
  close.lastIndex = tag.end;
  return close.test(source) ? endOfTag(source, close.lastIndex) : source.length;
}

function endAfter(source: string, mark: string, from: number): number {
  const at = source.indexOf(mark, from);
  return at === -1 ? source.length : at + mark.length;
}

/** Writes text line by line, and remembers which lines were headings. */
class HtmlTextWriter {
  readonly #headingLevels = new Map<number, number | null>();
  readonly #lists: { ordered: boolean; count: number }[] = [];
  #written = '';
  #line = '';
  /** Kept beside the line: asking a string that still grows makes the engine copy it each time. */
  #endsInSpace = true;
  #prefix = '';
  #gap = false;
  #boldDepth = 0;
  #lineIsBold = true;
  #level: number | null = null;

  text(raw: string): void {
    const text = decodeHtmlEntities(raw.replace(HTML_SPACE, ' '));
    const piece = this.#endsInSpace ? text.replace(/^ /u, '') : text;
    if (piece === '') return;
    if (piece.trim() !== '' && this.#boldDepth === 0) this.#lineIsBold = false;
    this.#line += piece;
    this.#endsInSpace = piece.endsWith(' ');
  }

  tag(tag: HtmlTag): void {
    const { name, closing } = tag;
    if (name === 'br') this.#endLine();
    if (BOLD.has(name)) this.#boldDepth = Math.max(0, this.#boldDepth + (closing ? -1 : 1));
    if (name === 'td' || name === 'th') this.text(' ');
    if (!BLOCKS.has(name)) return;
    this.#endLine();
    const level = HEADING.exec(name)?.[1];
    if (level !== undefined) this.#level = closing ? null : Number(level);
    if (name === 'ul' || name === 'ol') this.#list(name === 'ol', closing);
    if (SPACED.has(name) && (this.#lists.length === 0 || level !== undefined)) this.#gap = true;
    if (name === 'li') this.#prefix = closing ? '' : this.#itemPrefix();
  }

  finish(): HtmlText {
    this.#endLine();
    return { text: this.#written, headingLevels: this.#headingLevels };
  }

  #list(ordered: boolean, closing: boolean): void {
    if (closing) this.#lists.pop();
    else this.#lists.push({ ordered, count: 0 });
  }

  #itemPrefix(): string {
    const list = this.#lists.at(-1);
    if (list !== undefined) list.count += 1;
    const indent = '  '.repeat(Math.min(8, Math.max(0, this.#lists.length - 1)));
    return `${indent}${list?.ordered === true ? `${list.count}.` : '-'} `;
  }

  #endLine(): void {
    const line = this.#line.trim();
    if (line !== '') this.#writeLine(line);
    this.#line = '';
    this.#endsInSpace = true;
    this.#lineIsBold = true;
  }

  #writeLine(line: string): void {
    if (this.#written !== '') this.#written += this.#gap ? '\n\n' : '\n';
    this.#gap = false;
    if (this.#level !== null) this.#headingLevels.set(this.#written.length, this.#level);
    else if (this.#lineIsBold && this.#prefix === '' && !ENDS_LIKE_A_SENTENCE.test(line.slice(-1)))
      this.#headingLevels.set(this.#written.length, null);
    this.#written += this.#prefix + line;
    this.#prefix = '';
  }
}
