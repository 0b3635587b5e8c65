import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  Kind,
  parse,
} from 'graphql';
import { hashOf } from './hash-of.ts';

export interface SubgraphSdl {
  readonly name: string;
  readonly sdl: string;
  /** For a type that stands for an interface of others: the types that it may be in truth. */
  readonly interfaceObjects?: Readonly<Record<string, readonly string[]>>;
  /** Types and enum values that are met now and then only, such as those that the API hides. */
  readonly rare?: readonly string[];
}

export interface FakeQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Null: nothing fails. Otherwise it decides which fields do. */
  readonly failing: string | null;
}

/** A subgraph whose every answer follows from what is asked alone: an object is what its type and key say. */
export interface FakeSubgraph {
  readonly name: string;
  execute(question: FakeQuestion): ExecutionResult;
}

/** An object of a made-up world. */
interface Fake {
  readonly __typename: string;
  /** For an entity `<type>-<number>`, which is also what its keys show; for others the way that led here. */
  readonly identity: string;
  /** What the gateway sent along with a reference. */
  readonly given: string;
}

const ENTITIES = 6;
const NULLS_ONE_IN = 9;
const FAILURES_ONE_IN = 12;

export function createFakeSubgraph(definition: SubgraphSdl): FakeSubgraph {
  const schema = buildSubgraphSchema(parse(definition.sdl));
  const world = createWorld(schema, definition);
  const documents = new Map<string, DocumentNode>();
  const documentOf = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return document;
  };
  world.answerReferences();
  return {
    name: definition.name,
    execute: ({ query, variables, failing }) =>
      execute({
        schema,
        document: documentOf(query),
        variableValues: variables,
        contextValue: failing,
        fieldResolver: world.resolveField,
        typeResolver: (value) => (value as Fake).__typename,
      }) as ExecutionResult,
  };
}

function createWorld(
  schema: GraphQLSchema,
  { interfaceObjects = {}, rare = [] }: SubgraphSdl,
): { readonly resolveField: GraphQLFieldResolver<unknown, unknown>; answerReferences(): void } {
  const choose = <T extends { readonly name: string }>(choices: readonly T[], seed: string): T => {
    const usual = choices.filter(({ name }) => !rare.includes(name));
    const from = usual.length === 0 || hashOf(`${seed}!`) % 23 === 0 ? choices : usual;
    return from[hashOf(seed) % from.length]!;
  };
  const entity = (typename: string, number: number): Fake => ({
    __typename: typename,
    identity: `${typename}-${number}`,
    given: '',
  });

  const makeObject = (type: GraphQLObjectType, seed: string): Fake => {
    const concrete = interfaceObjects[type.name];
    if (concrete !== undefined) {
      const chosen = choose(
        concrete.map((name) => ({ name })),
        seed,
      ).name;
      return { ...entity(chosen, hashOf(seed) % ENTITIES), __typename: type.name };
    }
    if (keyNamesOf(type).length > 0) return entity(type.name, hashOf(seed) % ENTITIES);
    return { __typename: type.name, identity: seed, given: '' };
  };

  const make = (type: GraphQLOutputType, seed: string): unknown => {
    if (isNonNullType(type)) return makeSome(type.ofType, seed);
    return hashOf(`${seed}?`) % NULLS_ONE_IN === 0 ? null : makeSome(type, seed);
  };
  const makeSome = (type: GraphQLOutputType, seed: string): unknown => {
    if (isListType(type)) {
      const length = hashOf(`${seed}#`) % 5;
      return Array.from({ length }, (_, index) => make(type.ofType, `${seed}[${index}]`));
    }
    if (isEnumType(type)) return choose(type.getValues(), seed).name;
    if (isAbstractType(type)) return makeObject(choose(schema.getPossibleTypes(type), seed), seed);
    return isObjectType(type) ? makeObject(type, seed) : makeScalar(getNamedType(type).name, seed);
  };

  const resolveField: GraphQLFieldResolver<unknown, unknown> = (source, given, failing, info) => {
    const { fieldName, parentType, returnType } = info;
    const object = source as Fake | undefined;
    const identity = object?.identity ?? parentType.name;
    if (object && keyNamesOf(parentType).includes(fieldName)) return keyValue(identity, getNamedType(returnType).name);
    const directives = parentType.getFields()[fieldName]?.astNode?.directives ?? [];
    const required = directives.some(({ name }) => name.value === 'requires') ? object?.given : '';
    const seed = `${identity}.${fieldName}${JSON.stringify(given)}${required ?? ''}`;
    if (failing !== null && hashOf(`${failing as string}${seed}`) % FAILURES_ONE_IN === 0) throw failureOf(seed);
    return make(returnType, seed);
  };

  const referenceTo = (representation: Readonly<Record<string, unknown>>): Fake | null => {
    const type = schema.getType(String(representation['__typename']));
    if (!isObjectType(type) && !isAbstractType(type)) return null;
    const shown = keyNamesOf(type).map((name) => representation[name]);
    const text = shown.find((value): value is string => typeof value === 'string');
    const number = shown.find((value): value is number => typeof value === 'number');
    const identity = text ?? (number === undefined ? undefined : `${type.name}-${number}`);
    if (identity === undefined) return null;
    const __typename = isAbstractType(type) ? (identity.split('-')[0] ?? '') : type.name;
    return { __typename, identity, given: JSON.stringify(representation) };
  };

  return {
    resolveField,
    answerReferences: () => {
      const field = schema.getQueryType()?.getFields()['_entities'];
      if (field === undefined) return;
      field.resolve = (_source, given: { readonly representations: readonly Record<string, unknown>[] }) =>
        given.representations.map(referenceTo);
      const union = schema.getType('_Entity');
      if (isUnionType(union)) union.resolveType = (value) => (value as Fake).__typename;
    },
  };
}

const keyNames = new WeakMap<object, readonly string[]>();

/** The scalar fields at the top of a type's keys. */
function keyNamesOf(type: GraphQLNamedType): readonly string[] {
  const known = keyNames.get(type);
  if (known !== undefined) return known;
  const names = (type.astNode?.directives ?? []).flatMap((directive) => {
    const fields = directive.arguments?.find(({ name }) => name.value === 'fields')?.value;
    if (directive.name.value !== 'key' || fields?.kind !== Kind.STRING) return [];
    const [definition] = parse(`{ ${fields.value} }`).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
    return definition.selectionSet.selections.flatMap((selection) =>
      selection.kind === Kind.FIELD && !selection.selectionSet ? selection.name.value : [],
    );
  });
  keyNames.set(type, names);
  return names;
}

function keyValue(identity: string, scalar: string): unknown {
  return scalar === 'Int' ? Number(identity.split('-')[1]) : identity;
}

function makeScalar(name: string, seed: string): unknown {
  const number = hashOf(seed) % 1000;
  switch (name) {
    case 'Int':
      return number - 100;
    case 'Float':
      return number / 8;
    case 'Boolean':
      return number % 2 === 0;
    case 'Json':
    case 'JSON':
      return [{ number, list: [1, null, { deep: true }] }, [number, 'x'], number, `text ${number}`][number % 4];
    case 'DateTime':
    case 'Instant':
      return new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString();
    default:
      return `${name.toLowerCase()} ${number}`;
  }
}

function failureOf(seed: string): GraphQLError {
  const code = ['FORBIDDEN', 'INTERNAL_ERROR', 'BAD_USER_INPUT', undefined][hashOf(`${seed}code`) % 4];
  return new GraphQLError(`It fails: ${seed}`, { extensions: code === undefined ? {} : { code, detail: seed.length } });
}
