import { createDice, type Dice } from './dice.ts';

/** How the platform runs: three services and a gateway as processes of their own, or replicas of one process. */
export type Form = 'services' | 'replicas';

export const PROCESSES: Readonly<Record<Form, readonly string[]>> = {
  services: ['job', 'candidate', 'evaluation', 'gateway'],
  replicas: ['replica-1', 'replica-2'],
};
export const SERVERS = ['broker', 'database'] as const;
export const LINES = ['broker-line', 'database-line'] as const;

/** One thing that goes wrong. Times are in milliseconds. */
export type Fault =
  /** SIGKILL, and a start on the same data after a while. */
  | { readonly kind: 'kill'; readonly target: string; readonly downFor: number }
  /** SIGSTOP, and SIGCONT after a while. */
  | { readonly kind: 'freeze'; readonly target: string; readonly lasts: number }
  /** Everything on a line arrives late. */
  | { readonly kind: 'delay'; readonly target: string; readonly lasts: number; readonly late: number }
  /** Every connection of a line is reset. */
  | { readonly kind: 'reset'; readonly target: string }
  /** Connections stay open and nothing goes through, in one direction or both; those of that time never recover. */
  | {
      readonly kind: 'half-open';
      readonly target: string;
      readonly lasts: number;
      readonly silent: 'answers' | 'everything';
    }
  /** No room for another byte; then there is, and the server is killed and started as an operator would. */
  | { readonly kind: 'full-disk'; readonly target: string; readonly lasts: number };

export interface PlannedFault {
  /** Milliseconds from the beginning of the form's part. */
  readonly at: number;
  readonly fault: Fault;
}

/** Milliseconds between two faults; several may be under way at once. */
const GAP = { least: 3_500, most: 11_000 };
/** Nothing begins this close to the end, and the beginning is left to the clients. */
const MARGIN = 3_000;

/** Between two kills of the database, where a run is about nothing else. */
const DATABASE_GAP = { least: 2_500, most: 5_000 };

/** What a run is about: everything, or only whether the database keeps what it acknowledged. */
export type Focus = 'everything' | 'database';

/**
 * What goes wrong and when, decided by the seed alone. Faults come out of a bag that is filled again when it is empty, those
 * that a run must not miss first, so that even a short one has each of them.
 */
export function planFaults(
  seed: number,
  form: Form,
  milliseconds: number,
  focus: Focus = 'everything',
): readonly PlannedFault[] {
  const dice = createDice(seed, `schedule of ${form}`);
  const gap = focus === 'database' ? DATABASE_GAP : GAP;
  const planned: PlannedFault[] = [];
  let bag: Fault[] = [];
  let at = MARGIN + dice.between(0, gap.least);
  while (at < milliseconds - MARGIN) {
    if (bag.length === 0) bag = focus === 'database' ? [killOf(dice, 'database', 1_000)] : fillBag(dice, form);
    const fault = bag.shift();
    if (fault !== undefined) planned.push({ at, fault });
    at += dice.between(gap.least, gap.most);
  }
  return planned;
}

function fillBag(dice: Dice, form: Form): Fault[] {
  const kill = (target: string, most: number): Fault => killOf(dice, target, most);
  const freeze = (target: string, most: number): Fault => ({ kind: 'freeze', target, lasts: dice.between(500, most) });
  const processes = PROCESSES[form];
  const first: Fault[] = [
    kill('database', 3_000),
    kill('broker', 4_000),
    kill(dice.pick(processes) ?? '', 3_000),
    freeze(dice.pick(processes) ?? '', 14_000),
    lineFault(dice, dice.pick(LINES) ?? '', dice.pick(['delay', 'reset', 'half-open'] as const) ?? 'reset'),
    { kind: 'full-disk', target: 'database', lasts: dice.between(1_500, 5_000) },
  ];
  const rest: Fault[] = [
    ...processes.flatMap((name) => [kill(name, 3_000), kill(name, 6_000), freeze(name, 14_000)]),
    ...(form === 'replicas' ? processes.map((name) => kill(name, 2_000)) : []),
    kill('database', 2_000),
    kill('database', 5_000),
    kill('broker', 8_000),
    freeze('broker', 8_000),
    freeze('database', 6_000),
    ...LINES.flatMap((line) => (['delay', 'reset', 'half-open'] as const).map((kind) => lineFault(dice, line, kind))),
  ];
  return [...dice.shuffled(first), ...dice.shuffled(rest)];
}

function killOf(dice: Dice, target: string, most: number): Fault {
  return { kind: 'kill', target, downFor: dice.between(0, most) };
}

function lineFault(dice: Dice, target: string, kind: 'delay' | 'reset' | 'half-open'): Fault {
  const lasts = dice.between(1_500, 7_000);
  switch (kind) {
    case 'delay':
      return { kind, target, lasts, late: dice.between(40, 1_500) };
    case 'reset':
      return { kind, target };
    case 'half-open':
      return { kind, target, lasts, silent: dice.happens(0.5) ? 'answers' : 'everything' };
  }
}

/** A fault in words, for the printed schedule. */
export function describeFault(fault: Fault): string {
  const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`;
  switch (fault.kind) {
    case 'kill':
      return `SIGKILL ${fault.target}, down for ${seconds(fault.downFor)}`;
    case 'freeze':
      return `SIGSTOP ${fault.target}, SIGCONT after ${seconds(fault.lasts)}`;
    case 'delay':
      return `${fault.target}: ${fault.late} ms late for ${seconds(fault.lasts)}`;
    case 'reset':
      return `${fault.target}: every connection reset`;
    case 'half-open':
      return `${fault.target}: half-open (no ${fault.silent}) for ${seconds(fault.lasts)}`;
    case 'full-disk':
      return `${fault.target}: disk full for ${seconds(fault.lasts)}, then SIGKILL`;
  }
}
