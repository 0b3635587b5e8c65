import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileFilter, compileGeneral } from '../../src/engine/filter-test.ts';
import type { Filter } from '../../src/query.ts';

const scalar = fc.constantFrom<unknown>('', 'a', 'b', 'é', '￿', 0, 1, 1.5, -1, true, false, null);
const name = fc.constantFrom('a', 'b', '0', '1');
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    fc.constantFrom(new Date(0), new Date(1)),
  ),
})).value;
const document = fc.dictionary(name, value, { maxKeys: 4, noNullPrototype: true });
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('.'));
const condition = fc.oneof(
  scalar,
  value,
  fc.constant(undefined),
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((operator) => scalar.map((one) => ({ [operator]: one }))),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $nin: list })),
  fc.boolean().map((wanted) => ({ $exists: wanted })),
  fc.tuple(scalar, scalar).map(([low, high]) => ({ $gte: low, $lt: high })),
  fc.record({ a: scalar }).map((inner) => ({ $elemMatch: inner })),
);
const fields = fc.dictionary(path, condition, { maxKeys: 2, noNullPrototype: true });
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fields,
  fc.array(fields, { minLength: 1, maxLength: 3 }).map((parts) => ({ $or: parts })),
  fc.tuple(fields, fields).map((parts) => ({ $and: parts })),
);

describe('The test that a filter is compiled to', () => {
  it('says of every document what the general engine says', () => {
    fc.assert(
      fc.property(filter, fc.array(document, { minLength: 3, maxLength: 6 }), (asked, documents) => {
        const native = compileFilter(asked);
        const general = compileGeneral(asked);
        for (const one of documents) expect(native(one)).toBe(general(one));
      }),
      { numRuns: 1_500 },
    );
  });

  it('finds places in a list, and fields of its elements', () => {
    const list = { list: [{ at: 'x' }, {}] };
    expect(compileFilter({ 'list.1': { $exists: true } })(list)).toBe(true);
    expect(compileFilter({ 'list.2': { $exists: false } })(list)).toBe(true);
    expect(compileFilter({ 'list.at': { $exists: true } })(list)).toBe(true);
    expect(compileFilter({ 'list.at': { $exists: true } })({ list: [] })).toBe(false);
    expect(compileFilter({ 'list.at': 'x' })(list)).toBe(true);
  });

  it('never takes for a field what every object inherits', () => {
    expect(compileFilter({ constructor: { $exists: true } })({})).toBe(false);
    expect(compileFilter({ 'a.toString': { $exists: false } })({ a: {} })).toBe(true);
  });
});
