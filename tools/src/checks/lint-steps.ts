import { runTool } from '../workspace/run-command.ts';
import { failed, passed, type CheckOutcome, type CheckStep } from './check-step.ts';

const cruisedFolders = ['packages', 'services', 'gateway', 'platform', 'tools'];

/** Format, style and arrows: what `npm run lint` looks at. */
export function lintSteps(root: string): CheckStep[] {
  const tool = async (script: string, args: readonly string[], mending = ''): Promise<CheckOutcome> => {
    const { exitCode, output } = await runTool(root, script, args);
    return exitCode === 0 ? passed() : failed(`${output.trim()}\n${mending}`);
  };
  return [
    {
      name: 'format (biome)',
      run: () => tool('@biomejs/biome/bin/biome', ['format', '.'], 'Mend it with `npm run format`.'),
    },
    { name: 'lint (eslint, graphql-eslint)', run: () => tool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
    {
      name: 'arrows (dependency-cruiser)',
      run: () =>
        tool('dependency-cruiser/bin/dependency-cruise.mjs', [
          '--config',
          '.dependency-cruiser.cjs',
          '--output-type',
          'err-long',
          ...cruisedFolders,
        ]),
    },
  ];
}
