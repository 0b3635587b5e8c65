// As the product does it: @apollo/gateway would tell its maker of every gateway that a test makes, and keep timers and
// connections for that, which workers cannot end with. Workers inherit it.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';

/**
 * One configuration for every suite. The suffix of a file says what it needs:
 * `.unit.test.ts` nothing, `.int.test.ts` a store, bus or HTTP port, `.e2e.test.ts` the whole platform.
 */
export default {
  roots: ['<rootDir>/packages', '<rootDir>/services', '<rootDir>/gateway', '<rootDir>/platform', '<rootDir>/tools'],
  testMatch: ['**/test/**/*.test.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['hiregraph-source', 'node', 'node-addons'] },
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    // As in production: looking for a second copy of graphql at every instanceof is a tenth of what executors cost.
    '^\\.{1,2}/(jsutils/)?instanceOf\\.js$': '<rootDir>/tools/launch/graphql-instance-of.cjs',
    '^fast-check$': '<rootDir>/tools/launch/seeded-fast-check.mjs',
  },
  maxWorkers: 2,
  testSequencer: '<rootDir>/tools/launch/longest-first.mjs',
  // Only a hang ends here: no test asserts on time, and a busy machine may be slow.
  testTimeout: 120_000,
};
