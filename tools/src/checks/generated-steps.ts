import { generateResolverTypes } from '../codegen/resolver-types.ts';
import { composeSupergraph } from '../compose/supergraph.ts';
import { eventDocuments } from '../events/event-reference.ts';
import { findStaleFiles, type GeneratedFile } from '../workspace/generated-file.ts';
import { runCommand } from '../workspace/run-command.ts';
import { noSubgraphSourceMessage, readSubgraphSources } from '../workspace/subgraph-source.ts';
import { failed, fromFindings, passed, type CheckOutcome, type CheckStep } from './check-step.ts';

/** Generated files are committed: making them anew must leave no difference. Nothing is written here. */
export function generatedSteps(root: string): CheckStep[] {
  return [
    { name: 'resolver types are current', run: () => checkResolverTypes(root) },
    { name: 'supergraph is current', run: () => checkSupergraph(root) },
    { name: 'event documents are current', run: () => checkEventDocuments(root) },
  ];
}

async function checkResolverTypes(root: string): Promise<CheckOutcome> {
  const sources = readSubgraphSources(root);
  if (sources.length === 0) return failed(noSubgraphSourceMessage);
  const files = await Promise.all(sources.map((source) => generateResolverTypes(root, source)));
  return fromFindings(await findDifferences(root, files, 'npm run codegen'));
}

async function checkSupergraph(root: string): Promise<CheckOutcome> {
  const sources = readSubgraphSources(root);
  if (sources.length === 0) return failed(noSubgraphSourceMessage);
  const composition = composeSupergraph(sources);
  if (!composition.ok) return fromFindings(composition.errors);
  const differences = await findDifferences(root, [composition.file], 'npm run compose');
  if (differences.length > 0) return fromFindings(differences);
  return passed(composition.hints.length === 0 ? undefined : `${composition.hints.length} hints: npm run compose`);
}

async function checkEventDocuments(root: string): Promise<CheckOutcome> {
  const files = [...eventDocuments()].map(([path, content]) => ({ path: `docs/events/${path}`, content }));
  return fromFindings(await findDifferences(root, files, 'npm run docs:events'));
}

async function findDifferences(root: string, files: readonly GeneratedFile[], mending: string): Promise<string[]> {
  const paths = files.map(({ path }) => path);
  const listed = await runCommand('git', ['ls-files', '--', ...paths], { cwd: root });
  const tracked = new Set(listed.output.split('\n'));
  return [
    ...findStaleFiles(root, files).map(
      (path) => `${path} is not what its sources make: run \`${mending}\` and commit it.`,
    ),
    ...paths.filter((path) => !tracked.has(path)).map((path) => `${path} is not in git: add and commit it.`),
  ];
}
