/** What `npm run bench` measures; docs/benchmarks.md says how. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { SERVER_CORE } from './arms.ts';
import type { Company, Installation } from './company.ts';
import { type Options, readOptions } from './options.ts';
import { canPin, startProcess } from './process/pinned-process.ts';
import type { BenchReport } from './report/bench-report.ts';
import { markdownOf } from './report/markdown.ts';
import { pictureOf } from './report/picture.ts';
import { judgeTargets } from './report/targets.ts';
import { measureGateways } from './sections/gateway-alone.ts';
import { measurePlatforms } from './sections/platform.ts';
import type { SectionResult, Surroundings } from './sections/section.ts';

const root = resolve(import.meta.dirname, '../../..');
const results = resolve(import.meta.dirname, '../results');
const TOKENS = 200;
const MEASURE = { gateway: measureGateways, platform: measurePlatforms };

function progress(line: string): void {
  process.stderr.write(`  ${line}\n`);
}

async function makeCompany(installation: Installation): Promise<Pick<Surroundings, 'company' | 'tokens' | 'caller'>> {
  progress('making a company to ask about');
  const made = await startProcess<{ company: Company; tokens: string[]; caller: unknown }>({
    script: 'servers/company.mjs',
    task: { installation, tokens: TOKENS },
    core: SERVER_CORE,
  });
  await made.stop();
  return made.facts;
}

async function measure(options: Options, installation: Installation): Promise<SectionResult[]> {
  const around = {
    installation,
    ...(await makeCompany(installation)),
    supergraph: join(root, 'gateway/supergraph.graphql'),
    progress,
  };
  const measured: SectionResult[] = [];
  for (const section of options.sections) {
    progress(`section ${section}`);
    const plan = { cells: options.cells[section], pace: options.pace, only: options.arms };
    measured.push(await MEASURE[section](around, plan));
  }
  return measured;
}

function machine(): string {
  const pinning = canPin ? 'servers and client each on a core of their own' : 'processes not pinned';
  return `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown kind'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${pinning}`;
}

function write(report: BenchReport, name: string): void {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(results, `${name}.md`), markdownOf(report));
  writeFileSync(join(results, `${name}.svg`), pictureOf(report.sections));
  process.stdout.write(`${markdownOf(report)}\nWritten to ${relative(root, results)}/${name}.{json,md,svg}\n`);
}

async function run(): Promise<void> {
  const args = process.argv.slice(2);
  const options = readOptions(args);
  const loadBefore = loadavg()[0] ?? 0;
  const dataDirectory = mkdtempSync(join(tmpdir(), 'hiregraph-bench-'));
  const secret = (): string => randomBytes(32).toString('hex');
  try {
    const sections = await measure(options, {
      tokenKey: secret(),
      internalSecret: secret(),
      cursorSecret: secret(),
      tenant: { id: 'ten_bench', slug: 'bench', name: 'Bench' },
      dataDirectory,
    });
    const { rounds, milliseconds } = options.pace;
    const report: BenchReport = {
      command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
      node: process.versions.node,
      machine: machine(),
      pace: `${rounds} rounds of ${milliseconds} ms an arm and cell; load of the machine before it ${loadBefore.toFixed(1)}`,
      loadBefore,
      targets: judgeTargets(sections),
      sections,
    };
    const isWhole = !options.isQuick && options.arms === null && options.sections.length === 2;
    write(report, isWhole ? 'gateways' : 'quick');
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
