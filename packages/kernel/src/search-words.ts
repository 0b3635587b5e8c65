/** Letters that Unicode does not take apart although people type them plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const LONGEST_PREFIX = 20;
const MOST_SEARCHED = 8;

/** A text as it is compared and sorted: lower case and without accents. */
export function sortKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => PLAIN[letter] ?? letter);
}

function searchWords(text: string): readonly string[] {
  return sortKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/**
 * Every beginning of every word: with it, a search for beginnings is a look-up of equal values, which one index serves
 * in any order. Bounded by the longest beginning and the number of words.
 * @param mostWords what comes behind so many different words is not found
 */
export function prefixTokens(texts: readonly string[], mostWords = 40): readonly string[] {
  const words = [...new Set(texts.flatMap(searchWords))].slice(0, mostWords);
  const tokens = new Set<string>();
  for (const word of words) {
    let beginning = '';
    let letters = 0;
    for (const letter of word) {
      if (letters++ === LONGEST_PREFIX) break;
      beginning += letter;
      tokens.add(beginning);
    }
  }
  return [...tokens];
}

/** What a search looks up: one token a word, the most selective first. Empty when the text has no words. */
export function searchTokens(search: string): readonly string[] {
  const tokens = searchWords(search).map((word) => [...word].slice(0, LONGEST_PREFIX).join(''));
  return [...new Set(tokens)].sort((a, b) => b.length - a.length).slice(0, MOST_SEARCHED);
}
