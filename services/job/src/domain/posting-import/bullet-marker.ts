import { isBlank, type PostingLine } from './posting-lines.ts';

/** Signs that mark an item whether or not a space follows. */
const GLYPH = /^[•·∙▪▫●◦○‣⁃■□◆◇❖▶►➤➔➢→⇒✓✔☑✗★☆»※]\uFE0F?\s*/u;
/** Signs that also occur in running text: only with white space after them. */
const SIGN = /^(?:[-*+–—‐‑−o>]|->|=>|\d{1,2}[.)]|\(\d{1,2}\)|[a-zA-Z]\))\s+/u;
/** "-Item": a hyphen straight before a letter. */
const TIGHT_HYPHEN = /^[-–](?=\p{L})/u;
/** A pictograph with its variation, skin tone and joined signs. */
const EMOJI = /^\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F|\u200D){0,8}\s*/u;
const CHECKBOX = /^\[[ xX]\]\s+/u;
const LONE_SIGN = /^(?:[-*+–—•·▪●◦○‣■✓✔►➤]|\d{1,2}[.)])$/u;
/** Enough for any marker; the rest of the line is not looked at. */
const LONGEST_MARKER = 40;
const GLYPH_INSIDE = /\s[•▪●◦‣]\s/gu;

export type BulletManner = 'SIGN' | 'NUMBER' | 'EMOJI' | 'TAB';

export interface BulletMarker {
  readonly manner: BulletManner;
  /** Where the item's own text begins. */
  readonly contentStart: number;
}

/** How a line is marked as an item of a list, or null. */
export function bulletMarker(text: string, line: PostingLine): BulletMarker | null {
  if (isBlank(line)) return null;
  const head = text.slice(line.contentStart, Math.min(line.contentEnd, line.contentStart + LONGEST_MARKER));
  if (LONE_SIGN.test(head)) return { manner: 'SIGN', contentStart: line.contentEnd };
  const sign = GLYPH.exec(head) ?? SIGN.exec(head) ?? TIGHT_HYPHEN.exec(head);
  if (sign !== null) {
    const box = CHECKBOX.exec(head.slice(sign[0].length))?.[0].length ?? 0;
    const manner = /\d/u.test(sign[0]) ? 'NUMBER' : 'SIGN';
    return marker(line, manner, sign[0].length + box);
  }
  const emoji = EMOJI.exec(head);
  if (emoji !== null) return marker(line, 'EMOJI', emoji[0].length);
  return text[line.start] === '\t' ? { manner: 'TAB', contentStart: line.contentStart } : null;
}

/** Starts of further items that a paste ran together on one line ("• one • two"). */
export function bulletsInside(text: string, start: number, end: number): { stop: number; next: number }[] {
  return [...text.slice(start, end).matchAll(GLYPH_INSIDE)].map((match) => ({
    stop: start + match.index,
    next: start + match.index + match[0].length,
  }));
}

function marker(line: PostingLine, manner: BulletManner, length: number): BulletMarker | null {
  const contentStart = line.contentStart + length;
  return contentStart < line.contentEnd ? { manner, contentStart } : null;
}
