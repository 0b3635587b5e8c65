import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { isPromise, located, PENDING } from './field-values.ts';
import { leafSerializer } from './leaf-values.ts';
import {
  type Complete,
  type Completion,
  type Container,
  type FieldPlan,
  type ObjectPlan,
  type Position,
  type Run,
  Slot,
} from './plan.ts';
import { infoOfValue } from './resolve-info.ts';

/** What a field's completion is compiled from. */
export interface CompletionScope {
  readonly schema: GraphQLSchema;
  /** Made before its completion is; nothing asks for more of it than is there by then. */
  readonly field: FieldPlan;
  /** What is asked of an object of this type that lies there. */
  readonly planFor: (type: GraphQLObjectType, position: Position) => ObjectPlan;
}

/** Compiles the completion of a type's values (GraphQL October 2021, 6.4.3 CompleteValue). */
export function compileCompletion(type: GraphQLOutputType, position: Position, scope: CompletionScope): Completion {
  if (!isNonNullType(type)) return compileNullable(type, position, scope);
  const { complete, usual } = compileNullable(type.ofType, position, scope);
  const { parentType, definition } = scope.field;
  return {
    // What is an object is completed as one, and never as null.
    usual,
    complete: (run, value, prev, container, key) => {
      const completed = complete(run, value, prev, container, key);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
    },
  };
}

function compileNullable(type: GraphQLOutputType, position: Position, scope: CompletionScope): Completion {
  if (isLeafType(type)) {
    const serialize = leafSerializer(type);
    return {
      usual: null,
      complete: (_run, value) => (value === null || value === undefined ? null : serialize(value)),
    };
  }
  const usual = isListType(type)
    ? compileList(type.ofType, position, scope)
    : isObjectType(type)
      ? compileObject(type, position, scope)
      : compileAbstract(type, position, scope);
  return {
    usual,
    complete: (run, value, prev, container, key) => {
      if (value === null || value === undefined) return null;
      if (value instanceof Error) throw value;
      return usual(run, value, prev, container, key);
    },
  };
}

function compileList(elements: GraphQLOutputType, position: Position, scope: CompletionScope): Complete {
  const { field } = scope;
  const element: Position = { field, typename: undefined, nullable: !isNonNullType(elements) };
  const completion = compileCompletion(elements, element, scope);
  return (run, value, prev, container, key) => {
    const items = itemsOf(value, field);
    const list = new Slot(prev, key, container, position);
    const target = new Array<unknown>(items.length);
    try {
      for (let index = 0; index < items.length; index++) {
        completeElement(run, items[index], list, target as unknown as Container, index, element, completion);
      }
    } catch (error) {
      for (const item of items) if (isPromise(item)) item.then(ignore, ignore);
      throw error;
    }
    return target;
  };
}

function itemsOf(value: unknown, { parentType, definition }: FieldPlan): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function') {
    return Array.from(value as Iterable<unknown>);
  }
  throw new GraphQLError(`Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`);
}

/** For elements that nobody waits for any more: what becomes of them is of no interest, and no defect. */
function ignore(): void {
  // Nothing to do.
}

/** @param target the list that is filled: a container by its indexes */
function completeElement(
  run: Run,
  item: unknown,
  list: Slot,
  target: Container,
  index: number,
  position: Position,
  { complete, usual }: Completion,
): void {
  const mark = run.waited.length;
  try {
    if (isPromise(item)) {
      target[index] = PENDING;
      run.waitFor(item, new Slot(list, index, target, position), complete);
    } else if (usual !== null && typeof item === 'object' && item !== null && !(item instanceof Error)) {
      target[index] = usual(run, item, list, target, index);
    } else {
      target[index] = complete(run, item, list, target, index);
    }
  } catch (raw) {
    const error = located(raw, position.field, new Slot(list, index, target, position));
    if (!position.nullable) throw error;
    target[index] = run.nullSince(mark, error);
  }
}

function compileObject(type: GraphQLObjectType, position: Position, scope: CompletionScope): Complete {
  const completeAs = completionAs(position, scope);
  // What is asked of a type is planned when one is met: fragments can ask for far more than there is.
  let fill: Complete | null = null;
  return (run, value, prev, container, key) => {
    fill ??= completeAs(type);
    return fill(run, value, prev, container, key);
  };
}

/** Completes objects of types that are known by now. */
export function completionAs(
  position: Position,
  { field, planFor }: CompletionScope,
): (type: GraphQLObjectType) => Complete {
  const completions = new Map<GraphQLObjectType, Complete>();
  return (type) => {
    let complete = completions.get(type);
    if (complete === undefined) {
      const { fill } = planFor(type, position);
      completions.set(type, (complete = type.isTypeOf ? completeChecked(type, fill, position, field) : fill));
    }
    return complete;
  };
}

/** For a type that looks at its objects first. */
function completeChecked(type: GraphQLObjectType, fill: Complete, position: Position, field: FieldPlan): Complete {
  return (run, value, prev, container, key) => {
    const complete: Complete = (_run, isOfType) => {
      if (isOfType) return fill(run, value, prev, container, key);
      throw new GraphQLError(`Expected value of type "${type.name}" but got another.`, { nodes: [...field.nodes] });
    };
    const slot = new Slot(prev, key, container, position);
    const isOfType = type.isTypeOf?.(value, run.context, infoOfValue(field, run, slot));
    if (!isPromise(isOfType)) return complete(run, isOfType, prev, container, key);
    run.waitFor(isOfType, slot, complete);
    return PENDING;
  };
}

function compileAbstract(type: GraphQLAbstractType, position: Position, scope: CompletionScope): Complete {
  const { field, schema } = scope;
  const completeAs = completionAs(position, scope);
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, value, prev, container, key) => {
    const complete: Complete = (_run, name) =>
      completeAs(objectType(name, type, field, schema))(run, value, prev, container, key);
    const slot = new Slot(prev, key, container, position);
    const name: unknown = resolveType(value, run.context, infoOfValue(field, run, slot), type);
    if (!isPromise(name)) return complete(run, name, prev, container, key);
    run.waitFor(name, slot, complete);
    return PENDING;
  };
}

function objectType(
  name: unknown,
  abstract: GraphQLAbstractType,
  field: FieldPlan,
  schema: GraphQLSchema,
): GraphQLObjectType {
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  if (isObjectType(type) && schema.isSubType(abstract, type)) return type;
  throw new GraphQLError(
    `Abstract type "${abstract.name}" of field "${field.parentType.name}.${field.definition.name}" was resolved to ${
      typeof name === 'string' ? `"${name}", which is none of its object types` : 'no type'
    }. Give its objects a __typename, or it a resolveType.`,
    { nodes: [...field.nodes] },
  );
}
