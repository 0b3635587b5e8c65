import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './prepare.mjs';

/**
 * @typedef {object} Report
 * @property {number} passed
 * @property {number} failed a suite that could not run at all counts as one failure
 * @property {number} skipped tests that exist and did not run
 * @property {string[]} failedFiles relative to the root
 * @property {string | null} problem why the report shows nothing, in a sentence
 */

/**
 * Reads what a runner wrote about its own run: jest's `--json` file, or the `{passed, failed}` of `npm run check`.
 * A missing, broken or empty report is one failure, since nothing shows that anything ran.
 *
 * @param {string} path
 * @returns {Report}
 */
export function readReport(path) {
  const name = relative(root, path);
  if (!existsSync(path)) return unusable(`There is no report ${name}: its runner did not get to the end.`);
  let content;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return unusable(`The report ${name} cannot be read (${error.message}).`);
  }
  const report = 'numTotalTests' in content ? fromJest(content) : fromChecks(content);
  return report.passed + report.failed > 0 ? report : unusable(`The report ${name} says that nothing ran.`);
}

function fromJest(content) {
  return {
    passed: content.numPassedTests,
    failed: content.numFailedTests + content.numRuntimeErrorTestSuites,
    skipped: content.numPendingTests + content.numTodoTests,
    failedFiles: content.testResults
      .filter(({ status }) => status === 'failed')
      .map((file) => relative(root, file.name)),
    problem: null,
  };
}

function fromChecks(content) {
  return { passed: content.passed, failed: content.failed, skipped: 0, failedFiles: [], problem: null };
}

function unusable(problem) {
  return { passed: 0, failed: 1, skipped: 0, failedFiles: [], problem };
}
