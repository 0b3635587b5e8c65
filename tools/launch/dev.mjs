/** `npm run dev`: the whole platform from source, started anew whenever a source file, schema or seed changes. */
import { prepare } from './prepare.mjs';

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
    'platform/src/main.ts',
    ...process.argv.slice(2),
  ];
  await import('tsx/cli');
}
