/** `npm run compose`: the committed supergraph of all subgraphs. */
import { writeGeneratedFiles } from '../workspace/generated-file.ts';
import { repositoryRoot } from '../workspace/repository-root.ts';
import { noSubgraphSourceMessage, readSubgraphSources } from '../workspace/subgraph-source.ts';
import { composeSupergraph } from './supergraph.ts';

const sources = readSubgraphSources(repositoryRoot);
if (sources.length === 0) {
  console.error(noSubgraphSourceMessage);
  process.exitCode = 1;
} else {
  compose();
}

function compose(): void {
  const composition = composeSupergraph(sources);
  if (!composition.ok) {
    console.error(`The subgraphs do not compose:\n${composition.errors.map((error) => `  - ${error}`).join('\n')}`);
    process.exitCode = 1;
    return;
  }
  const written = writeGeneratedFiles(repositoryRoot, [composition.file]);
  for (const hint of composition.hints) console.log(`hint  ${hint}`);
  const names = sources.map(({ name }) => name).join(', ');
  console.log(`${written.length > 0 ? 'written  ' : 'unchanged'} ${composition.file.path} (${names})`);
}
