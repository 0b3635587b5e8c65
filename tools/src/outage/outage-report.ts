import { PHASES, type PhaseFigures } from './outage-load.ts';
import type { OutageReport } from './run-outage.ts';

/** Within which the outbox has to be drained once the broker is back, in seconds. */
const DRAINED_WITHIN = 30;
/** An aggregate with too many unsent events: retryable, and the one refusal that an outage may cause. */
const CAP = 'OVERLOADED';

/** What did not hold, as sentences; empty where all did. */
export function outageFaults({ figures, drainedAfter, hires }: OutageReport): readonly string[] {
  const faults: string[] = [];
  for (const phase of PHASES) {
    for (const [outcome, count] of figures[phase].moves) {
      if (outcome !== 'OK' && outcome !== CAP) faults.push(`${count} moves (${phase}) were answered ${outcome}.`);
    }
  }
  for (const [status, count] of figures.down.hires) {
    // One that was asked for right before the kill may have been carried out in time.
    if (status !== 'PENDING' && !(status === 'HIRED' && count === 1))
      faults.push(`${count} hires while the broker was down were answered ${status}, not PENDING.`);
  }
  if ((figures.down.moves.get('OK') ?? 0) === 0) faults.push('No move succeeded while the broker was down.');
  if (drainedAfter === null || drainedAfter > DRAINED_WITHIN)
    faults.push(`The outbox was not drained within ${DRAINED_WITHIN} s.`);
  if (hires.hired !== hires.asked) faults.push(`${hires.asked} hires were asked for, ${hires.hired} came about.`);
  return faults;
}

/** The report as text. */
export function outageText(report: OutageReport): string {
  const { seconds, rate, figures, drainedAfter, oldest, hires } = report;
  return [
    `The broker was killed for ${seconds} s under ${rate} moves/s.`,
    '',
    '| broker | seconds | moves/s that succeeded | refused by the cap | other answers | repeated | not sent | p50 ms | p99 ms | hires |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...PHASES.map((phase) => `| ${phase} | ${row(figures[phase])} |`),
    '',
    `Oldest event in the outbox when the broker came back: ${oldest === null ? 'not told' : `${oldest.toFixed(1)} s`}.`,
    `Outbox drained after: ${drainedAfter === null ? 'not in time' : `${drainedAfter.toFixed(1)} s`} (the load went on).`,
    `Hires: ${hires.asked} asked for, ${hires.hired} came about, the last after ${hires.settledAfter?.toFixed(1) ?? '-'} s.`,
  ].join('\n');
}

function row(figures: PhaseFigures): string {
  const seconds = figures.milliseconds / 1000;
  const good = figures.moves.get('OK') ?? 0;
  const others = [...figures.moves].filter(([outcome]) => outcome !== 'OK' && outcome !== CAP);
  return [
    seconds.toFixed(1),
    (good / seconds).toFixed(1),
    figures.moves.get(CAP) ?? 0,
    words(others),
    figures.repeated,
    figures.notSent,
    percentile(figures.latencies, 0.5),
    percentile(figures.latencies, 0.99),
    words([...figures.hires]),
  ].join(' | ');
}

function words(counts: readonly (readonly [string, number])[]): string {
  return counts.length === 0 ? '0' : counts.map(([name, count]) => `${count} ${name}`).join(', ');
}

function percentile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}
