/** `npm test`: every suite, then jest's own report summed up in a last line `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { readReport } from './reports.mjs';

const reportPath = join(root, '.cache/reports/jest.json');
const args = process.argv.slice(2);

if (await prepare()) {
  mkdirSync(dirname(reportPath), { recursive: true });
  rmSync(reportPath, { force: true });
  const ending = await runJest();
  const report = readReport(reportPath);
  process.stdout.write(`\n${adviceFor(report, ending)}\n${report.passed} passed, ${report.failed} failed\n`);
  process.exitCode = ending === 0 && report.failed === 0 ? 0 : 1;
}

/**
 * jest needs Node's module flag for ESM; given as arguments the flags reach its workers and nothing that tests start.
 *
 * @returns {Promise<number | string>} the exit code, or the signal's name
 */
function runJest() {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(process.execPath, [...flags, jest, '--json', `--outputFile=${reportPath}`, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal's Ctrl-C reaches jest by itself; a signal sent to this process alone does not.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 1)));
}

function adviceFor(report, ending) {
  if (report.problem !== null) return `${report.problem} jest ended with ${ending}; its words stand above.`;
  if (report.failed > 0) {
    return `What failed stands above. One file alone: npm test -- ${report.failedFiles[0] ?? '<path>'}`;
  }
  if (ending !== 0) return `Every test passed, but jest ended with ${ending}; its words stand above.`;
  if (report.skipped > 0) return `${report.skipped} more were left out by choice. All of them: npm test`;
  return 'Next: `npm start` runs the platform, `npm run check` checks everything else.';
}
