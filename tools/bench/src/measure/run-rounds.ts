import type { BenchProcess, ProcessFigures } from '../process/pinned-process.ts';
import type { Exchanges } from './exchange.ts';
import type { Sample } from './statistics.ts';

/** An arm that runs and whose answers were checked. */
export interface RunningArm {
  readonly name: string;
  readonly url: string;
  readonly exchanges: Exchanges;
  /** The value of its requests' Accept header. */
  readonly accept: string;
  /** Every process that works for it. */
  readonly processes: readonly Pick<BenchProcess<unknown>, 'name' | 'figures' | 'ask'>[];
}

export interface Cell {
  readonly operation: string;
  readonly connections: number;
}

export interface Measured extends Cell {
  readonly arm: string;
  readonly samples: readonly Sample[];
}

export interface Pace {
  readonly rounds: number;
  /** Of one arm in one cell of one round. */
  readonly milliseconds: number;
  /** It goes on until there were so many, on a machine that is busy with other things. */
  readonly requests: number;
  /** Where to write the CPU profile of each process over all rounds; null: none is made. */
  readonly profiles: string | null;
  /** Before the first round, each arm and operation. */
  readonly warmUpMilliseconds: number;
  /** So many at least: code is compiled by how often it ran. */
  readonly warmUpRequests: number;
}

interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly failed: number;
  readonly problems: readonly string[];
}

const WARM_UP_CONNECTIONS = 10;

/** Runs all arms in turn in each cell, round after round, so that what else the machine does meets all of them alike. */
export async function runRounds(
  load: BenchProcess<unknown>,
  arms: readonly RunningArm[],
  cells: readonly Cell[],
  pace: Pace,
  progress: (line: string) => void,
): Promise<Measured[]> {
  for (const { name, url, exchanges, accept } of arms) {
    await load.ask('prepare', { arm: name, url, accept, operations: exchanges });
  }
  const operations = [...new Set(cells.map(({ operation }) => operation))];
  for (const arm of arms) {
    progress(`warming up ${arm.name}`);
    for (const operation of operations) {
      const cell = { operation, connections: WARM_UP_CONNECTIONS };
      await sample(load, arm, cell, { milliseconds: pace.warmUpMilliseconds, requests: pace.warmUpRequests });
    }
  }
  // Subgraphs work for several arms.
  const profiled = pace.profiles === null ? [] : [...new Set(arms.flatMap(({ processes }) => processes))];
  for (const process of profiled) await process.ask('startProfile');
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round < pace.rounds; round++) {
    progress(`round ${round + 1} of ${pace.rounds}`);
    for (const cell of cells) {
      // Another order each round: whoever comes after the heaviest arm is not always the same.
      for (const arm of rotated(arms, round)) {
        const taken = await sample(load, arm, cell, pace);
        const key = keyOf(arm.name, cell);
        samples.set(key, [...(samples.get(key) ?? []), taken]);
      }
    }
  }
  for (const process of profiled) await process.ask('stopProfile', `${pace.profiles}/${process.name}.cpuprofile`);
  return cells.flatMap((cell) =>
    arms.map(({ name }) => ({ ...cell, arm: name, samples: samples.get(keyOf(name, cell)) ?? [] })),
  );
}

function keyOf(arm: string, { operation, connections }: Cell): string {
  return `${arm} ${operation} ${connections}`;
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

async function sample(
  load: BenchProcess<unknown>,
  arm: RunningArm,
  { operation, connections }: Cell,
  { milliseconds, requests }: Pick<Pace, 'milliseconds' | 'requests'>,
): Promise<Sample> {
  const before = sum(arm.processes.map((process) => process.figures()));
  const result = await load.ask<LoadResult>('run', { arm: arm.name, operation, connections, milliseconds, requests });
  const after = sum(arm.processes.map((process) => process.figures()));
  return {
    requests: result.requests,
    requestsPerSecond: result.requests / result.seconds,
    p50: result.p50 ?? NaN,
    p99: result.p99 ?? NaN,
    cpuPerRequest: ((after.cpuSeconds - before.cpuSeconds) * 1000) / result.requests,
    residentBytes: after.residentBytes,
    failed: result.failed,
    problems: result.problems,
  };
}

function sum(figures: readonly ProcessFigures[]): ProcessFigures {
  return {
    cpuSeconds: figures.reduce((total, { cpuSeconds }) => total + cpuSeconds, 0),
    residentBytes: figures.reduce((total, { residentBytes }) => total + residentBytes, 0),
  };
}
