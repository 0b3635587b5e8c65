import { FAST, FLOOR, HIVE_ROUTER, ONE_PROCESS, ONE_PROCESS_FAST, OURS, STOCK } from '../arms.ts';
import { medianRatio, type Figure } from '../measure/statistics.ts';
import type { SectionName, SectionResult } from '../sections/section.ts';

/** What we set out to reach: a ratio of two arms in one cell. */
interface Target {
  readonly section: SectionName;
  readonly arm: string;
  readonly reference: string;
  readonly operation: string;
  readonly connections: number;
  readonly figure: 'requests a second' | 'requests a CPU second' | 'p99';
  readonly bound: number;
}

export interface JudgedTarget extends Target {
  /** Null: one of the two arms was not measured in that cell. */
  readonly ratio: number | null;
  readonly isReached: boolean | null;
}

const gateway = { section: 'gateway', connections: 10, figure: 'requests a second' } as const;
const platform = { section: 'platform', operation: 'B' } as const;
const perSecond = 'requests a second';

const TARGETS: readonly Target[] = [
  { ...gateway, operation: 'B', arm: OURS, reference: STOCK, bound: 5 },
  { ...gateway, operation: 'B', arm: OURS, reference: HIVE_ROUTER, bound: 4 },
  { ...gateway, operation: 'B', arm: OURS, reference: FLOOR, bound: 0.55 },
  { ...gateway, operation: 'B', arm: FAST, reference: FLOOR, bound: 0.8 },
  { ...gateway, operation: 'A', arm: OURS, reference: STOCK, bound: 6 },
  { ...gateway, operation: 'C', arm: OURS, reference: STOCK, bound: 6 },
  { ...platform, connections: 10, figure: perSecond, arm: OURS, reference: STOCK, bound: 3.5 },
  { ...platform, connections: 50, figure: perSecond, arm: OURS, reference: STOCK, bound: 3.5 },
  { ...platform, connections: 50, figure: 'p99', arm: OURS, reference: STOCK, bound: 0.25 },
  { ...platform, connections: 10, figure: perSecond, arm: ONE_PROCESS, reference: STOCK, bound: 6 },
  { ...platform, connections: 10, figure: 'requests a CPU second', arm: ONE_PROCESS, reference: OURS, bound: 3 },
  { ...platform, connections: 10, figure: perSecond, arm: ONE_PROCESS_FAST, reference: STOCK, bound: 8 },
  { ...platform, connections: 10, figure: perSecond, arm: ONE_PROCESS_FAST, reference: FLOOR, bound: 0.7 },
];

export function judgeTargets(results: readonly SectionResult[]): JudgedTarget[] {
  return TARGETS.map((target) => {
    const ratio = ratioOf(target, results);
    if (ratio === null) return { ...target, ratio, isReached: null };
    return { ...target, ratio, isReached: target.figure === 'p99' ? ratio <= target.bound : ratio >= target.bound };
  });
}

function ratioOf(target: Target, results: readonly SectionResult[]): number | null {
  const result = results.find(({ section }) => section === target.section);
  const samplesOf = (name: string) =>
    result?.measured.find(
      ({ arm, operation, connections }) =>
        arm === name && operation === target.operation && connections === target.connections,
    )?.samples ?? [];
  const [arm, reference] = [samplesOf(target.arm), samplesOf(target.reference)];
  if (target.figure === 'requests a CPU second') return medianRatio(reference, arm, 'cpuPerRequest');
  const figure: Figure = target.figure === 'p99' ? 'p99' : 'requestsPerSecond';
  return medianRatio(arm, reference, figure);
}
