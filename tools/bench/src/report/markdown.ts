import { STOCK } from '../arms.ts';
import { median, medianRatio, type Sample } from '../measure/statistics.ts';
import type { Measured } from '../measure/run-rounds.ts';
import { OPERATIONS } from '../operations.ts';
import type { SectionResult } from '../sections/section.ts';
import type { BenchReport } from './bench-report.ts';
import type { JudgedTarget } from './targets.ts';

export const SECTION_TITLES: Readonly<Record<SectionResult['section'], string>> = {
  gateway: 'Gateway alone on one core, before replaying subgraphs',
  platform: 'The whole platform on one core, end to end',
};

/** The report for people. */
export function markdownOf(report: BenchReport): string {
  const lines = [
    '# Gateway and platform against their peers',
    '',
    `${report.command}, Node ${report.node}, ${report.machine}; ${report.pace}.`,
    'Medians over rounds; ratios are medians of the ratios within a round. How it is measured: docs/benchmarks.md.',
    '',
    ...OPERATIONS.map(({ title }) => `- ${title}`),
    '',
    '## Targets',
    '',
    targetTable(report.targets),
  ];
  for (const result of report.sections)
    lines.push('', `## ${SECTION_TITLES[result.section]}`, '', sectionTable(result));
  for (const { arm, why } of report.sections.flatMap(({ leftOut }) => leftOut)) {
    lines.push('', `Not timed: **${arm}**, ${why}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What is aimed at, what came out, whether that is enough. */
export function targetTable(targets: readonly JudgedTarget[]): string {
  const rows = targets.map(({ section, operation, connections, arm, reference, figure, bound, ratio, isReached }) => [
    `${section}, ${operation}, c${connections}`,
    `${arm} / ${reference}, ${figure}`,
    `${figure === 'p99' ? '≤' : '≥'} ${bound}`,
    ratio === null ? 'not measured' : ratio.toFixed(2),
    isReached === null ? '–' : isReached ? 'reached' : '**missed**',
  ]);
  return table(['where', 'ratio of', 'target', 'measured', ''], rows);
}

function sectionTable({ arms, measured }: SectionResult): string {
  const titles = new Map(arms.map(({ name, title }) => [name, title]));
  const rows = measured.map((one) => {
    const stock = measured.find(
      ({ arm, operation, connections }) =>
        arm === STOCK && operation === one.operation && connections === one.connections,
    );
    return [`${one.operation}, c${one.connections}`, titles.get(one.arm) ?? one.arm, ...figuresOf(one, stock)];
  });
  const heads = [
    '',
    'arm',
    'requests/s',
    '× stock',
    'p50 ms',
    'p99 ms',
    'CPU ms a request',
    '× stock by CPU',
    'RSS MB',
  ];
  return table(heads, rows);
}

function figuresOf({ samples }: Measured, stock: Measured | undefined): string[] {
  const middle = (figure: keyof Omit<Sample, 'problems'>, digits: number, scale = 1): string => {
    const value = median(samples.map((sample) => sample[figure]));
    return value === null ? '–' : (value / scale).toFixed(digits);
  };
  const ratio = (value: number | null): string => (value === null ? '–' : value.toFixed(2));
  const failed = samples.reduce((sum, sample) => sum + sample.failed, 0);
  return [
    `${middle('requestsPerSecond', 0)}${failed > 0 ? ` (${failed} failed: ${samples.flatMap(({ problems }) => problems)[0]})` : ''}`,
    ratio(stock ? medianRatio(samples, stock.samples) : null),
    middle('p50', 1),
    middle('p99', 1),
    middle('cpuPerRequest', 2),
    ratio(stock ? medianRatio(stock.samples, samples, 'cpuPerRequest') : null),
    middle('residentBytes', 0, 1_048_576),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
