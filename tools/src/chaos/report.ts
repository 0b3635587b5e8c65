import type { AnswerLog } from './answer-log.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { clockOf } from './inject-faults.ts';
import type { Law } from './laws.ts';
import type { Part } from './run-part.ts';
import type { Verdict } from './verdict.ts';

/** What a run leaves behind: for people printed, for machines as JSON. `passed` and `failed` count laws. */
export interface Report {
  readonly passed: number;
  readonly failed: number;
  readonly seed: number;
  readonly minutes: number;
  readonly form: string;
  readonly syncOnCommit: boolean;
  readonly disk: string;
  /** Killed, frozen and so on, by target. */
  readonly faults: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly kills: number;
  readonly commands: Readonly<Record<'acknowledged' | 'refused' | 'unknown', number>>;
  readonly acknowledgedPerSecond: number;
  /** How often each mutation met each code. */
  readonly codes: Readonly<Record<string, number>>;
  /** Acknowledged, or stored to be published, and not there. */
  readonly lost: number;
  readonly outOfOrder: number;
  /** There, and nobody asked for it, or more often, or in other words. */
  readonly invented: number;
  /** Records that repeat an earlier one, as they may. */
  readonly duplicates: number;
  readonly aggregates: number;
  readonly events: number;
  readonly published: number;
  readonly laws: readonly Law[];
  readonly parts: readonly Omit<Part, 'scene'>[];
}

export function createReport(
  options: ChaosOptions,
  disk: string,
  parts: readonly Part[],
  log: AnswerLog,
  verdict: Verdict,
): Report {
  const laws = [...processLaws(parts), defectLaw(log), ...verdict.laws];
  const faults: Record<string, Record<string, number>> = {};
  for (const { fault } of parts.flatMap((part) => part.faults)) {
    const kinds = (faults[fault.target] ??= {});
    kinds[fault.kind] = (kinds[fault.kind] ?? 0) + 1;
  }
  // A full disk ends with a kill of its own.
  const kills = Object.values(faults).reduce((sum, each) => sum + (each['kill'] ?? 0) + (each['full-disk'] ?? 0), 0);
  const acknowledged = log.count('acknowledged');
  const seconds = parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1_000;
  const said = (words: RegExp): number => laws.flatMap((law) => law.faults).filter((fault) => words.test(fault)).length;
  return {
    passed: laws.filter((law) => law.faults.length === 0).length,
    failed: laws.filter((law) => law.faults.length > 0).length,
    seed: options.seed,
    minutes: options.minutes,
    form: options.form,
    syncOnCommit: options.syncOnCommit,
    disk,
    faults,
    kills,
    commands: { acknowledged, refused: log.count('refused'), unknown: log.count('unknown') },
    acknowledgedPerSecond: Math.round((10 * acknowledged) / seconds) / 10,
    codes: Object.fromEntries([...log.codes].sort(([a], [b]) => (a < b ? -1 : 1))),
    lost: said(/is lost$|never published$/u),
    outOfOrder: said(/published right after|has the history/u),
    invented: said(/^Nobody asked|^Written \d|in no history|other words|was asked for$|was refused and wrote/u),
    duplicates: verdict.duplicates,
    aggregates: verdict.aggregates,
    events: verdict.events,
    published: verdict.published,
    laws,
    parts: parts.map(({ scene: _scene, ...part }) => part),
  };
}

function processLaws(parts: readonly Part[]): readonly Law[] {
  const servers = new Set(['broker', 'database']);
  return [
    { name: 'everything came to rest', faults: parts.flatMap(({ rest }) => rest.unrest) },
    {
      name: 'no process of the platform ended by itself, and each ended in order when it was asked to',
      faults: parts.flatMap(({ form, endsByItself, notInOrder }) => [
        ...Object.entries(endsByItself)
          .filter(([name, times]) => times > 0 && !servers.has(name))
          .map(([name, times]) => `${name} (${form}) ended by itself ${times} times`),
        ...notInOrder.map((name) => `${name} (${form}) did not end in order`),
      ]),
    },
  ];
}

/** Whatever fails around them, the services say what it means to the caller. */
function defectLaw({ codes }: AnswerLog): Law {
  const defects = [...codes].filter(([key]) => key.endsWith(' INTERNAL_ERROR'));
  return {
    name: 'no answer told of a defect',
    faults: defects.map(([key, times]) => `${key} ${times} times; the logs say why`),
  };
}

const MOST_FAULTS_SHOWN = 25;
const LONGEST_FAULT_SHOWN = 400;

/** The report in words. */
export function describeReport(report: Report): readonly string[] {
  const { commands, parts } = report;
  const lines = [
    '',
    `Chaos, seed ${report.seed}, ${report.minutes} minutes, form ${report.form}`,
    `  database      ${report.syncOnCommit ? 'with' : 'WITHOUT'} sync on commit; disk: ${report.disk}`,
    `  kills         ${report.kills} (SIGKILL)`,
    ...Object.entries(report.faults)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([target, kinds]) => `    ${target.padEnd(14)}${describeCounts(kinds)}`),
    `  commands      ${commands.acknowledged} acknowledged, ${commands.refused} refused, ${commands.unknown} unknown; ${report.acknowledgedPerSecond} acknowledged/s`,
    `  stored        ${report.aggregates} aggregates, ${report.events} events`,
    `  published     ${report.published} records`,
    `  lost ${report.lost}, out of order ${report.outOfOrder}, invented ${report.invented}, duplicates ${report.duplicates}`,
    ...parts.map(
      ({ form, rest, unknown, settled }) =>
        `  ${form.padEnd(14)}at rest ${clockOf(rest.milliseconds)} after healing; ${unknown} unknown when healed, of which the same key acknowledged ${settled}`,
    ),
    ...parts.flatMap(({ form, endsByItself, failedStarts }) => [
      ...surprises(`${form}: ended by itself`, endsByItself),
      ...surprises(`${form}: ended while it started`, failedStarts),
    ]),
    '',
  ];
  for (const { name, faults } of report.laws) {
    lines.push(`${faults.length === 0 ? 'held    ' : 'BROKEN  '} ${name}`);
    lines.push(...faults.slice(0, MOST_FAULTS_SHOWN).map((fault) => `           ${shortened(fault)}`));
    if (faults.length > MOST_FAULTS_SHOWN) lines.push(`           and ${faults.length - MOST_FAULTS_SHOWN} more`);
  }
  return lines;
}

function shortened(fault: string): string {
  return fault.length <= LONGEST_FAULT_SHOWN ? fault : `${fault.slice(0, LONGEST_FAULT_SHOWN)} … (whole in the report)`;
}

function surprises(what: string, counts: Readonly<Record<string, number>>): readonly string[] {
  const happened = Object.fromEntries(Object.entries(counts).filter(([, times]) => times > 0));
  return Object.keys(happened).length === 0 ? [] : [`  ${what}: ${describeCounts(happened)}`];
}

function describeCounts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
}
