import { describe, expect, it } from '@jest/globals';
import { type DiskFault, faultyFilePorts } from '@hiregraph/testkit/disk';
import { runStoreCrash, type StoreCrashPlan } from './store-crash-run.ts';
import { BrokenStoreError } from './store-ledger.ts';

const SEEDS = [11, 12, 13];

/** Many small runs: more than the default, on a busy machine. */
const MILLISECONDS = 120_000;

async function* plansOf(seed: number, wrap?: StoreCrashPlan['wrap'], step = 1): AsyncGenerator<StoreCrashPlan> {
  const { operations } = await runStoreCrash({ seed, crash: 'kill', crashIn: null });
  const mistake = wrap === undefined ? {} : { wrap };
  for (let crashIn = 1; crashIn <= operations; crashIn += step) {
    for (const crash of ['power', 'kill'] as const) yield { seed, crash, crashIn, ...mistake };
  }
}

async function runSaying(plan: StoreCrashPlan): Promise<void> {
  try {
    await runStoreCrash(plan);
  } catch (error) {
    throw new Error(`Plan ${JSON.stringify(plan)}`, { cause: error });
  }
}

async function isBroken(plan: StoreCrashPlan): Promise<boolean> {
  try {
    await runStoreCrash(plan);
    return false;
  } catch (error) {
    if (error instanceof BrokenStoreError) return true;
    throw error;
  }
}

describe('A store whose disk crashes', () => {
  it('takes snapshots on its way', async () => {
    for (const seed of SEEDS) {
      expect(await runStoreCrash({ seed, crash: 'kill', crashIn: null })).toMatchObject({ tookSnapshot: true });
    }
  });

  it.each(SEEDS)(
    'keeps every acknowledged commit with its events, its outbox and its command (seed %i)',
    async (seed) => {
      let plans = 0;
      for await (const plan of plansOf(seed)) {
        await runSaying(plan);
        plans++;
      }
      expect(plans).toBeGreaterThan(50);
    },
    MILLISECONDS,
  );

  it(
    'keeps them when a write or an fsync fails',
    async () => {
      const faults: readonly DiskFault[] = [
        { operation: 'write', path: /segment$/, code: 'ENOSPC' },
        { operation: 'sync', path: /segment$/, code: 'EIO' },
        { operation: 'sync', path: /snapshot\.tmp$/, code: 'EIO' },
        { operation: 'syncDirectory', code: 'EIO' },
      ];
      for (const seed of SEEDS) {
        for (const fault of faults) {
          for (const crash of ['power', 'kill'] as const)
            await runSaying({ seed, crash, crashIn: null, faults: [fault] });
        }
      }
    },
    MILLISECONDS,
  );

  it.each(faultyFilePorts.filter(({ mistake }) => /never syncs a file|acknowledges before/.test(mistake)))(
    'is seen to lose something where the journal $mistake',
    async ({ wrap }) => {
      const broken = async (): Promise<boolean> => {
        for (const seed of SEEDS)
          for await (const plan of plansOf(seed, wrap, 3)) if (await isBroken(plan)) return true;
        return false;
      };
      expect(await broken()).toBe(true);
    },
    MILLISECONDS,
  );
});
