import type { SeededRandom } from '@hiregraph/testkit/seeded-random';
import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import type { Operation } from './comparison.ts';

/** What is asked under one response name, so that no two selections of it clash. */
interface Slot {
  readonly signature: string;
  readonly scope: Scope;
}
interface Scope {
  /** What every name here begins with: those of a named fragment are its own, so that it can be spread anywhere. */
  readonly prefix: string;
  readonly slots: Map<string, Slot>;
}

interface Draft {
  readonly random: SeededRandom;
  readonly schema: GraphQLSchema;
  readonly variables: Map<string, { readonly type: string; readonly value: unknown; readonly fallback: string }>;
  readonly fragments: { readonly name: string; readonly type: string; readonly of: string; readonly text: string }[];
  fields: number;
}

/** The type that a selection is on, and that of the field around it. */
interface Position {
  readonly type: GraphQLCompositeType;
  /** Inside a fragment on an interface only a field that may be of several types is narrowed again: see intended-differences.ts. */
  readonly of: GraphQLCompositeType;
}

const MAX_FIELDS = 45;
const MAX_DEPTH = 6;

/** A valid operation at random: selections, aliases, fragments, variables, `@skip` and `@include`. */
export function randomOperation(schema: GraphQLSchema, random: SeededRandom): Operation {
  const draft: Draft = { random, schema, variables: new Map(), fragments: [], fields: 0 };
  const isMutation = schema.getMutationType() != null && random.chance(0.15);
  const root = isMutation ? schema.getMutationType()! : schema.getQueryType()!;
  const selections = selectionSet(draft, { type: root, of: root }, newScope(), 0);
  const given: Record<string, unknown> = {};
  const declared: string[] = [];
  for (const [name, { type, value, fallback }] of draft.variables) {
    declared.push(`$${name}: ${type}${fallback}`);
    if (value !== undefined) given[name] = value;
  }
  const head = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const fragments = draft.fragments.map(({ name, type, text }) => `fragment ${name} on ${type} ${text}`);
  return {
    query: [`${isMutation ? 'mutation' : 'query'} SeededRandom${head} ${selections}`, ...fragments].join('\n'),
    variables: given,
  };
}

/** One root field with every field below it that needs no argument, down to a depth. */
export function wholeOperation(
  schema: GraphQLSchema,
  random: SeededRandom,
  field: { readonly root: 'query' | 'mutation'; readonly name: string; readonly depth: number },
): Operation {
  const draft: Draft = { random, schema, variables: new Map(), fragments: [], fields: 0 };
  const root = (field.root === 'query' ? schema.getQueryType() : schema.getMutationType())!;
  const { args, type, name } = root.getFields()[field.name]!;
  const text = `${name}${argumentsOf(draft, args)}${wholeSelection(schema, getNamedType(type), field.depth)}`;
  const declared = [...draft.variables].map(([variable, { type: of }]) => `$${variable}: ${of}`);
  const given = [...draft.variables].flatMap(([variable, { value }]) =>
    value === undefined ? [] : [[variable, value]],
  );
  return {
    query: `${field.root} Whole${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${text} }`,
    variables: Object.fromEntries(given) as Record<string, unknown>,
  };
}

function wholeSelection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (!isCompositeType(type)) return '';
  if (isUnionType(type)) {
    const members = type.getTypes().map((member) => `... on ${member.name}${wholeSelection(schema, member, depth)}`);
    return ` { __typename ${members.join(' ')} }`;
  }
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const isNeeded = field.args.some((given) => isNonNullType(given.type) && given.defaultValue === undefined);
    if (isNeeded || (isCompositeType(named) && depth === 0)) return [];
    return `${field.name}${wholeSelection(schema, named, depth - 1)}`;
  });
  return ` { __typename ${fields.join(' ')} }`;
}

function newScope(prefix = ''): Scope {
  return { prefix, slots: new Map() };
}

function selectionSet(draft: Draft, at: Position, scope: Scope, depth: number): string {
  const { random } = draft;
  const { type } = at;
  const parts: string[] = [];
  const count = 1 + random.below(depth === 0 ? 3 : 4);
  for (let index = 0; index < count; index++) parts.push(selection(draft, at, scope, depth));
  if (isAbstractType(type) && random.chance(0.8)) parts.push(fragment(draft, at, scope, depth));
  const whole = parts.filter((part) => part !== '');
  return `{ ${whole.length === 0 ? '__typename' : whole.join(' ')} }`;
}

function selection(draft: Draft, at: Position, scope: Scope, depth: number): string {
  const { random } = draft;
  const { type } = at;
  if (depth > 0 && random.chance(0.15)) return fragment(draft, at, scope, depth);
  if (random.chance(0.07) || isUnionType(type)) return typename(draft, scope);
  const fields = Object.values(type.getFields());
  const usable = fields.filter((field) => !isCompositeType(getNamedType(field.type)) || hasRoom(draft, depth));
  if (usable.length === 0) return typename(draft, scope);
  return fieldOf(draft, type, random.pick(usable), scope, depth);
}

function hasRoom({ fields }: Draft, depth: number): boolean {
  return depth < MAX_DEPTH && fields < MAX_FIELDS;
}

function typename(draft: Draft, scope: Scope): string {
  const alias = scope.prefix !== '' || draft.random.chance(0.3) ? `${scope.prefix}kindOf${draft.random.below(2)}` : '';
  const name = alias === '' ? '__typename' : alias;
  if (slotFor(scope, name, '__typename', 'String!') === null) return '';
  return `${alias === '' ? '' : `${alias}: `}__typename${directives(draft)}`;
}

function fieldOf(
  draft: Draft,
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  scope: Scope,
  depth: number,
): string {
  const { random } = draft;
  draft.fields += 1;
  const given = argumentsOf(draft, field.args);
  // Different types, or different arguments, need names of their own.
  const asked = `${field.name}${given}`;
  let name = `${scope.prefix}${field.name}${random.chance(0.15) ? random.below(3) : ''}`;
  let slot = slotFor(scope, name, asked, shapeOf(field.type));
  if (slot === null) {
    name = `${scope.prefix}${field.name}${parent.name}${draft.fields}`;
    slot = slotFor(scope, name, asked, shapeOf(field.type));
  }
  if (slot === null) return '';
  const named = getNamedType(field.type);
  const inner = isCompositeType(named)
    ? ` ${selectionSet(draft, { type: named, of: named }, slot.scope, depth + 1)}`
    : '';
  return `${name === field.name ? '' : `${name}: `}${asked}${directives(draft)}${inner}`;
}

function slotFor(scope: Scope, name: string, asked: string, shape: string): Slot | null {
  const signature = `${asked} ${shape}`;
  const known = scope.slots.get(name);
  if (known !== undefined) return known.signature === signature ? known : null;
  const slot: Slot = { signature, scope: newScope() };
  scope.slots.set(name, slot);
  return slot;
}

function shapeOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  // Objects of two types may stand under one name; leaves must be of the same type.
  return isCompositeType(named) ? String(type).replace(named.name, 'Object') : String(type);
}

function fragment(draft: Draft, { type, of }: Position, scope: Scope, depth: number): string {
  const { random, schema } = draft;
  const narrower = isAbstractType(type) && isAbstractType(of) ? schema.getPossibleTypes(type) : [];
  const wider = !isAbstractType(type) && 'getInterfaces' in type ? type.getInterfaces() : [];
  const conditions = [type, ...narrower, ...wider];
  const condition = random.pick(conditions);
  if (random.chance(0.3)) return spread(draft, { type: condition, of }, depth);
  const on = condition === type && random.chance(0.3) ? '' : ` on ${condition.name}`;
  return `...${on}${directives(draft)} ${selectionSet(draft, { type: condition, of }, scope, depth)}`;
}

function spread(draft: Draft, { type, of }: Position, depth: number): string {
  const { random, fragments } = draft;
  const known = fragments.filter((each) => each.type === type.name && each.of === of.name);
  if (known.length > 0 && random.chance(0.6)) return `...${random.pick(known).name}${directives(draft)}`;
  if (!hasRoom(draft, depth)) return '';
  draft.fields += 1;
  const name = `Part${draft.fields}`;
  const scope = newScope(`part${draft.fields}`);
  const text = selectionSet(draft, { type, of }, scope, Math.max(depth, MAX_DEPTH - 2));
  fragments.push({ name, type: type.name, of: of.name, text });
  return `...${name}${directives(draft)}`;
}

function directives(draft: Draft): string {
  const { random } = draft;
  if (!random.chance(0.12)) return '';
  const name = random.pick(['skip', 'include']);
  if (random.chance(0.25)) return ` @${name}(if: ${random.chance(0.5)})`;
  const variable = `if${random.below(3)}`;
  if (!draft.variables.has(variable)) {
    const value = random.chance(0.5);
    draft.variables.set(
      variable,
      random.chance(0.3)
        ? { type: 'Boolean', value: random.chance(0.5) ? undefined : value, fallback: ` = ${value}` }
        : { type: 'Boolean!', value, fallback: '' },
    );
  }
  return ` @${name}(if: $${variable})`;
}

function argumentsOf(draft: Draft, definitions: readonly GraphQLArgument[]): string {
  const { random } = draft;
  const given: string[] = [];
  for (const { name, type, defaultValue } of definitions) {
    const isNeeded = isNonNullType(type) && defaultValue === undefined;
    if (!isNeeded && random.chance(0.6)) continue;
    given.push(`${name}: ${random.chance(0.35) ? variableFor(draft, type) : literal(inputValue(random, type), type)}`);
  }
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function variableFor(draft: Draft, type: GraphQLInputType): string {
  const name = `v${draft.variables.size}`;
  const isLeftOut = !isNonNullType(type) && draft.random.chance(0.2);
  const value = isLeftOut ? undefined : inputValue(draft.random, type);
  draft.variables.set(name, { type: String(type), value, fallback: '' });
  return `$${name}`;
}

function inputValue(random: SeededRandom, type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return someInput(random, type.ofType, depth);
  return depth > 0 && random.chance(0.1) ? null : someInput(random, type, depth);
}

function someInput(random: SeededRandom, type: GraphQLInputType, depth: number): unknown {
  if (isListType(type)) {
    return Array.from({ length: random.below(3) }, () => inputValue(random, type.ofType, depth + 1));
  }
  if (isEnumType(type)) return random.pick(type.getValues()).name;
  if (isInputObjectType(type)) {
    const entries: [string, unknown][] = [];
    for (const field of Object.values(type.getFields())) {
      const isNeeded = isNonNullType(field.type) && field.defaultValue === undefined;
      if (!isNeeded && (depth > 2 || random.chance(0.5))) continue;
      entries.push([field.name, inputValue(random, field.type, depth + 1)]);
    }
    return Object.fromEntries(entries);
  }
  switch (getNamedType(type).name) {
    case 'Int':
      return random.below(20);
    case 'Float':
      return random.below(80) / 4;
    case 'Boolean':
      return random.chance(0.5);
    default:
      return `${type.name}-${random.below(6)}`;
  }
}

function nonNull(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) ? type.ofType : type;
}

function literal(value: unknown, type: GraphQLInputType): string {
  const plain = nonNull(type);
  if (value === null || value === undefined) return 'null';
  if (isListType(plain)) return `[${(value as unknown[]).map((each) => literal(each, plain.ofType)).join(', ')}]`;
  if (isEnumType(plain)) return value as string;
  if (isInputObjectType(plain)) {
    const fields = plain.getFields();
    const given = Object.entries(value).map(([name, inner]) => `${name}: ${literal(inner, fields[name]!.type)}`);
    return `{${given.join(', ')}}`;
  }
  return JSON.stringify(value);
}
