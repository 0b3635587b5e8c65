import { describe, expect, it } from '@jest/globals';
import { prefixTokens, searchTokens, sortKey } from '../src/search-words.ts';

describe('words as they are searched', () => {
  it('are compared without accents, case and letters that people type plain', () => {
    expect(sortKey('Zoë Łukasz-Ångström & Søn, Straße')).toBe('zoe lukasz-angstrom & son, strasse');
  });

  it('are found by each of their beginnings', () => {
    expect(prefixTokens(['Ada B'])).toEqual(['a', 'ad', 'ada', 'b']);
    expect(prefixTokens(['日本'])).toEqual(['日', '日本']);
  });

  it('are looked up by the longest first, each once', () => {
    expect(searchTokens('ada LOVELACE ada')).toEqual(['lovelace', 'ada']);
    expect(searchTokens(' -- ')).toEqual([]);
  });

  it('are as many as was said, and no beginning is longer than what a search looks up', () => {
    expect(prefixTokens(['a b c d'], 2)).toEqual(['a', 'b']);
    const long = 'incomprehensibilities'.repeat(2);
    expect(prefixTokens([long])).toContain(searchTokens(long)[0]);
    expect(prefixTokens([long])).toHaveLength(20);
  });

  it('are eight in one search at most', () => {
    expect(searchTokens('a b c d e f g h i j')).toHaveLength(8);
  });
});
