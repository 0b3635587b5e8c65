import { describe, expect, test } from '@jest/globals';
import { type DiskFault, faultyFilePorts } from '@hiregraph/testkit/disk';
import { BrokenLogError, type LogCrashPlan, runLogCrashPlan } from './log-crash-run.ts';

const SEEDS = [1, 2, 3, 4];

/** Thousands of small runs: more than the default, on a busy machine. */
const MILLISECONDS = 120_000;

const FAULTS: readonly DiskFault[] = [
  { operation: 'sync', path: /segment$/, code: 'EIO' },
  { operation: 'write', path: /segment$/, code: 'ENOSPC' },
  { operation: 'write', path: /segment\.tmp$/, code: 'ENOSPC' },
  { operation: 'sync', path: /segment\.tmp$/, code: 'EIO' },
  { operation: 'rename', path: /segment$/, code: 'EIO' },
  { operation: 'unlink', path: /segment$/, code: 'EIO' },
  { operation: 'truncate', code: 'EIO' },
  { operation: 'syncDirectory', code: 'EIO' },
];

/** A crash in every operation, by kill and by loss of power. */
async function* plansOf(seed: number, base: Partial<LogCrashPlan> = {}): AsyncGenerator<LogCrashPlan> {
  // Counted without the mistake: with it, the run may break off.
  const { operations } = await runLogCrashPlan({ seed, crash: 'kill', crashIn: null });
  for (let crashIn = 1; crashIn <= operations; crashIn++) {
    for (const crash of ['power', 'kill'] as const) yield { ...base, seed, crash, crashIn };
  }
}

async function* plansWithFaults(base: Partial<LogCrashPlan> = {}): AsyncGenerator<LogCrashPlan> {
  for (let seed = 1; seed <= 40; seed++) {
    for (const fault of FAULTS) {
      for (const crash of ['power', 'kill'] as const) yield { ...base, seed, crash, crashIn: null, fault };
    }
  }
}

async function run(plan: LogCrashPlan): Promise<{ readonly recoveryCrashed: boolean }> {
  try {
    return await runLogCrashPlan(plan);
  } catch (error) {
    throw new Error(`Plan ${JSON.stringify(plan)}`, { cause: error });
  }
}

describe('The log of the embedded bus, on a disk that crashes', () => {
  test.each(SEEDS)('keeps what it acknowledged, whole and in order, after a crash anywhere (seed %i)', async (seed) => {
    let plans = 0;
    for await (const plan of plansOf(seed)) {
      await run(plan);
      plans += 1;
    }
    expect(plans).toBeGreaterThan(60);
  });

  test(
    'keeps it when every operation of the recovery crashes as well',
    async () => {
      let plans = 0;
      for await (const plan of plansOf(5)) {
        for (let recoveryCrashIn = 1, crashed = true; crashed; recoveryCrashIn++) {
          crashed = (await run({ ...plan, recoveryCrashIn })).recoveryCrashed;
          plans += 1;
        }
      }
      expect(plans).toBeGreaterThan(300);
    },
    MILLISECONDS,
  );

  test(
    'keeps it when a write or an fsync fails first',
    async () => {
      let plans = 0;
      for await (const plan of plansWithFaults()) {
        await run(plan);
        plans += 1;
      }
      expect(plans).toBe(40 * FAULTS.length * 2);
    },
    MILLISECONDS,
  );
});

describe('The crash suite of the log', () => {
  async function isCaught(base: Partial<LogCrashPlan>): Promise<boolean> {
    const isBroken = async (plan: LogCrashPlan): Promise<boolean> => {
      try {
        await runLogCrashPlan(plan);
        return false;
      } catch (error) {
        if (error instanceof BrokenLogError) return true;
        throw error;
      }
    };
    for (const seed of SEEDS) for await (const plan of plansOf(seed, base)) if (await isBroken(plan)) return true;
    for await (const plan of plansWithFaults(base)) if (await isBroken(plan)) return true;
    return false;
  }

  // The other mistakes of that list are about snapshots, which this log has none of.
  const mistakes = faultyFilePorts.filter(({ mistake }) => !mistake.includes('snapshot'));

  test.each(mistakes)(
    'catches a log that $mistake',
    async ({ wrap }) => {
      expect(await isCaught({ wrap })).toBe(true);
    },
    MILLISECONDS,
  );
});
