import type { Latencies } from '../client/latencies.ts';
import type { SizeFigures } from '../measure-size.ts';
import { type Machine, machineLine, table } from './write-results.ts';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const tenths = (value: number): string => value.toFixed(1);
const spread = ({ p50, p99 }: Latencies): string => `${tenths(p50)} / ${tenths(p99)}`;
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

const ROWS: readonly (readonly [name: string, cell: (figures: SizeFigures) => string])[] = [
  ['page of a job’s active applications, p50 / p99 ms', ({ pageOfOneJob }) => spread(pageOfOneJob)],
  ['page over all jobs by status and source, p50 / p99 ms', ({ pageOverAllJobs }) => spread(pageOverAllJobs)],
  [
    'CPU a page, of one job / over all jobs, ms',
    ({ cpuAPage }) => `${cpuAPage.ofOneJob.toFixed(2)} / ${cpuAPage.overAllJobs.toFixed(2)}`,
  ],
  ['moveApplication, p50 / p99 ms', ({ move }) => spread(move)],
  ['submitApplication, p50 / p99 ms', ({ submit }) => spread(submit)],
  ['move number 1,001 of one application over a first one', ({ growth }) => growth.ratio.toFixed(2)],
  [
    'restart from a snapshot, s (of that the stores)',
    ({ restart }) => `${seconds(restart.fromSnapshot)} (${seconds(restart.storesOpen)})`,
  ],
  ['CPU of a restart from a snapshot, s', ({ restart }) => seconds(restart.cpu)],
  ['restart from the journal alone, s', ({ restart }) => seconds(restart.fromJournal)],
  [
    'loop delay during a snapshot, p50 / p99 / max ms',
    ({ snapshot }) => (snapshot.seconds === 0 ? 'none due' : delays(snapshot.loopDelay)),
  ],
  ['loop delay without one, p50 / p99 / max ms', ({ snapshot }) => delays(snapshot.loopDelayWithout)],
  ['page during a snapshot, p50 / p99 ms', ({ snapshot }) => (snapshot.seconds === 0 ? '' : spread(snapshot.page))],
  ['a snapshot takes, s', ({ snapshot }) => (snapshot.seconds === 0 ? '' : tenths(snapshot.seconds))],
  ['JSON an application, bytes', ({ company }) => whole(company.bytesAnApplication)],
  ['heap an application, bytes', ({ heapAnApplication }) => whole(heapAnApplication)],
  [
    'resident outside the heap an application, bytes',
    ({ outsideHeapAnApplication }) => whole(outsideHeapAnApplication),
  ],
  ['resident memory, MB', ({ rssMegabytes }) => whole(rssMegabytes)],
  ['stores on disk, MB', ({ diskMegabytes }) => whole(diskMegabytes)],
];

function delays({ p50, p99, max }: { readonly p50: number; readonly p99: number; readonly max: number }): string {
  return `${tenths(p50)} / ${tenths(p99)} / ${tenths(max)}`;
}

/** The machine's load average over a minute. */
export interface Load {
  readonly before: number;
  readonly after: number;
}

/** The figures of all sizes in one table. */
export function scaleReport(shape: Machine, load: Load, figures: readonly SizeFigures[]): string {
  const [first] = figures;
  return [
    '# The embedded form at scale',
    '',
    `One connection, one operation at a time, the whole path over HTTP. ${machineLine(shape)}. Processes that wanted a core, over a minute: ${tenths(load.before)} before and ${tenths(load.after)} at the end, this bench among them.`,
    '',
    table(
      ['applications', ...figures.map(({ company }) => whole(company.applications))],
      ROWS.map(([name, cell]) => [name, ...figures.map(cell)]),
    ),
    '',
    'The company is the sample company of `npm start`, its applications copied with everything that belongs to them; jobs, stages and staff stay the six jobs of the original, so that every list gets longer with the company.' +
      (first === undefined ? '' : mixOf(first)),
    'The restart is that of a process from source, its compilation included. The loop’s delay is what perf_hooks samples every millisecond: 1 is none.',
  ].join('\n');
}

function mixOf({ company }: SizeFigures): string {
  const per = (count: number): string => (count / company.applications).toFixed(2);
  return ` For each application there are ${per(company.candidates)} candidates with a resume, ${per(company.interviews)} interviews and ${per(company.scorecards)} scorecards, each with its history.`;
}
