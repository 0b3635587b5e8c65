import { readdirSync, readFileSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
} from 'graphql';
import { type Comparison, type Operation, openComparison } from './comparison.ts';
import { createFakeSubgraph } from './fake-subgraph.ts';
import { PRODUCT_OPERATIONS, PRODUCT_SUPERGRAPH, productSubgraphs } from './product.ts';

const ROOT = new URL('../../../', import.meta.url);
/** Where operations stand that people and our own programs send to the gateway. */
const PLACES = ['README.md', 'docs', 'gateway/src', 'platform/src', 'platform/test', 'tools/src', 'tools/bench/src'];

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison(PRODUCT_SUPERGRAPH, productSubgraphs().map(createFakeSubgraph));
});
afterAll(() => comparison.stop());

function filesUnder(place: string): readonly string[] {
  const url = new URL(place, ROOT);
  const stats = statSync(url, { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [place];
  return readdirSync(url)
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => filesUnder(`${place}/${name}`));
}

/** Texts in back-quotes, in quotes and in Markdown's blocks that could be documents. */
function textsIn(file: string): readonly string[] {
  if (!/\.(ts|mjs|md)$/u.test(file)) return [];
  const content = readFileSync(new URL(file, ROOT), 'utf8');
  const found = [
    ...content.matchAll(/```graphql\n([\s\S]*?)```/gu),
    ...content.matchAll(/`([^`]*)`/gu),
    ...content.matchAll(/'([^'\n]*)'/gu),
  ];
  return found.map(([, text]) => (text ?? '').replaceAll('\\n', '\n'));
}

/** Those of the texts that the gateway would run, operation by operation. */
function operationsIn(texts: readonly string[]): readonly Operation[] {
  return texts.flatMap((query): readonly Operation[] => {
    if (!/^(#.*\s|\s)*(query|mutation|\{)/u.test(query)) return [];
    try {
      const document = parse(query);
      if (validate(comparison.apiSchema, document).length > 0) return [];
      return document.definitions.flatMap((definition) =>
        definition.kind === Kind.OPERATION_DEFINITION ? operationOf(query, definition) : [],
      );
    } catch {
      return [];
    }
  });
}

function operationOf(query: string, { name, variableDefinitions = [] }: OperationDefinitionNode): Operation {
  const variables = variableDefinitions.map(({ variable, type }) => {
    const declared = typeFromAST(comparison.apiSchema, type as never) as unknown;
    return [variable.name.value, isInputType(declared) ? valueOf(declared) : null] as const;
  });
  return {
    query,
    variables: Object.fromEntries(variables),
    ...(name === undefined ? {} : { operationName: name.value }),
  };
}

/** Any valid value: only that the operation runs counts here. */
function valueOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const needed = Object.values(nullable.getFields()).filter((field) => isNonNullType(field.type));
    return Object.fromEntries(needed.map((field) => [field.name, valueOf(field.type)]));
  }
  const { name } = nullable;
  if (name === 'Int' || name === 'Float') return 1;
  if (name === 'Boolean') return true;
  return name === 'DateTime' ? '2026-01-31T09:30:00.000Z' : 'text';
}

describe('our own operations', () => {
  it('never fall back: those of the playground, the documents, the seed, the tools and the tests', async () => {
    const places = new Map(PLACES.map((place) => [place, operationsIn(filesUnder(place).flatMap(textsIn))]));
    // The suite would find nothing where the operations moved elsewhere.
    for (const place of ['README.md', 'gateway/src', 'platform/src', 'platform/test', 'tools/src']) {
      expect({ place, found: places.get(place)?.length ?? 0 }).not.toEqual({ place, found: 0 });
    }
    const operations = [...PRODUCT_OPERATIONS, ...[...places.values()].flat()];
    expect(operations.length).toBeGreaterThan(40);
    const fallen: string[] = [];
    for (const operation of operations) {
      const reason = await comparison.fallsBackBecause(operation);
      if (reason !== null) fallen.push(`${reason}: ${operation.query}`);
    }
    expect(fallen).toEqual([]);
  });
});
