import { describe, expect, it } from '@jest/globals';
import { FLOOR, OURS, STOCK } from '../../bench/src/arms.ts';
import { compareAnswers } from '../../bench/src/measure/exchange.ts';
import { median, medianRatio, type Sample } from '../../bench/src/measure/statistics.ts';
import { pictureOf } from '../../bench/src/report/picture.ts';
import { judgeTargets } from '../../bench/src/report/targets.ts';
import type { SectionResult } from '../../bench/src/sections/section.ts';

function sample(requestsPerSecond: number, cpuPerRequest = 1): Sample {
  return {
    requests: 100,
    requestsPerSecond,
    p50: 1,
    p99: 2,
    cpuPerRequest,
    residentBytes: 1_048_576,
    failed: 0,
    problems: [],
  };
}

function gatewaySection(samples: Readonly<Record<string, readonly Sample[]>>): SectionResult {
  return {
    section: 'gateway',
    arms: Object.keys(samples).map((name) => ({ name, title: `${name} <${name}>` })),
    measured: Object.entries(samples).map(([arm, taken]) => ({ arm, operation: 'B', connections: 10, samples: taken })),
    leftOut: [],
  };
}

describe('what the bench makes of its samples', () => {
  it('takes the middle, of an even number the mean of the two in the middle, and of none nothing', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([])).toBeNull();
  });

  it('compares arms within a round, so that a slow round is slow for both', () => {
    const ours = [sample(500), sample(50), sample(600)];
    const stock = [sample(100), sample(10), sample(100)];
    expect(medianRatio(ours, stock)).toBe(5);
    expect(medianRatio(ours, [])).toBeNull();
  });

  it('reaches a target at its bound, misses it below, and says where nothing was measured', () => {
    const judge = (requestsPerSecond: number) =>
      judgeTargets([gatewaySection({ [STOCK]: [sample(100)], [OURS]: [sample(requestsPerSecond)] })]).find(
        ({ section, operation, arm, reference }) =>
          section === 'gateway' && operation === 'B' && arm === OURS && reference === STOCK,
      );
    expect(judge(500)).toMatchObject({ bound: 5, ratio: 5, isReached: true });
    expect(judge(499)).toMatchObject({ ratio: 4.99, isReached: false });
    const unmeasured = judgeTargets([gatewaySection({ [STOCK]: [sample(100)] })]);
    expect(unmeasured.every(({ ratio, isReached }) => ratio === null && isReached === null)).toBe(true);
  });

  it('draws a bar for each arm, with texts that XML can hold', () => {
    const picture = pictureOf([gatewaySection({ [STOCK]: [sample(100)], [FLOOR]: [sample(800)] })]);
    expect(picture.match(/<rect [^>]*rx/gu)).toHaveLength(2);
    expect(picture).toContain('800  (8.0 × stock)');
    expect(picture).toContain('floor &lt;floor>');
  });
});

describe('the comparison of answers', () => {
  const arm = { name: 'peer', title: 'a peer', script: 'none' };
  const exchangesOf = (expected: string) => ({ A: [{ body: '{}', expected }] });
  const reference = exchangesOf('{"data":{"a":1,"b":2}}\n');

  it('lets a line feed at the end pass, and nothing else', () => {
    expect(() => compareAnswers(arm, exchangesOf('{"data":{"a":1,"b":2}}'), reference)).not.toThrow();
    expect(() => compareAnswers(arm, exchangesOf('{"data":{"a":1,"b":3}}'), reference)).toThrow(
      /from character 19 on/u,
    );
    expect(() => compareAnswers(arm, exchangesOf('{"data":{"b":2,"a":1}}'), reference)).toThrow(/order of the fields/u);
    expect(() => compareAnswers(arm, {}, reference)).toThrow(/differently/u);
  });
});
