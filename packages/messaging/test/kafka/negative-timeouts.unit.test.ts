import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ignoringNegativeTimeouts } from '../../src/kafka/negative-timeouts.ts';

describe('the filter for warnings about timeouts in the past', () => {
  let passed: unknown[][];
  let emitWarning: (...args: unknown[]) => void;

  beforeEach(() => {
    passed = [];
    emitWarning = ignoringNegativeTimeouts((...args) => passed.push(args));
  });
  afterEach(() => {
    expect(passed.flat()).not.toContain('TimeoutNegativeWarning');
  });

  test('drops just that one, however it is named', () => {
    emitWarning('-1 is a negative number.', 'TimeoutNegativeWarning');
    emitWarning('-1 is a negative number.', { type: 'TimeoutNegativeWarning' });
    emitWarning(Object.assign(new Error('-1 is a negative number.'), { name: 'TimeoutNegativeWarning' }));
    expect(passed).toEqual([]);
  });

  test('passes every other warning on as it came', () => {
    const warning = new Error('Something else.');
    emitWarning('Old.', 'DeprecationWarning', 'DEP0001');
    emitWarning('Old.', { type: 'DeprecationWarning' });
    emitWarning(warning);
    emitWarning('Plain.');
    expect(passed).toEqual([
      ['Old.', 'DeprecationWarning', 'DEP0001'],
      ['Old.', { type: 'DeprecationWarning' }],
      [warning],
      ['Plain.'],
    ]);
  });
});
