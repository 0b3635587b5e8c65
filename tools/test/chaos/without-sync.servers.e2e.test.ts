import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { repositoryRoot } from '../../src/workspace/repository-root.ts';

const SEED = '1';
const ARGUMENTS = ['--without-sync', '--seed', SEED, '--minutes', '0.75', '--form', 'replicas'];

/** Runs chaos as npm does. */
async function runChaos(reportFile: string): Promise<{ code: number | null; output: string }> {
  const launcher = ['--conditions=hiregraph-source', 'tools/launch/source.mjs', 'tools/src/chaos/chaos-cli.ts'];
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS|NODE_ENV|JEST_WORKER_ID)$/u.test(name)),
  );
  const child = spawn(process.execPath, [...launcher, ...ARGUMENTS, '--report', reportFile], {
    cwd: repositoryRoot,
    env: environment,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

// The run starts servers of its own; the variable says that some can be had here.
if (process.env.REQUIRE_SERVERS !== '1') {
  describe('chaos on a database that does not sync', () => {
    it('is only run where REQUIRE_SERVERS=1 says that servers can be started', () => {
      process.stdout.write('REQUIRE_SERVERS is not set: no chaos was run. `npm run with-servers` sets it.\n');
    });
  });
} else {
  describe('chaos on a database that does not sync', () => {
    it('fails, and names the seed, what is lost and where everything lies', async () => {
      const directory = mkdtempSync(join(tmpdir(), 'hiregraph-chaos-'));
      const reportFile = join(directory, 'report.json');
      const { code, output } = await runChaos(reportFile);
      const kept = /everything of this run lies in (\S+)/u.exec(output)?.[1];
      try {
        expect({ code, output }).toMatchObject({ code: 1 });
        expect(output).toContain(`The seed ${SEED} broke`);
        const report = JSON.parse(readFileSync(reportFile, 'utf8')) as {
          readonly failed: number;
          readonly laws: readonly { readonly faults: readonly string[] }[];
        };
        expect(report.failed).toBeGreaterThan(0);
        const faults = report.laws.flatMap((law) => law.faults).join('\n');
        expect(faults).toMatch(/(app|job|int|scr|cand|opn)_[0-9a-z]{26}/u);
      } finally {
        rmSync(directory, { recursive: true });
        if (kept !== undefined) rmSync(kept, { recursive: true, force: true });
      }
    }, 600_000);
  });
}
