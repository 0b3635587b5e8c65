import { bulletMarker } from './bullet-marker.ts';
import { type HeadingSection, headingSection } from './heading-section.ts';
import type { TextSpan } from './imported-posting.ts';
import { LEAD_IN_OPENINGS } from './lexicon/lexicon.ts';
import { isBlank, lineContent, type PostingLine } from './posting-lines.ts';
import { type TextWord, wordsBetween } from './text-words.ts';

/** The posting's text with what its source knew about headings (HTML tags), which the text itself no longer shows. */
export interface MarkedText {
  readonly body: string;
  /** Offset of a line's content → level 1 to 6, or null for a line in bold. */
  readonly headingLevels: ReadonlyMap<number, number | null>;
}

export interface PostingHeading {
  /** Without its markup. */
  readonly span: TextSpan;
  readonly section: HeadingSection | null;
  /** The level in markdown or HTML; null where the manner has none. */
  readonly level: number | null;
  /** A line such as "You should know:", which counts for the list after it only. */
  readonly leadsIn: boolean;
  /** Lines taken: two when underlined. */
  readonly lineCount: number;
}

const LONGEST_HEADING = 120;
const LONGEST_BARE_HEADING = 60;
const MOST_BARE_WORDS = 8;
const MARKDOWN = /^(#{1,6})[\s\u00a0]*\S/u;
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})$/u;
const LEADING_MARKUP = /^[^\p{L}\p{N}¿]{1,40}/u;
const TRAILING_MARKUP = /[*_=~\-–—:：|<>\]】»★☆◆■✦\s]{1,40}$/u;
const FRAMED = /^(?:[=\-~*_#<>|★☆◆■✦]{2,}|[[【«*_★☆◆■✦])\s*\p{L}[^\n]*?(?:[=\-~*_#<>|★☆◆■✦]{2,}|[\]】»*_★☆◆■✦]):?$/u;
const ENDS_LIKE_A_SENTENCE = /[.!,;…]$/u;
const LABELLED = /[:：]\s/u;
const ENDS_IN_COLON = /[:：][*_]{0,3}$/u;

/** The heading at a line, in whatever manner it is marked, or null. */
export function postingHeading(marked: MarkedText, lines: readonly PostingLine[], at: number): PostingHeading | null {
  const line = lines[at];
  if (line === undefined || isBlank(line) || line.contentEnd - line.contentStart > LONGEST_HEADING) return null;
  const content = lineContent(marked.body, line);
  const bullet = bulletMarker(marked.body, line);
  const span = headingSpan(content, line, bullet?.manner === 'NUMBER' ? bullet.contentStart : line.contentStart);
  const words = wordsBetween(marked.body, span.start, span.end);
  if (words.length === 0) return null;
  const section = headingSection(words);
  const heading = { span, section, level: null, leadsIn: false, lineCount: 1 };
  const level = markedLevel(marked, line, content);
  if (level !== undefined) return { ...heading, level };
  if (bullet === null && isUnderlined(marked.body, lines, at)) return { ...heading, lineCount: 2 };
  if (bullet !== null && !isFramed(content)) return isHeadingInBulletGuise(bullet.manner, section) ? heading : null;
  if (isFramed(content)) return { ...heading, leadsIn: leadsIn(content, words, section) };
  if (ENDS_IN_COLON.test(content)) {
    return hasTextAfter(lines, at) ? { ...heading, leadsIn: leadsIn(content, words, section) } : null;
  }
  return isBareHeading(marked.body, lines, at, words, section) ? heading : null;
}

function headingSpan(content: string, line: PostingLine, afterNumber: number): TextSpan {
  const start = afterNumber + (LEADING_MARKUP.exec(content.slice(afterNumber - line.contentStart))?.[0].length ?? 0);
  const closed = content.startsWith('#') ? content.replace(/\s#{1,6}$/u, '') : content;
  const end = line.contentStart + closed.length - (TRAILING_MARKUP.exec(closed)?.[0].length ?? 0);
  return { start, end: Math.max(start, end) };
}

/** Undefined when the line is not marked as a heading; null when it is, without a level. */
function markedLevel(marked: MarkedText, line: PostingLine, content: string): number | null | undefined {
  const known = marked.headingLevels.get(line.contentStart);
  if (known !== undefined) return known;
  const markdown = MARKDOWN.exec(content);
  return markdown?.[1] === undefined ? undefined : markdown[1].length;
}

/** After a whole sentence such a line is a rule between paragraphs instead. */
function isUnderlined(text: string, lines: readonly PostingLine[], at: number): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (line === undefined || next === undefined || ENDS_LIKE_A_SENTENCE.test(lineContent(text, line))) return false;
  return next.contentEnd - next.contentStart < LONGEST_HEADING && UNDERLINE.test(lineContent(text, next));
}

/** "**Your profile**", "=== Your profile ===", "[Your profile]": markup at both ends and nowhere between. */
function isFramed(content: string): boolean {
  if (!FRAMED.test(content)) return false;
  const inner = content.replace(LEADING_MARKUP, '').replace(TRAILING_MARKUP, '');
  return !inner.includes('*') && !inner.includes('__') && !ENDS_LIKE_A_SENTENCE.test(inner);
}

/** "1. Your profile", "🚀 Your profile": an item's marker before nothing but the name of a section. */
function isHeadingInBulletGuise(manner: string, section: HeadingSection | null): boolean {
  return section?.exact === true && (manner === 'EMOJI' || manner === 'NUMBER');
}

function leadsIn(content: string, words: readonly TextWord[], section: HeadingSection | null): boolean {
  if (!ENDS_IN_COLON.test(content)) return false;
  return section?.exact !== true || LEAD_IN_OPENINGS.has(words[0]?.folded ?? '');
}

function hasTextAfter(lines: readonly PostingLine[], at: number): boolean {
  return nextWritten(lines, at) !== undefined;
}

/** The next line with text, over at most two blank ones. */
function nextWritten(lines: readonly PostingLine[], at: number): PostingLine | undefined {
  return lines.slice(at + 1, at + 4).find((line) => !isBlank(line));
}

function isBareHeading(
  text: string,
  lines: readonly PostingLine[],
  at: number,
  words: readonly TextWord[],
  section: HeadingSection | null,
): boolean {
  const line = lines[at];
  const next = nextWritten(lines, at);
  if (line === undefined || next === undefined) return false;
  const content = lineContent(text, line);
  if (ENDS_LIKE_A_SENTENCE.test(content) || words.length > MOST_BARE_WORDS) return false;
  if (section?.exact === true) return true;
  if (LABELLED.test(content)) return false;
  if (content.length > LONGEST_BARE_HEADING || !/^[\p{Lu}\p{N}¿]/u.test(content)) return false;
  if (section !== null && isInCapitals(content)) return true;
  return standsAlone(text, lines, at) && announces(text, next);
}

function isInCapitals(content: string): boolean {
  return /\p{Lu}{2}/u.test(content) && !/\p{Ll}/u.test(content);
}

/** After a gap or a list, and not in a list whose items have neither markers nor full stops. */
function standsAlone(text: string, lines: readonly PostingLine[], at: number): boolean {
  const before = lines
    .slice(Math.max(0, at - 3), at)
    .reverse()
    .find((line) => !isBlank(line));
  if (before === undefined) return true;
  if (bulletMarker(text, before) !== null) return true;
  return isBlank(lines[at - 1]) && !looksLikeBareItem(text, before);
}

function announces(text: string, next: PostingLine): boolean {
  return bulletMarker(text, next) !== null || !looksLikeBareItem(text, next);
}

function looksLikeBareItem(text: string, line: PostingLine): boolean {
  return (
    line.contentEnd - line.contentStart <= LONGEST_BARE_HEADING &&
    !/[.!?:]$|:\s/u.test(text.slice(line.contentStart, line.contentEnd))
  );
}
