/**
 * The arrows between the parts of the platform. Inside a service: graphql → application → domain ← storage, wired by the
 * files beside them. Between packages: kernel ← contracts ← storage ← messaging ← subgraph ← services and gateway ← platform.
 */
const layers = ['kernel', 'contracts', 'storage', 'messaging', 'subgraph'];

/** The one file that loads each driver at run time; types may be imported anywhere in its package. */
const driverFiles = {
  mongodb: '^packages/storage/src/mongodb/load-driver\\.ts$',
  kafkajs: '^packages/messaging/src/kafka/kafka-(bus|client|engine)\\.ts$',
};

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const general = [
  rule('no-cycle', 'Two files that need each other are one, or hide a third.', {}, { circular: true }),
  rule(
    'no-orphan',
    'A file that nobody imports and that imports nobody is forgotten.',
    { orphan: true, path: '/src/', pathNot: ['/src/index\\.ts$', '\\.d\\.ts$'] },
    {},
  ),
  rule('resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
  rule('source-without-tests', 'Product code never needs test code.', { path: '/src/' }, { path: '/test/' }),
  rule(
    'testkit-in-tests-only',
    'Fixtures and contract suites stay out of the product. The chaos runs judge with the oracle of the tests.',
    { pathNot: ['^packages/testkit/', '/test/', '^tools/src/chaos/'] },
    { path: '^packages/testkit/' },
  ),
  rule(
    'declared-dependencies',
    'What runs in production stands under "dependencies" of the package.json beside it.',
    { path: '^((packages|services)/[^/]+|gateway|platform|tools)/src/' },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  ),
];

const packageLayers = layers.map((layer, height) =>
  rule(
    `layer-${layer}`,
    `${layer} stands on ${layers.slice(0, height).join(', ') || 'nothing'}.`,
    { path: `^packages/${layer}/src/` },
    { path: '^packages/', pathNot: [...layers.slice(0, height + 1), 'testkit'].map((name) => `^packages/${name}/`) },
  ),
);

const whole = [
  rule(
    'kernel-imports-nothing',
    'kernel is understood without anything else.',
    { path: '^packages/kernel/src/' },
    { pathNot: '^packages/kernel/src/', dependencyTypesNot: ['core'] },
  ),
  rule(
    'packages-below',
    'A package serves the services, gateway and platform without knowing them.',
    { path: '^packages/' },
    { path: '^(services|gateway|platform|tools)/' },
  ),
  rule(
    'services-apart',
    'A service is reached through its schema and its events, never through its code.',
    { path: '^services/([^/]+)/' },
    { path: '^services/', pathNot: '^services/$1/' },
  ),
  rule(
    'services-through-platform',
    'Only platform imports services; tools and tests reach them through it.',
    { pathNot: '^(platform|services)/' },
    { path: '^services/' },
  ),
  rule(
    'services-below',
    'A service does not know who runs it.',
    { path: '^services/' },
    { path: '^(gateway|platform|tools)/' },
  ),
  rule(
    'gateway-below',
    'The gateway does not know who runs it.',
    { path: '^gateway/' },
    { path: '^(platform|tools)/' },
  ),
  rule('tools-on-top', 'Nothing needs the tools.', { pathNot: '^tools/' }, { path: '^tools/' }),
];

const insideService = [
  rule(
    'domain-is-pure',
    'domain is data and pure functions: kernel and its own files only.',
    { path: '^services/([^/]+)/src/domain/' },
    { pathNot: ['^services/$1/src/domain/', '^packages/kernel/'] },
  ),
  rule(
    'application-on-domain',
    'application knows the domain; storage and graphql know it, not the other way round.',
    { path: '^services/([^/]+)/src/application/' },
    { path: '^services/$1/', pathNot: '^services/$1/src/(application|domain)/' },
  ),
  rule(
    'application-without-graphql',
    'HTTP and GraphQL end at the edge.',
    { path: '^services/[^/]+/src/application/' },
    { path: 'node_modules/(graphql|fastify|@apollo)/' },
  ),
  rule(
    'storage-on-domain',
    'storage knows the domain, and of application only the ports that it fulfils (import type).',
    { path: '^services/([^/]+)/src/storage/' },
    { path: '^services/$1/', pathNot: '^services/$1/src/(storage|domain|application)/' },
  ),
  rule(
    'storage-fulfils-ports',
    'Of application, storage may import types only.',
    { path: '^services/([^/]+)/src/storage/' },
    { path: '^services/$1/src/application/', dependencyTypesNot: ['type-only'] },
  ),
  rule(
    'graphql-on-application',
    'A resolver unpacks, delegates to application and repacks.',
    { path: '^services/([^/]+)/src/graphql/' },
    { path: '^services/$1/', pathNot: '^services/$1/src/(graphql|application|domain)/' },
  ),
];

const drivers = Object.entries(driverFiles).map(([driver, file]) =>
  rule(
    `one-file-loads-${driver}`,
    `Whoever needs ${driver} at run time goes through that one file's engine.`,
    { pathNot: file },
    { path: `node_modules/${driver}/`, dependencyTypesNot: ['type-only'] },
  ),
);

module.exports = {
  forbidden: [...general, ...packageLayers, ...whole, ...insideService, ...drivers],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The bench's peers are installed only by who runs it.
    exclude: { path: '(^|/)(dist|test/fixtures)/|^tools/bench/peers/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['hiregraph-source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
