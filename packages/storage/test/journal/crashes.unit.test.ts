import { describe, expect, it } from '@jest/globals';
import { type DiskFault, faultyFilePorts } from '@hiregraph/testkit/disk';
import { type CrashOutcome, type CrashPlan, runCrashPlan } from './crash-run.ts';
import { BrokenPromiseError } from './journal-ledger.ts';

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Thousands of small runs: more than the default, on a busy machine. */
const MILLISECONDS = 400_000;

/** Every plan of a seed: a crash in every operation, by kill and by loss of power. */
async function* plansOf(seed: number, base: Partial<CrashPlan> = {}): AsyncGenerator<CrashPlan> {
  const operations = await operationsOf(seed, base);
  for (let crashIn = 1; crashIn <= operations; crashIn++) {
    for (const crash of ['power', 'kill'] as const) yield { ...base, seed, crash, crashIn };
  }
}

/** Counted without the mistake: with it, the run may break off. */
async function operationsOf(seed: number, base: Partial<CrashPlan>): Promise<number> {
  const honest: CrashPlan = { ...base, seed, crash: 'kill', crashIn: null, wrap: (files) => files, snapshotMisses: 0 };
  return (await runCrashPlan(honest)).operations;
}

async function runSaying(plan: CrashPlan): Promise<CrashOutcome> {
  try {
    return await runCrashPlan(plan);
  } catch (error) {
    throw new Error(`Plan ${JSON.stringify(plan)}`, { cause: error });
  }
}

const FAULTS: readonly DiskFault[] = [
  { operation: 'sync', path: /segment$/, code: 'EIO' },
  { operation: 'write', path: /segment$/, code: 'ENOSPC' },
  { operation: 'write', path: /segment\.tmp$/, code: 'ENOSPC' },
  { operation: 'sync', path: /segment\.tmp$/, code: 'EIO' },
  { operation: 'rename', path: /segment$/, code: 'EIO' },
  { operation: 'write', path: /snapshot\.tmp$/, code: 'ENOSPC' },
  { operation: 'sync', path: /snapshot\.tmp$/, code: 'EIO' },
  { operation: 'rename', path: /snapshot$/, code: 'EIO' },
  { operation: 'unlink', path: /segment$/, code: 'EIO' },
  { operation: 'truncate', code: 'EIO' },
  { operation: 'syncDirectory', code: 'EIO' },
];

async function* plansWithFaults(base: Partial<CrashPlan> = {}): AsyncGenerator<CrashPlan> {
  for (let seed = 1; seed <= 60; seed++) {
    for (const fault of FAULTS) {
      for (const crash of ['power', 'kill'] as const) yield { ...base, seed, crash, crashIn: null, faults: [fault] };
    }
  }
}

describe('A journal on a disk that crashes', () => {
  it.each(SEEDS)(
    'keeps what it acknowledged, whole and in order, after a crash in every operation (seed %i)',
    async (seed) => {
      let plans = 0;
      for await (const plan of plansOf(seed)) {
        await runSaying(plan);
        plans++;
      }
      expect(plans).toBeGreaterThan(100);
    },
  );

  it(
    'keeps it when every operation of the recovery crashes as well',
    async () => {
      let plans = 0;
      for await (const plan of plansOf(SEEDS[0] ?? 1)) {
        for (let recoveryCrashIn = 1, crashed = true; crashed; recoveryCrashIn++) {
          crashed = (await runSaying({ ...plan, recoveryCrashIn })).recoveryCrashed;
          plans++;
        }
      }
      expect(plans).toBeGreaterThan(1000);
    },
    MILLISECONDS,
  );

  it(
    'keeps it when a write or an fsync fails first',
    async () => {
      for await (const plan of plansWithFaults()) await runSaying(plan);
    },
    MILLISECONDS,
  );
});

describe('The crash suite', () => {
  async function isCaught(base: Partial<CrashPlan>): Promise<boolean> {
    const isBroken = async (plan: CrashPlan): Promise<boolean> => {
      try {
        await runCrashPlan(plan);
        return false;
      } catch (error) {
        if (error instanceof BrokenPromiseError) return true;
        throw error;
      }
    };
    for (const seed of SEEDS.slice(0, 2))
      for await (const plan of plansOf(seed, base)) if (await isBroken(plan)) return true;
    for await (const plan of plansWithFaults(base)) if (await isBroken(plan)) return true;
    return false;
  }

  it.each(faultyFilePorts)(
    'catches a journal that $mistake',
    async ({ wrap }) => {
      expect(await isCaught({ wrap })).toBe(true);
    },
    MILLISECONDS,
  );

  it(
    'catches a snapshot taken before its cut',
    async () => {
      expect(await isCaught({ snapshotMisses: 1 })).toBe(true);
    },
    MILLISECONDS,
  );
});
