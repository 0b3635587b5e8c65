import { describe, expect, test } from '@jest/globals';
import { chaosOptions } from '../../src/chaos/chaos-options.ts';

describe('the command line of chaos', () => {
  test('takes what it is given', () => {
    const words = [
      '--seed',
      '7',
      '--minutes',
      '20',
      '--form',
      'services',
      '--rate',
      '12',
      '--report',
      'r.json',
      '--keep',
    ];
    expect(chaosOptions([...words, '--without-sync'])).toEqual({
      seed: 7,
      minutes: 20,
      form: 'services',
      rate: 12,
      report: 'r.json',
      keep: true,
      syncOnCommit: false,
    });
  });

  test('has two minutes of both forms, with sync, where nothing is given', () => {
    expect(chaosOptions([])).toMatchObject({ minutes: 2, form: 'both', rate: 8, syncOnCommit: true, report: null });
  });

  test.each([
    ['--form', 'galaxy'],
    ['--seed', '1.5'],
    ['--seed', '-1'],
    ['--minutes', '0'],
    ['--minutes', ''],
    ['--rate', 'many'],
    ['--sneed', '1'],
  ])('refuses %s %s', (name, value) => {
    expect(() => chaosOptions([`${name}=${value}`])).toThrow(name);
  });
});
