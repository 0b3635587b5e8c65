import { describe, expect, it } from '@jest/globals';
import { type FragmentDefinitionNode, type OperationDefinitionNode, parse } from 'graphql';
import { compileCost } from '../../src/limits/operation-cost.ts';

function costOf(text: string, variables: Readonly<Record<string, unknown>> = {}): number {
  const { definitions } = parse(text);
  const fragments = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition')
      .map((each) => [each.name.value, each]),
  );
  const operation = definitions.find((each): each is OperationDefinitionNode => each.kind === 'OperationDefinition');
  return compileCost(operation!, (name) => fragments.get(name))(variables);
}

describe('what an operation costs', () => {
  it('is one a field, times the pages above it, by number, by variable or by default', () => {
    expect(costOf('{ a b { c __typename } }')).toBe(3);
    expect(costOf('{ list(first: 5) { nodes { a b } } }')).toBe(16);
    expect(costOf('{ list { nodes { a } } }')).toBe(1 + 20 * 2);
    const nested = 'query ($n: Int) { list(first: $n) { nodes { inner(first: 3) { nodes { a } } totalCount } } }';
    expect(costOf(nested, { n: 2 })).toBe(1 + 2 * (1 + 1 + 3 * 2 + 20));
    expect(costOf(nested, { n: 4 })).toBe(1 + 4 * (1 + 1 + 3 * 2 + 20));
    expect(costOf(nested)).toBe(1 + 20 * 28);
  });

  it('counts a fragment wherever it is spread, with the variables of the request', () => {
    const text = 'query ($n: Int) { x { ...F } y { ...F ... on Y { b } } } fragment F on X { l(first: $n) { a } }';
    expect(costOf(text, { n: 2 })).toBe(1 + 3 + 1 + 3 + 1);
    expect(costOf(text, { n: 10 })).toBe(1 + 11 + 1 + 11 + 1);
  });

  it('is found at once where fragments spread fragments twice, level by level', () => {
    const levels = Array.from(
      { length: 60 },
      (_, level) => `fragment F${level} on X { ...F${level + 1} ...F${level + 1} }`,
    );
    const text = `query ($n: Int) { ...F0 } ${levels.join(' ')} fragment F60 on X { l(first: $n) { a } }`;
    expect(costOf(text, { n: 1 })).toBe(2 ** 60 * 2);
  });
});
