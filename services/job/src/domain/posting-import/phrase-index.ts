import { foldText, type TextWord, wordsBetween } from './text-words.ts';

/** A phrase found in a list of words: words `from` (inclusive) to `to` (exclusive). */
export interface PhraseMatch<Meaning> {
  readonly meanings: readonly Meaning[];
  readonly from: number;
  readonly to: number;
}

/** The words so far of one or more phrases; `meanings` is empty until a phrase ends here. */
interface PhraseNode<Meaning> {
  readonly next: Map<string, PhraseNode<Meaning>>;
  readonly meanings: Meaning[];
}

/**
 * Finds many phrases in one pass over a text's words: time grows with the words, not with the number of phrases, and
 * there is no pattern that could backtrack. Postings come from outside, so that matters.
 */
export class PhraseIndex<Meaning> {
  readonly #root: PhraseNode<Meaning> = emptyNode();

  /** @param phrases phrase and meaning; a phrase may occur with several meanings */
  constructor(phrases: Iterable<readonly [phrase: string, meaning: Meaning]>) {
    for (const [phrase, meaning] of phrases) this.#add(phrase, meaning);
  }

  /** The longest phrase that begins with the word at `from`, or null. */
  matchAt(words: readonly TextWord[], from: number): PhraseMatch<Meaning> | null {
    let longest: PhraseMatch<Meaning> | null = null;
    let node: PhraseNode<Meaning> | undefined = this.#root;
    for (let at = from; at < words.length; at += 1) {
      node = node.next.get(words[at]?.folded ?? '');
      if (node === undefined) break;
      if (node.meanings.length > 0) longest = { meanings: node.meanings, from, to: at + 1 };
    }
    return longest;
  }

  /** All phrases from left to right, the longest first, none inside another. */
  matches(words: readonly TextWord[]): PhraseMatch<Meaning>[] {
    const found: PhraseMatch<Meaning>[] = [];
    for (let at = 0; at < words.length; ) {
      const match = this.matchAt(words, at);
      if (match !== null) found.push(match);
      at = match === null ? at + 1 : match.to;
    }
    return found;
  }

  #add(phrase: string, meaning: Meaning): void {
    let node = this.#root;
    for (const word of wordsBetween(phrase, 0, phrase.length)) {
      const next = node.next.get(word.folded) ?? emptyNode<Meaning>();
      node.next.set(word.folded, next);
      node = next;
    }
    if (node === this.#root) throw new RangeError(`A phrase needs a word, got ${JSON.stringify(phrase)}.`);
    if (!node.meanings.includes(meaning)) node.meanings.push(meaning);
  }
}

/** A set of single words, folded. */
export function foldedWordSet(words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].map(foldText));
}

function emptyNode<Meaning>(): PhraseNode<Meaning> {
  return { next: new Map(), meanings: [] };
}
