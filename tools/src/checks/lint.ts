/** `npm run lint`: format, style and arrows. */
import { repositoryRoot } from '../workspace/repository-root.ts';
import { lintSteps } from './lint-steps.ts';
import { runSteps } from './run-steps.ts';

const report = await runSteps(lintSteps(repositoryRoot), (text) => console.log(text));
console.log(`\n${report.passed} passed, ${report.failed} failed`);
if (report.failed > 0) process.exitCode = 1;
