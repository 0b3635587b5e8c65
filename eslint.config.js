import js from '@eslint/js';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typescript = [
  '{packages,services}/*/{src,test}/**/*.ts',
  '{gateway,platform,tools}/{src,test}/**/*.ts',
  'tools/bench/{src,scale}/**/*.ts',
];
const tests = ['**/test/**/*.ts', 'packages/testkit/src/**/*.ts'];
const programEntries = ['**/main.ts', '**/*-cli.ts'];
/** Runs from a shell and answers on it; its argument and exit code are its interface. */
const commandLine = ['tools/src/**/*.ts', ...programEntries];

/** What the plain scripts use of Node's globals. */
const nodeGlobals = [
  'process',
  'console',
  'performance',
  'module',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'setImmediate',
  'Buffer',
  'URL',
  'fetch',
];

const storeWrites =
  '/^(insertOne|insertMany|updateOne|updateMany|replaceOne|deleteOne|deleteMany|bulkWrite|findOneAnd(Update|Replace|Delete))$/';
const storeWriteMessage =
  'Only packages/storage writes to a collection: use AggregateStore.commit or ProjectionStore.apply, which keep version, history and outbox together.';
const storeWriteBan = [
  `MemberExpression[property.name=${storeWrites}]`,
  `MemberExpression[computed=true][property.value=${storeWrites}]`,
  `ObjectPattern > Property[key.name=${storeWrites}]`,
].map((selector) => ({ selector, message: storeWriteMessage }));
const defaultExportBan = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that every use is found by it.',
};

const environmentBan = {
  object: 'process',
  property: 'env',
  message: 'Variables are read in env.ts alone, validated by config.ts and passed on from there.',
};
const exitBan = {
  object: 'process',
  property: 'exit',
  message:
    'Only an entry (main.ts, *-cli.ts) ends the process. Elsewhere throw, or release what is held so that it ends by itself.',
};
const processModuleBan = {
  name: 'node:process',
  message: 'Use the global `process`, which the rules on process.env and process.exit watch.',
};

/** Documents to check are merged with what all subgraphs share; the plugin knows federation's directives itself. */
const graphqlProjects = Object.fromEntries(
  ['job', 'candidate', 'evaluation', 'analytics'].map((service) => [
    service,
    {
      schema: ['packages/subgraph/src/shared-schema.graphql', `services/${service}/schema.graphql`],
      include: `services/${service}/schema.graphql`,
    },
  ]),
);

const camel = 'camelCase';
const graphqlNames = {
  types: 'PascalCase',
  FieldDefinition: camel,
  InputValueDefinition: camel,
  Argument: camel,
  DirectiveDefinition: camel,
  EnumValueDefinition: 'UPPER_CASE',
  InputObjectTypeDefinition: { requiredSuffixes: ['Input', 'Filter', 'Sort'], style: 'PascalCase' },
  'FieldDefinition[parent.name.value=Query]': {
    forbiddenPrefixes: ['query', 'get', 'find', 'list'],
    forbiddenSuffixes: ['Query'],
  },
  'FieldDefinition[parent.name.value=Mutation]': { forbiddenPrefixes: ['mutation'], forbiddenSuffixes: ['Mutation'] },
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/generated/', '**/test/fixtures/', '.cache/', '.data/', 'coverage/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs}'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])),
    },
    rules: { 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
  {
    files: typescript,
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.test.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...storeWriteBan, defaultExportBan],
      'no-restricted-properties': ['error', environmentBan, exitBan],
      'no-restricted-imports': ['error', { paths: [processModuleBan, { ...processModuleBan, name: 'process' }] }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { varsIgnorePattern: '^_', argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A port is asynchronous even where one of its engines has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // The kinds of a GraphQL document are texts in its types; comparing with 'Field' is as safe as with Kind.FIELD.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // A question to another service says which data it expects (OwnerClient.ask<Data>).
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Ports are objects of closures, made by factories: none needs its `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }, 'string'] }],
      // It asks for `x!` where another rule forbids just that.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // A union of states is a type, a port an interface; which of the two a record is says nothing.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['packages/storage/**/*.ts', 'packages/testkit/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExportBan] },
  },
  { files: ['**/src/**/env.ts'], rules: { 'no-restricted-properties': ['error', exitBan] } },
  { files: programEntries, rules: { 'no-restricted-properties': ['error', environmentBan] } },
  { files: commandLine, rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      'no-restricted-properties': ['error', exitBan],
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['services/*/schema.graphql'],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig: { projects: graphqlProjects } } },
    rules: {
      ...graphqlPlugin.configs['flat/schema-recommended'].rules,
      '@graphql-eslint/naming-convention': ['error', graphqlNames],
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          EnumValueDefinition: true,
          InputValueDefinition: true,
          DirectiveDefinition: true,
          ignoredSelectors: [
            '[type=ObjectTypeDefinition][name.value=/^(Query|Mutation)$/]',
            '[type=InputValueDefinition][parent.type=/^(Field|Directive)Definition$/]',
          ],
        },
      ],
      '@graphql-eslint/input-name': [
        'error',
        { checkInputType: true, caseSensitiveInputType: false, checkQueries: false },
      ],
      '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      '@graphql-eslint/relay-connection-types': 'error',
      '@graphql-eslint/relay-edge-types': ['error', { shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false }],
      // The words of the domain decide: Job.jobPost is no stutter, and a status may be OPEN in many enums.
      '@graphql-eslint/no-typename-prefix': 'off',
      '@graphql-eslint/description-style': 'off',
      '@graphql-eslint/unique-enum-value-names': 'off',
      '@graphql-eslint/strict-id-in-types': 'off',
    },
  },
);
