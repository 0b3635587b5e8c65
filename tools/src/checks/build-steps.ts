import { buildWorkspace } from '../workspace/build-workspace.ts';
import { runTool } from '../workspace/run-command.ts';
import { failed, fromFindings, passed, type CheckStep } from './check-step.ts';

/** Everything compiles, tests included, and nothing lies about unused. */
export function buildSteps(root: string): CheckStep[] {
  return [
    { name: 'build (tsc)', run: async () => fromFindings(await buildWorkspace(root)) },
    {
      name: 'types of the tests (tsc)',
      run: async () => {
        const result = await runTool(root, 'typescript/bin/tsc', ['-p', 'tsconfig.test.json', '--pretty', 'false']);
        return result.exitCode === 0 ? passed() : failed(result.output);
      },
    },
    {
      name: 'nothing unused (knip)',
      run: async () => {
        const result = await runTool(root, 'knip/bin/knip.js', ['--no-progress']);
        return result.exitCode === 0 ? passed() : failed(result.output);
      },
    },
  ];
}
