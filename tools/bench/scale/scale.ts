import { once } from 'node:events';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Company } from './company/fill-stores.ts';
import { measureSize, type SizeFigures } from './measure-size.ts';
import { scaleReport } from './report/scale-report.ts';
import { machine, writeResults } from './report/write-results.ts';
import { forkSource } from './server/start-server.ts';
import { withTemporaryFolder } from './temporary-folder.ts';

/** Applications, and the megabytes of heap that the server's process may take. */
const SIZES: readonly (readonly [applications: number, heapMegabytes: number])[] = [
  [1_000, 2_048],
  [10_000, 2_048],
  [100_000, 3_072],
  [300_000, 6_144],
];
const QUICK_LIMIT = 10_000;
const DEFAULT_LIMIT = 100_000;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const limit = values.full ? Number.POSITIVE_INFINITY : values.quick ? QUICK_LIMIT : DEFAULT_LIMIT;
const sizes = SIZES.filter(([applications]) =>
  values.only === undefined ? applications <= limit : applications === Number(values.only),
);

const loadNow = (): number => loadavg()[0] ?? 0;
const before = loadNow();
const figures: SizeFigures[] = [];
for (const [applications, heapMegabytes] of sizes) {
  process.stderr.write(`${applications.toLocaleString('en')} applications …\n`);
  figures.push(
    await withTemporaryFolder(async (folder) => {
      const data = join(folder, 'data');
      const company = await fill(data, applications, heapMegabytes);
      return await measureSize(data, company, heapMegabytes);
    }),
  );
}
const shape = machine();
const load = { before, after: loadNow() };
const text = scaleReport(shape, load, figures);
process.stdout.write(`${text}\n`);
if (values.only === undefined) await writeResults('scale', { machine: shape, load, sizes: figures }, text);

async function fill(data: string, applications: number, heapMegabytes: number): Promise<Company> {
  const child = forkSource(
    '../company/fill.ts',
    [data, String(applications)],
    [`--max-old-space-size=${heapMegabytes}`],
  );
  const ended = once(child, 'exit');
  const [company] = (await once(child, 'message')) as [Company];
  await ended;
  return company;
}
