import { copyAssets } from './copy-assets.ts';
import { runTool } from './run-command.ts';

/**
 * Builds every workspace into its dist folder, so that `node platform/dist/main.js` runs without a compiler.
 *
 * @returns what is wrong; empty when the build is complete
 */
export async function buildWorkspace(root: string): Promise<string[]> {
  const compilation = await runTool(root, 'typescript/bin/tsc', ['--build', '--pretty', 'false']);
  if (compilation.exitCode !== 0) return compilation.output.trim().split('\n');
  return copyAssets(root);
}
