import { createSeededRandom, type SeededRandom } from '@hiregraph/testkit/seeded-random';
import { DomainError, ForbiddenError } from '@hiregraph/kernel';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { seedOf } from './seed-of.ts';

export interface Behaviour {
  /** Other texts give other behaviours. */
  readonly salt: string;
  /** How often something goes wrong, from 0 to 1. */
  readonly faultiness: number;
  /** `now`: without promises, so that errors come in one order only. */
  readonly timing: 'now' | 'mixed';
}

/**
 * Gives every field of a schema a resolver whose behaviour follows from the field's response path alone, so that any two
 * executors see the same: values and promises of them, nulls where none may be, errors thrown, rejected and returned,
 * enum values and types that there are not, lists that are none, lists of promises.
 * @returns what sets the behaviour from now on
 */
export function makeFaulty(schema: GraphQLSchema): (behaviour: Behaviour) => void {
  const types = fieldTypes(schema);
  let faults = createFaults(schema, types, { salt: '', faultiness: 0, timing: 'now' });
  for (const type of objectTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_entities' || field.name === '_service') continue;
      // Every fourth field is read from its parent as it is.
      if (type !== schema.getQueryType() && seedOf(`${type.name}.${field.name}`) % 4 === 0) delete field.resolve;
      else field.resolve = (_source, args, _context, info) => faults.behave(info, JSON.stringify(args));
    }
    const resolveReference = (reference: { readonly id?: unknown }) => faults.resolveReference(type, reference);
    type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
  }
  return (behaviour) => {
    faults = createFaults(schema, types, behaviour);
  };
}

/**
 * Lets null stand everywhere, after `makeFaulty`: the same faults then happen, and none hides another. So a run tells
 * every error that there is.
 */
export function letNullStand(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(isObjectType(type) || isInterfaceType(type)) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) field.type = nullable(field.type);
  }
}

function nullable(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return nullable(type.ofType);
  return isListType(type)
    ? new (type.constructor as new (of: GraphQLOutputType) => typeof type)(nullable(type.ofType))
    : type;
}

function objectTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !/^(?:__.*|_Service)$/u.test(type.name),
  );
}

type FieldTypes = ReadonlyMap<string, GraphQLOutputType>;

/** The types as they are now, whatever becomes of the schema. */
function fieldTypes(schema: GraphQLSchema): FieldTypes {
  return new Map<string, GraphQLOutputType>(
    objectTypes(schema).flatMap((type) =>
      Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.type] as const),
    ),
  );
}

function createFaults(schema: GraphQLSchema, types: FieldTypes, { salt, faultiness, timing }: Behaviour) {
  function behave(info: GraphQLResolveInfo, args: string): unknown {
    const name = `${info.parentType.name}.${info.fieldName}`;
    const type = types.get(name);
    if (type === undefined) throw new RangeError(`There is no ${name}.`);
    const random = createSeededRandom(seedOf(`${salt} ${pathText(info.path)} ${name} ${args}`));
    return arriving(random, () => valueOf(type, random));
  }

  /** Now, or later; as a value, or as an error. */
  function arriving(random: SeededRandom, value: () => unknown): unknown {
    const error = random.chance(faultiness) ? anError(random) : null;
    const way = random.below(5);
    const turns = random.below(4);
    if (timing === 'mixed' && way === 0) return error === null ? Promise.resolve(value()) : rejected(error);
    if (timing === 'mixed' && way === 1) {
      return error === null ? later(turns, value()) : unwatched(later(turns, null).then(() => rejected(error)));
    }
    if (error === null) return value();
    if (way === 2) return error;
    throw error;
  }

  function valueOf(type: GraphQLOutputType, random: SeededRandom): unknown {
    if (isNonNullType(type)) return random.chance(faultiness / 2) ? null : valueOf(type.ofType, random);
    if (random.chance(0.1)) return random.pick([null, undefined]);
    if (isListType(type)) return listOf(type.ofType, random);
    if (isEnumType(type)) return random.chance(faultiness / 2) ? 'NO_SUCH_VALUE' : random.pick(type.getValues()).value;
    if (isObjectType(type)) return objectOf(type, random);
    if (!isAbstractType(type)) return scalarOf(type.name, random);
    const runtime = random.pick(schema.getPossibleTypes(type));
    const name = random.chance(faultiness / 2) ? random.pick(['Nobody', 'Query', undefined]) : runtime.name;
    return { ...objectOf(runtime, random), __typename: name };
  }

  function listOf(type: GraphQLOutputType, random: SeededRandom): unknown {
    if (random.chance(faultiness / 2)) return random.pick<unknown>([{ no: 'list' }, 'a text', 7]);
    const elements = Array.from({ length: random.below(4) }, () => {
      const value = valueOf(type, random);
      return random.chance(0.4) ? safely(() => arriving(random, () => value)) : value;
    });
    return random.chance(0.15) ? new Set(elements) : elements;
  }

  /** An object of a type, with properties for the fields that have no resolver: values, promises, and methods. */
  function objectOf(type: GraphQLObjectType, random: SeededRandom): object {
    const object: Record<string, unknown> = {};
    const own = String(random.below(1_000_000));
    for (const { name, resolve, args } of Object.values(type.getFields())) {
      if (resolve) continue;
      const choice = createSeededRandom(seedOf(`${own} ${name}`));
      const fieldType = types.get(`${type.name}.${name}`);
      object[name] =
        fieldType !== undefined && isLeaf(fieldType) && args.length === 0 && choice.chance(0.6)
          ? safely(() => arriving(choice, () => valueOf(fieldType, choice)))
          : (given: unknown, _context: unknown, info: GraphQLResolveInfo) => behave(info, own + JSON.stringify(given));
    }
    return object;
  }

  function scalarOf(name: string, random: SeededRandom): unknown {
    if (random.chance(faultiness / 2)) {
      return random.pick<unknown>([{ an: 'object' }, Symbol('odd'), Number.NaN, 2 ** 40]);
    }
    switch (name) {
      case 'Int':
        return random.pick([random.below(100), -1, true, '12']);
      case 'Float':
        return random.pick([random.below(100) / 8, '1.5']);
      case 'Boolean':
        return random.pick([true, false, 1]);
      case 'DateTime':
        return random.pick<unknown>(['2026-01-31T09:30:00.000Z', new Date(0)]);
      default:
        return random.pick<unknown>([`text ${random.below(100)}`, random.below(100), true]);
    }
  }

  /** By promises alone; one that throws at once is an intended difference. */
  async function resolveReference(type: GraphQLObjectType, { id }: { readonly id?: unknown }): Promise<unknown> {
    const random = createSeededRandom(seedOf(`${salt} ${type.name} ${String(id)}`));
    await later(timing === 'now' ? 0 : random.below(3), null);
    if (random.chance(faultiness)) throw anError(random);
    return random.chance(0.1) ? null : objectOf(type, random);
  }

  return { behave, resolveReference };
}

function isLeaf(type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isLeaf(type.ofType);
  return !isListType(type) && !isObjectType(type) && !isAbstractType(type);
}

function pathText(path: GraphQLResolveInfo['path'] | undefined): string {
  return path === undefined ? '' : `${pathText(path.prev)}/${path.key}`;
}

function anError(random: SeededRandom): Error {
  return random.pick([
    new ForbiddenError('Not yours.'),
    new DomainError('CONFLICT', 'Changed.'),
    new TypeError('A defect.'),
  ]);
}

/** A rejection that nobody may ever look at is no failure of the test. */
function unwatched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function rejected(error: Error): Promise<never> {
  return unwatched(Promise.reject(error));
}

async function later<T>(turns: number, value: T): Promise<T> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  return value;
}

function safely(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
