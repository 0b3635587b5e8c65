import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { whileRunning, withInstallation } from '@hiregraph/platform';
import { AnswerLog } from './answer-log.ts';
import type { ChaosOptions } from './chaos-options.ts';
import { platformEnvironment } from './forms.ts';
import { createReport, describeReport, type Report } from './report.ts';
import { type Part, runPart } from './run-part.ts';
import type { Form } from './schedule.ts';
import type { StartedProcesses } from './started-processes.ts';
import { judge } from './verdict.ts';
import { openWorld, type World } from './world.ts';

export interface ChaosParts {
  readonly options: ChaosOptions;
  /** The repository's root. */
  readonly root: string;
  readonly print: (line: string) => void;
  readonly started: StartedProcesses;
  /** Told of what must be undone when the run ends suddenly. */
  readonly onWorld: (world: World) => void;
}

/**
 * Real processes on a real broker and database, all of which fail on a schedule that the seed decides, under clients that
 * remember what they were told; in the end everything is healed, comes to rest and is judged.
 * @returns the report; its folder is kept when a law is broken
 */
export async function runChaos({ options, root, print, started, onWorld }: ChaosParts): Promise<Report> {
  const name = `seed-${options.seed}-${new Date().toISOString().replaceAll(/[:.]/gu, '-')}`;
  const directory = join(root, '.cache', 'chaos', name);
  print(`Chaos with seed ${options.seed}; everything of this run lies in ${directory}`);
  mkdirSync(directory, { recursive: true });
  const log = new AnswerLog(join(directory, 'answers.jsonl'));
  const { syncOnCommit } = options;
  const cacheDirectory = join(root, '.cache', 'servers');
  const world = await openWorld({ directory, cacheDirectory, syncOnCommit, started, progress: print });
  onWorld(world);
  let report: Report | null = null;
  try {
    const parts = await runParts({ options, root, print, started, onWorld }, directory, world, log);
    print('\nNothing runs but broker and database now.');
    const verdict = await withInstallation(platformEnvironment(world, directory), (installation) =>
      whileRunning([installation.bus], () => judge(installation, [...log.commands.values()], print)),
    );
    report = createReport(options, world.disk.kind, parts, log, verdict);
  } finally {
    log.close();
    await world.close(report?.failed === 0 && !options.keep ? 'dropped' : 'kept');
  }
  writeReport(report, directory, options);
  for (const line of describeReport(report)) print(line);
  if (report.failed > 0) {
    print(
      `\nThe seed ${options.seed} broke ${report.failed} laws. Logs, answers and the report are kept in ${directory}`,
    );
  } else if (!options.keep) rmSync(directory, { recursive: true, force: true });
  return report;
}

async function runParts(
  { options, root, print, started }: ChaosParts,
  directory: string,
  world: World,
  log: AnswerLog,
): Promise<readonly Part[]> {
  const forms: readonly Form[] = options.form === 'both' ? ['services', 'replicas'] : [options.form];
  const milliseconds = Math.round((options.minutes * 60_000) / forms.length);
  const { seed, rate } = options;
  const parts: Part[] = [];
  for (const form of forms) {
    const scene = parts[0]?.scene ?? null;
    const focus = options.syncOnCommit ? 'everything' : 'database';
    const part = { form, seed, milliseconds, focus, rate, root, directory, world, started, log, scene, print } as const;
    parts.push(await runPart(part));
  }
  return parts;
}

function writeReport(report: Report, directory: string, { report: file }: ChaosOptions): void {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  writeFileSync(join(directory, 'report.json'), text);
  if (file === null) return;
  mkdirSync(dirname(resolve(file)), { recursive: true });
  writeFileSync(resolve(file), text);
}
