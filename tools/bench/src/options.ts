import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Cell, Pace } from './measure/run-rounds.ts';
import type { SectionName } from './sections/section.ts';

export interface Options {
  readonly isQuick: boolean;
  readonly sections: readonly SectionName[];
  /** Null: all. */
  readonly arms: readonly string[] | null;
  readonly pace: Pace;
  readonly cells: Readonly<Record<SectionName, readonly Cell[]>>;
}

const PROFILES = resolve(import.meta.dirname, '../../../.cache/bench');
const SECTIONS = ['gateway', 'platform'] as const satisfies readonly SectionName[];
const QUICK: Omit<Pace, 'profiles'> = {
  rounds: 3,
  milliseconds: 700,
  requests: 100,
  warmUpMilliseconds: 900,
  warmUpRequests: 400,
};
const FULL: Omit<Pace, 'profiles'> = {
  rounds: 5,
  milliseconds: 1_500,
  requests: 200,
  warmUpMilliseconds: 3_000,
  warmUpRequests: 1_500,
};

export const USAGE = `npm run bench -- [--quick] [--section gateway|platform] [--arms a,b,...] [--operations A,B,C] [--profile]
  --quick       fewer cells and rounds, about two minutes; written to tools/bench/results/quick.*
  --section     only this part
  --arms        only these arms, such as stock,ours,floor
  --operations  only these of A, B and C
  --profile     writes each process's CPU profile to .cache/bench`;

/** @throws Error saying how it is to be called */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      section: { type: 'string' },
      arms: { type: 'string' },
      operations: { type: 'string' },
      profile: { type: 'boolean', default: false },
    },
  });
  const sections = SECTIONS.filter((name) => values.section === undefined || values.section === name);
  if (sections.length === 0) throw new Error(`--section ${values.section}: there is no such section.\n${USAGE}`);
  const operations = values.operations?.split(',') ?? ['B', 'A', 'C'];
  const reading = operations.filter((name) => name !== 'C');
  const cells = (names: readonly string[], connections: readonly number[]): Cell[] =>
    connections.flatMap((count) => names.map((operation) => ({ operation, connections: count })));
  return {
    isQuick: values.quick,
    sections,
    arms: values.arms?.split(',') ?? null,
    pace: { ...(values.quick ? QUICK : FULL), profiles: values.profile ? PROFILES : null },
    cells: values.quick
      ? { gateway: cells(operations, [10]), platform: cells(reading.slice(0, 1), [10, 50]) }
      : { gateway: cells(operations, [10, 1, 50]), platform: cells(reading, [10, 1, 50]) },
  };
}
