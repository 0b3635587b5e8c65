import { describe, expect, it } from '@jest/globals';
import { visibleParameters } from '../../src/execution/visible-parameters.ts';

type Callable = Parameters<typeof visibleParameters>[0];

/** As written, whatever a compiler would make of it. */
function written(text: string): Callable {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the texts are this test's own
  const make = new Function(`return (${text});`) as () => Callable;
  return make();
}

describe('what a resolver can see of its arguments', () => {
  it.each([
    ['() => 1', 0],
    ['one => one', 1],
    ['({ id }) => id', 1],
    ['async ({ id }, args, context) => [...id, args, context]', 3],
    ['({ id }, _args, { request: { reads } }) => reads(id)', 3],
    ['(source, args, context, info) => info', 4],
  ])('is what %s names', (text, seen) => {
    expect(visibleParameters(written(text))).toBe(seen);
  });

  it.each([
    'function () { return arguments; }',
    'function (source) { return arguments[3]; }',
    '{ method(source) { return arguments[3]; } }.method',
    '(...all) => all[3]',
    '(source, ...rest) => rest',
    '({ id, ...others }) => others',
    '(source, args = {}, context, info) => info',
    '({ id = 1 }, args, context, info) => info',
    '(source, args = () => 1, ...rest) => rest',
    '(source /* ) => */, ...rest) => rest',
    '(source, [first, ...others]) => others',
    '((source) => source).bind(null)',
  ])('is not certain of %s', (text) => {
    expect(visibleParameters(written(text))).toBe(Number.POSITIVE_INFINITY);
  });
});
