import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getVariableValues, type OperationDefinitionNode, parse } from 'graphql';
import { compileVariableCheck } from '../../src/plan-executor/variable-check.ts';

const schema = buildSchema(/* GraphQL */ `
  directive @oneOf on INPUT_OBJECT
  scalar Json
  enum Colour { RED GREEN }
  input Inner { n: Int!, colour: Colour = RED, again: Inner, any: Json }
  input Filter { text: String!, ids: [ID!], grid: [[Int]], inner: Inner, must: Boolean! = true }
  input Either @oneOf { a: String, b: Int }
  type Query { ping: Boolean, ratio: Float }
`);
const operation = parse('query ($f: Filter!, $e: Either, $c: [Colour!]! = [RED], $n: Float) { ping }')
  .definitions[0] as OperationDefinitionNode;
const check = compileVariableCheck(schema, operation);

const scalar = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom(null, undefined, 'RED', 'PINK', '7', 2 ** 31, NaN, {}, []),
);
const often = (usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: scalar });
const { inner } = fc.letrec((tie) => ({
  inner: fc.record(
    {
      n: often(fc.integer({ min: -100, max: 100 })),
      colour: often(fc.constantFrom('RED', 'GREEN')),
      any: fc.oneof({ weight: 1, arbitrary: fc.jsonValue() }, { weight: 9, arbitrary: fc.constant(undefined) }),
      again: fc.oneof({ depthSize: 'small' }, fc.constant(null), tie('inner')),
    },
    { requiredKeys: ['n'] },
  ),
}));
const variables = fc.record(
  {
    f: often(
      fc.record(
        {
          text: often(fc.string()),
          ids: often(fc.array(often(fc.oneof(fc.string(), fc.integer())))),
          grid: often(fc.array(fc.array(often(fc.integer({ min: 0, max: 9 }))))),
          inner: fc.oneof(
            { weight: 20, arbitrary: inner },
            { weight: 1, arbitrary: fc.constant({ n: 1, unknown: undefined }) },
          ),
          must: often(fc.boolean()),
        },
        { requiredKeys: ['text'] },
      ),
    ),
    e: often(fc.constantFrom(undefined, null, { a: 'x' })),
    c: often(fc.array(fc.constantFrom('RED', 'GREEN'))),
    n: often(fc.double({ noNaN: true, noDefaultInfinity: true })),
  },
  { requiredKeys: ['f'] },
);

describe('checking variables', () => {
  it('finds them valid exactly where graphql-js does, with the same to say where not', () => {
    const counts = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(variables, (given) => {
        const expected = getVariableValues(schema, operation.variableDefinitions ?? [], given).errors ?? [];
        counts[expected.length === 0 ? 'valid' : 'invalid'] += 1;
        expect(check(given).map(String)).toEqual(expected.map(String));
      }),
      { numRuns: 250 },
    );
    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(20);
  });

  it('takes a variable that is given and undefined for a null, which no default stands in for', () => {
    const given = { f: { text: '' }, c: undefined };
    const expected = getVariableValues(schema, operation.variableDefinitions ?? [], given).errors ?? [];
    expect(expected).toHaveLength(1);
    expect(check(given).map(String)).toEqual(expected.map(String));
    expect(check({ f: { text: '' } })).toEqual([]);
  });
});
