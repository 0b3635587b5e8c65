import type { SeededRandom } from '@hiregraph/testkit/seeded-random';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Draft {
  readonly schema: GraphQLSchema;
  readonly random: SeededRandom;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
  /** Fields that may still be asked for. */
  left: number;
}

/** A random operation: selections, aliases, arguments, variables, conditions and fragments. Most are valid, not all. */
export function generateOperation(schema: GraphQLSchema, random: SeededRandom): GeneratedOperation {
  const draft: Draft = { schema, random, definitions: [], variables: {}, fragments: [], left: 12 + random.below(40) };
  const kind = schema.getMutationType() && random.chance(0.25) ? 'mutation' : 'query';
  const root = kind === 'mutation' ? schema.getMutationType() : schema.getQueryType();
  if (!root) throw new Error('There is no root type.');
  const selections = selectionsOf(root, draft, 0);
  const head = draft.definitions.length === 0 ? '' : `(${draft.definitions.join(', ')})`;
  return { query: `${kind} Generated${head} ${selections}\n${draft.fragments.join('\n')}`, variables: draft.variables };
}

const MAX_DEPTH = 7;

function selectionsOf(type: GraphQLCompositeType, draft: Draft, depth: number): string {
  const { random } = draft;
  const parts = ['__typename'];
  const fields = isUnionType(type) ? [] : Object.values(type.getFields()).filter(({ name }) => name !== '_service');
  for (let turn = 0; turn < 1 + random.below(6) && draft.left > 0; turn++) {
    draft.left -= 1;
    if (depth < MAX_DEPTH && random.chance(isAbstractType(type) ? 0.5 : 0.12)) {
      parts.push(fragmentOn(type, draft, depth));
      continue;
    }
    if (fields.length === 0) continue;
    const field = random.pick(fields);
    const named = getNamedType(field.type);
    const isComposite = isCompositeType(named);
    if (isComposite && depth >= MAX_DEPTH) continue;
    const alias = field.args.length > 0 || isComposite || random.chance(0.3) ? `a${draft.left}: ` : '';
    const inner = isComposite ? ` ${selectionsOf(named, draft, depth + 1)}` : '';
    parts.push(`${alias}${field.name}${argumentsOf(field.args, draft)}${condition(draft)}${inner}`);
  }
  return `{ ${parts.join(' ')} }`;
}

function fragmentOn(type: GraphQLCompositeType, draft: Draft, depth: number): string {
  const { schema, random } = draft;
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const around = possible.flatMap((one) => (isObjectType(one) ? one.getInterfaces() : []));
  const on: GraphQLCompositeType = random.pick([...possible, ...around, type]);
  const selections = selectionsOf(on, draft, depth + 1);
  if (random.chance(0.5)) return `... on ${on.name}${condition(draft)} ${selections}`;
  const name = `F${draft.fragments.length}`;
  draft.fragments.push(`fragment ${name} on ${on.name} ${selections}`);
  return `...${name}${condition(draft)}`;
}

function condition(draft: Draft): string {
  const { random } = draft;
  if (!random.chance(0.12)) return '';
  const directive = random.pick(['skip', 'include']);
  if (random.chance(0.4)) return ` @${directive}(if: ${random.pick(['true', 'false'])})`;
  return ` @${directive}(if: ${variable('Boolean!', random.chance(0.5), draft)})`;
}

function variable(type: string, value: unknown, draft: Draft): string {
  const name = `v${draft.definitions.length}`;
  draft.definitions.push(`$${name}: ${type}`);
  if (value !== undefined) draft.variables[name] = value;
  return `$${name}`;
}

function argumentsOf(args: readonly GraphQLArgument[], draft: Draft): string {
  const { random } = draft;
  const given: string[] = [];
  for (const { name, type, defaultValue } of args) {
    const isNeeded = isNonNullType(type) && defaultValue === undefined;
    if (!isNeeded && random.chance(0.5)) continue;
    const value = inputValue(type, draft, 0);
    // Now and then something that does not fit, or nothing.
    const sent = random.chance(0.03) ? [{ not: 'this' }, null, undefined][random.below(3)] : value;
    given.push(`${name}: ${random.chance(0.6) ? variable(String(type), sent, draft) : literal(value, type)}`);
  }
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function inputValue(type: GraphQLInputType, draft: Draft, depth: number): unknown {
  const { random, schema } = draft;
  if (isNonNullType(type)) return inputValue(type.ofType, draft, depth) ?? inputValue(type.ofType, draft, depth + 1);
  if (isListType(type)) {
    return Array.from({ length: random.below(3) + (depth === 0 ? 1 : 0) }, () =>
      inputValue(type.ofType, draft, depth + 1),
    );
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || (depth < 2 && random.chance(0.5)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, inputValue(field.type, draft, depth + 1)]));
  }
  return scalarValue(type.name, schema, random);
}

function scalarValue(name: string, schema: GraphQLSchema, random: SeededRandom): unknown {
  switch (name) {
    case 'Int':
      return random.below(200);
    case 'Float':
      return random.below(1_000) / 8;
    case 'Boolean':
      return random.chance(0.5);
    case 'DateTime':
      return `2026-01-0${1 + random.below(9)}T09:30:00Z`;
    case '_Any':
      return { __typename: random.pick(entityNames(schema)), id: `id${random.below(9)}` };
    default:
      return `text ${random.below(9)}`;
  }
}

function entityNames(schema: GraphQLSchema): readonly string[] {
  const union = schema.getType('_Entity');
  return isUnionType(union) ? union.getTypes().map(({ name }) => name) : ['Nobody'];
}

function literal(value: unknown, type: GraphQLInputType): string {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value))
    return `[${value.map((one) => literal(one, isListType(bare) ? bare.ofType : bare)).join(', ')}]`;
  if (typeof value !== 'object') return isEnumType(bare) ? (value as string) : JSON.stringify(value);
  const fields = isInputObjectType(bare) ? bare.getFields() : {};
  const entries = Object.entries(value).map(([name, inner]) => {
    const field = fields[name];
    return `${name}: ${field === undefined ? JSON.stringify(inner) : literal(inner, field.type)}`;
  });
  return `{${entries.join(', ')}}`;
}
