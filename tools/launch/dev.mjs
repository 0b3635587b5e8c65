/** `npm run dev`: the whole platform from source, started anew whenever a source file, schema or seed changes. */
import { prepare } from './prepare.mjs';
import { mergeRepeatedSignals } from './signals.mjs';

const watchedAssets = [
  'packages/*/src/**/*.graphql',
  'services/*/schema.graphql',
  'gateway/supergraph.graphql',
  'platform/src/seed/postings/*',
];

if (await prepare()) {
  process.argv = [
    process.execPath,
    'tsx',
    'watch',
    '--clear-screen=false',
    '--conditions=hiregraph-source',
    ...watchedAssets.map((pattern) => `--include=${pattern}`),
    'tools/launch/start.mjs',
    ...process.argv.slice(2),
  ];
  mergeRepeatedSignals();
  await import('tsx/cli');
}
