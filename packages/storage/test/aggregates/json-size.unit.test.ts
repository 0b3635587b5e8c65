import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldsSize, mostFieldsSize } from '../../src/aggregates/json-size.ts';

describe('The most that fields can take', () => {
  it('is never less than what they take', () => {
    const unit = fc.constantFrom('a', '"', '\\', '\n', '\u0001', 'é', '漢', '\ud800', '😀');
    const text = fc.array(unit, { maxLength: 20 }).map((units) => units.join(''));
    const value = fc.oneof(
      text,
      fc.double(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
      fc.array(text),
      fc.object(),
      fc.date({ noInvalidDate: true }),
    );
    fc.assert(
      fc.property(fc.dictionary(text, value, { noNullPrototype: true }), (fields) => {
        expect(mostFieldsSize(fields)).toBeGreaterThanOrEqual(fieldsSize(fields));
      }),
    );
  });
});
