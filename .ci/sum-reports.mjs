/**
 * Sums up the suites of `.ci/run`: `sum-reports.mjs <name>=<exit code>=<report or ->...`.
 * The last line is `N passed, N failed`; the exit code is 0 when nothing failed.
 */
import { resolve } from 'node:path';
import { readReport } from '../tools/launch/reports.mjs';

let passed = 0;
let failed = 0;

for (const ending of process.argv.slice(2)) {
  const [name, code, reportPath] = ending.split('=');
  const report =
    reportPath === '-' ? { passed: 0, failed: 0, skipped: 0, problem: null } : readReport(resolve(reportPath));
  // A suite that ended badly has failed, even where its report knows of nothing.
  const silentFailure = code !== '0' && report.failed + report.skipped === 0 ? 1 : 0;
  passed += report.passed;
  failed += report.failed + report.skipped + silentFailure;
  console.log(`${name}: ${describe(report, code)}`);
}
if (passed === 0 && failed === 0) {
  console.log('Nothing ran.');
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function describe(report, code) {
  const skipped = report.skipped > 0 ? `, ${report.skipped} skipped (counted as failed)` : '';
  const problem = report.problem === null ? '' : ` ${report.problem}`;
  return `${report.passed} passed, ${report.failed} failed${skipped}, exit code ${code}.${problem}`;
}
