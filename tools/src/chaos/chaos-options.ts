import { parseArgs } from 'node:util';
import type { Form } from './schedule.ts';

export interface ChaosOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly form: Form | 'both';
  /** Commands a second, at most. */
  readonly rate: number;
  /** False starts the database so that it loses what it acknowledged: the run has to notice. */
  readonly syncOnCommit: boolean;
  /** Where the report goes as JSON. */
  readonly report: string | null;
  readonly keep: boolean;
}

export const USAGE = `npm run chaos -- [--seed N] [--minutes M] [--form services|replicas|both] [--rate COMMANDS_A_SECOND]
                  [--report FILE] [--keep] [--without-sync]
  --seed          decides the schedule and what clients do; any if not given, and printed
  --minutes       how long things go wrong, 0.5 to 120; 2 if not given. "both" halves it
  --rate          commands a second at most, 1 to 50; 8 if not given
  --keep          keep the folder of a run without violations too
  --without-sync  start the database without sync on commit and kill it again and again: acknowledged writes are lost,
                  and the run must fail`;

const MOST_SEED = 2 ** 31;

/** @throws Error with the usage, for a command line that makes no sense */
export function chaosOptions(words: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      seed: { type: 'string' },
      minutes: { type: 'string' },
      form: { type: 'string' },
      rate: { type: 'string' },
      report: { type: 'string' },
      keep: { type: 'boolean' },
      'without-sync': { type: 'boolean' },
    },
  });
  const form = (['services', 'replicas', 'both'] as const).find((known) => known === (values.form ?? 'both'));
  if (form === undefined) throw new Error(`--form ${values.form ?? ''}: there is no such form.\n${USAGE}`);
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1e6) : within('seed', values.seed, 0, MOST_SEED);
  if (!Number.isInteger(seed)) throw new Error(`--seed ${values.seed ?? ''}: must be a whole number.\n${USAGE}`);
  return {
    seed,
    minutes: within('minutes', values.minutes ?? '2', 0.5, 120),
    form,
    rate: within('rate', values.rate ?? '8', 1, 50),
    syncOnCommit: values['without-sync'] !== true,
    report: values.report ?? null,
    keep: values.keep === true,
  };
}

function within(name: string, text: string, low: number, high: number): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= low && value <= high) return value;
  throw new Error(`--${name} ${text}: must be a number from ${low} to ${high}.\n${USAGE}`);
}
