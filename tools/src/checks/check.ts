/**
 * `npm run check`: everything that can be checked without running a test. `--audit` asks the registry for known
 * vulnerabilities as well.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../workspace/repository-root.ts';
import { auditStep } from './audit-step.ts';
import { buildSteps } from './build-steps.ts';
import { composeFileStep } from './compose-file-step.ts';
import { generatedSteps } from './generated-steps.ts';
import { lintSteps } from './lint-steps.ts';
import { lockfileStep } from './lockfile-step.ts';
import { runSteps } from './run-steps.ts';
import { schemaStep } from './schema-step.ts';

const reportPath = join(repositoryRoot, '.cache/reports/check.json');

const steps = [
  lockfileStep(repositoryRoot),
  composeFileStep(repositoryRoot),
  ...generatedSteps(repositoryRoot),
  schemaStep(repositoryRoot),
  ...lintSteps(repositoryRoot),
  ...buildSteps(repositoryRoot),
  ...(process.argv.includes('--audit') ? [auditStep(repositoryRoot)] : []),
];

rmSync(reportPath, { force: true });
const report = await runSteps(steps, (text) => console.log(text));
mkdirSync(dirname(reportPath), { recursive: true });
writeFileSync(reportPath, `${JSON.stringify(report, null, 2)}\n`);
console.log(report.failed === 0 ? '\nNext: `npm test`.' : '\nWhat failed stands above, each with how to mend it.');
console.log(`${report.passed} passed, ${report.failed} failed`);
if (report.failed > 0) process.exitCode = 1;
