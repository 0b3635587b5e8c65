/** `npm run codegen`: the resolver types of every service. */
import { writeGeneratedFiles } from '../workspace/generated-file.ts';
import { repositoryRoot } from '../workspace/repository-root.ts';
import { noSubgraphSourceMessage, readSubgraphSources } from '../workspace/subgraph-source.ts';
import { generateResolverTypes } from './resolver-types.ts';

const sources = readSubgraphSources(repositoryRoot);
if (sources.length === 0) {
  console.error(noSubgraphSourceMessage);
  process.exitCode = 1;
}
try {
  const files = await Promise.all(sources.map((source) => generateResolverTypes(repositoryRoot, source)));
  const written = writeGeneratedFiles(repositoryRoot, files);
  for (const { path } of files) console.log(`${written.includes(path) ? 'written  ' : 'unchanged'} ${path}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
