import { copyFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { repositoryRoot } from '../src/workspace/repository-root.ts';
import { runTool } from '../src/workspace/run-command.ts';
import { sampleSubgraphs } from './sample-subgraphs.ts';
import { makeTree } from './temporary-tree.ts';

const writes = `
  interface Collection { updateOne(): void; findOneAndUpdate(): void; bulkWrite(): void; insertOne(): void; deleteOne(): void; find(): void }
  export function write(collection: Collection): void {
    collection.updateOne();
    collection.findOneAndUpdate();
    collection['bulkWrite']();
    collection.insertOne.call(collection);
    const { deleteOne } = collection;
    deleteOne();
    collection.find();
  }
`;
const exits = 'export function leave(): void { process.exit(1); }';
const reads = 'export const url = process.env.MONGODB_URL;';

const files = {
  'services/job/src/application/write-job.ts': writes,
  'packages/storage/src/stored-jobs.ts': writes,
  'services/job/src/config.ts': reads,
  'services/job/src/env.ts': `${reads}\n${exits}`,
  'services/job/src/main.ts': `${exits}\n${reads}`,
  'services/job/src/own-process.ts': "import { env } from 'node:process';\nexport const url = env.MONGODB_URL;",
  'services/job/src/default.ts': 'export default 1;',
  'services/job/src/types.ts': `
    import { write } from './application/write-job.ts';
    export type Write = typeof write;
    export const loose = (value: any): string => String(value);
    export const wait = async (): Promise<void> => { await Promise.resolve(); };
    export function forget(): void { wait(); setTimeout(wait, 1); }
    export function nameOf(status: 'OPEN' | 'CLOSED'): string {
      switch (status) { case 'OPEN': return 'open'; }
      return '';
    }
  `,
  'services/job/schema.graphql': `
    "What a company hires for."
    type Job @key(fields: "id") {
      "Opaque."
      id: ID!
      title: String!
      "Where."
      office_name(atTime: String): String
    }
    type undescribed { "Opaque." id: ID! }
    "Where in its life a job is."
    enum JobStatus { DRAFT "Open." open }
    "Takes a job away."
    input RemoveJobInput { id: ID! }
    type Mutation { "Takes a job away." removeJob(id: RemoveJobInput!): Boolean }
    type Query { "One job." getJob(id: ID!): Job "Others." others: undescribed "State." status: JobStatus }
  `,
};

interface LintMessage {
  readonly ruleId: string | null;
  readonly message: string;
  readonly line: number;
}

let messages: Record<string, LintMessage[]>;

beforeAll(async () => {
  const root = makeTree({ ...sampleSubgraphs, ...files });
  for (const name of ['eslint.config.js', 'tsconfig.base.json', 'tsconfig.test.json', 'package.json']) {
    copyFileSync(join(repositoryRoot, name), join(root, name));
  }
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
  const { output } = await runTool(root, 'eslint/bin/eslint.js', ['.', '--format', 'json']);
  const results = JSON.parse(output.slice(output.indexOf('[{'))) as { filePath: string; messages: LintMessage[] }[];
  messages = Object.fromEntries(results.map((result) => [result.filePath.slice(root.length + 1), result.messages]));
});

const rulesBroken = (path: keyof typeof files): (string | null)[] => messages[path]!.map(({ ruleId }) => ruleId);

function linesBreaking(path: keyof typeof files, rule: string): number {
  return rulesBroken(path).filter((ruleId) => ruleId === rule).length;
}

describe('the lint rules', () => {
  test('forbid every way of writing to a collection outside of packages/storage', () => {
    expect(linesBreaking('services/job/src/application/write-job.ts', 'no-restricted-syntax')).toBe(5);
    expect(rulesBroken('packages/storage/src/stored-jobs.ts')).not.toContain('no-restricted-syntax');
  });

  test('leave variables to env.ts and endings to main.ts', () => {
    expect(rulesBroken('services/job/src/config.ts')).toContain('no-restricted-properties');
    expect(messages['services/job/src/env.ts']!.map(({ message }) => message)).toEqual([
      expect.stringContaining('Only an entry (main.ts, *-cli.ts) ends the process.'),
    ]);
    expect(messages['services/job/src/main.ts']!.map(({ message }) => message)).toEqual([
      expect.stringContaining('Variables are read in env.ts alone'),
    ]);
    expect(rulesBroken('services/job/src/own-process.ts')).toContain('no-restricted-imports');
  });

  test('want named exports', () => {
    expect(rulesBroken('services/job/src/default.ts')).toContain('no-restricted-syntax');
  });

  test('know the types: forgotten promises, unfinished switches, any, imports of types', () => {
    expect(rulesBroken('services/job/src/types.ts')).toEqual(
      expect.arrayContaining([
        '@typescript-eslint/consistent-type-imports',
        '@typescript-eslint/no-explicit-any',
        '@typescript-eslint/no-floating-promises',
        '@typescript-eslint/no-misused-promises',
        '@typescript-eslint/switch-exhaustiveness-check',
      ]),
    );
  });

  test('want a description of every type, field, input field and enum value, but not of arguments', () => {
    const undescribed = messages['services/job/schema.graphql']!.filter(
      ({ ruleId }) => ruleId === '@graphql-eslint/require-description',
    );
    expect(undescribed.map(({ message }) => message)).toEqual([
      expect.stringContaining('field "title"'),
      expect.stringContaining('type "undescribed"'),
      expect.stringContaining('enum value "DRAFT"'),
      expect.stringContaining('input value "id"'),
    ]);
  });

  test('hold the naming of the API and know the directives of federation', () => {
    const schema = 'services/job/schema.graphql';
    const named = messages[schema]!.filter(({ ruleId }) => ruleId === '@graphql-eslint/naming-convention');
    expect(named.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual([
      'office_name',
      'undescribed',
      'open',
      'getJob',
    ]);
    expect(rulesBroken(schema)).toContain('@graphql-eslint/input-name');
    expect(rulesBroken(schema)).toContain('@graphql-eslint/no-scalar-result-type-on-mutation');
    expect(rulesBroken(schema)).not.toContain('@graphql-eslint/known-directives');
  });
});
