import type { WordingTag } from './lexicon/language-lexicon.ts';
import { SUBJECTS, WORDING } from './lexicon/lexicon.ts';
import type { PhraseMatch } from './phrase-index.ts';
import type { TextWord } from './text-words.ts';

/** What the phrases of a sentence or item tell about it. */
export interface Wording {
  /** From left to right; one that names a subject may lie inside another. */
  readonly matches: readonly PhraseMatch<WordingTag>[];
  readonly has: (tag: WordingTag) => boolean;
  readonly opensWith: (tag: WordingTag) => boolean;
}

export function wordingOf(words: readonly TextWord[]): Wording {
  const matches = [...WORDING.matches(words), ...SUBJECTS.matches(words)].sort((a, b) => a.from - b.from);
  const has = (tag: WordingTag): boolean => matches.some((match) => match.meanings.includes(tag));
  const opensWith = (tag: WordingTag): boolean =>
    matches.some((match) => match.from === 0 && match.meanings.includes(tag));
  return { matches, has, opensWith };
}
