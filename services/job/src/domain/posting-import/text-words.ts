/** A word of a text, folded for comparison, with its place in the text. */
export interface TextWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ASCII = /^[ -~]*$/u;

/**
 * Lower case without accents, so that "Prérequis", "PREREQUIS" and "prérequis" compare equal. Two texts that fold
 * alike need not have the same length, so folded text never carries offsets.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss');
}

/** The words between two offsets. Everything that is no letter and no digit divides ("you'll" is "you", "ll"). */
export function wordsBetween(text: string, start: number, end: number): TextWord[] {
  const words: TextWord[] = [];
  for (const match of text.slice(start, end).matchAll(WORD)) {
    const at = start + match.index;
    words.push({ folded: foldText(match[0]), start: at, end: at + match[0].length });
  }
  return words;
}
