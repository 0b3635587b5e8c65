import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { isPlain, notePlainness } from '../../src/data-source/plain-answer.ts';
import { completeCarefully } from '../../src/plan-executor/careful-completion.ts';
import type { JsonObject } from '../../src/plan-executor/json.ts';
import { readOperation } from '../../src/plan-executor/read-operation.ts';
import { generateText } from '../../src/plan-executor/text-completion.ts';

const schema = buildSchema(/* GraphQL */ `
  scalar Json
  enum Colour { RED GREEN }
  interface Named { name: String }
  type Cat implements Named { name: String, lives: Int! }
  type Dog implements Named { name: String, weight: Float }
  type Query {
    text: String, must: String!, id: ID, number: Int, ratio: Float, yes: Boolean!, colour: Colour, any: Json
    texts: [String!], lists: [[Int]!], named: Named, all: [Named], cat: Cat
  }
`);
const operation = readOperation({
  schema,
  operation: parse(`{
    text must id number ratio yes colour any texts lists alias: text __typename
    named { __typename name ... on Cat { lives } ... on Dog { weight } }
    all { name ... on Cat { lives } } cat { lives name }
  }`).definitions[0] as OperationDefinitionNode,
  fragments: {},
});
const scope = { schema, conditions: 0, isPlain: false };
const { selections, rootType } = operation;
const toText = generateText(selections, 'Query', rootType, scope);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('"', '\\', '\n', '\u0000', '\u007f', '\u2028', '\ud800', '\udc00x', '😀', ''),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(-0, 1e21, 1e-7, 2 ** 53, NaN, Infinity));
const anything = fc.oneof(fc.jsonValue(), number, fc.constant(undefined));
/** Mostly right, so that most objects are; else whatever. */
const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 30, arbitrary: right },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: anything },
  );
const cat = fc.record({
  __typename: fc.constantFrom('Cat', undefined),
  name: mostly(text),
  lives: mostly(fc.integer()),
});
const named = fc.oneof(
  fc.record({ __typename: fc.constant('Cat'), name: mostly(text), lives: fc.integer() }),
  fc.record({ __typename: fc.constant('Dog'), name: mostly(text), weight: fc.double({ noNaN: true }) }),
  fc.record({ __typename: fc.constantFrom('', 'Nobody', 'Query', 7), name: text }),
);
const answers = fc.record({
  text: mostly(text),
  alias: mostly(text),
  must: fc.oneof({ weight: 40, arbitrary: text }, { weight: 1, arbitrary: anything }),
  id: mostly(fc.oneof(text, fc.integer())),
  number: mostly(fc.integer()),
  ratio: mostly(number),
  yes: fc.boolean(),
  colour: mostly(fc.constantFrom('RED', 'GREEN', 'PINK')),
  any: mostly(fc.jsonValue()),
  texts: mostly(fc.array(text)),
  lists: mostly(fc.array(fc.array(fc.oneof(fc.integer(), fc.constant(null))))),
  named: mostly(named),
  all: mostly(fc.array(fc.oneof(named, fc.constant(null)))),
  cat: mostly(cat),
});

describe('completing straight to JSON text', () => {
  it('prints what careful completion makes of it, and gives up at the least that is not as promised', () => {
    let completed = 0;
    fc.assert(
      fc.property(answers, (answer) => {
        const text = toText(answer);
        if (text === undefined) return;
        completed += 1;
        const { data, notes } = completeCarefully(operation, answer, scope);
        expect(text).toBe(JSON.stringify(data));
        expect(notes).toEqual([]);
      }),
      { numRuns: 600 },
    );
    expect(completed).toBeGreaterThan(60);
  });

  it('prints answers that came plain as they are, and only those count as plain', () => {
    const toPlainText = generateText(selections, 'Query', rootType, { ...scope, isPlain: true });
    const seen = { plain: 0, other: 0 };
    fc.assert(
      fc.property(answers, (answer) => {
        const received = Buffer.from(JSON.stringify({ data: answer })).toString('utf8');
        const parsed = JSON.parse(received) as { data: JsonObject };
        notePlainness(parsed, received);
        seen[isPlain(parsed) ? 'plain' : 'other'] += 1;
        if (isPlain(parsed)) expect(toPlainText(parsed.data)).toBe(toText(parsed.data));
        else expect(received).toContain('\\');
      }),
      { numRuns: 600 },
    );
    expect(Math.min(seen.plain, seen.other)).toBeGreaterThan(5);
  });

  it('prints an object of which nothing is asked', () => {
    expect(generateText([], 'Query', rootType, scope)({})).toBe('{}');
  });
});
