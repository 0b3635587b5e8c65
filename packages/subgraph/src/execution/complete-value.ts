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
import { leafSerializer } from './leaf-values.ts';
import {
  type Complete,
  type Container,
  type FieldPlan,
  type ObjectPlan,
  type Position,
  type Run,
  Slot,
} from './plan.ts';
import { infoOfValue } from './resolve-info.ts';
import { isPromise, located, PENDING } from './run.ts';

/** What a field's completion is compiled from. */
export interface CompletionScope {
  readonly schema: GraphQLSchema;
  /** Made before its completion is; nothing asks for more of it than is there by then. */
  readonly field: FieldPlan;
  /** The fields that are asked of an object of this type. */
  readonly planFor: (type: GraphQLObjectType) => ObjectPlan;
}

/** Compiles the completion of a type's values (GraphQL October 2021, 6.4.3 CompleteValue). */
export function compileCompletion(type: GraphQLOutputType, position: Position, scope: CompletionScope): Complete {
  if (!isNonNullType(type)) return compileNullable(type, position, scope);
  const complete = compileNullable(type.ofType, position, scope);
  const { parentType, definition } = scope.field;
  return (run, value, prev, container, key) => {
    const completed = complete(run, value, prev, container, key);
    if (completed !== null) return completed;
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
  };
}

function compileNullable(type: GraphQLOutputType, position: Position, scope: CompletionScope): Complete {
  if (isLeafType(type)) {
    const serialize = leafSerializer(type);
    return (_run, value) => (value === null || value === undefined ? null : serialize(value));
  }
  const complete = isListType(type)
    ? compileList(type.ofType, position, scope)
    : isObjectType(type)
      ? compileObject(type, position, scope)
      : compileAbstract(type, position, scope);
  return (run, value, prev, container, key) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(run, value, prev, container, key);
  };
}

function compileList(elements: GraphQLOutputType, position: Position, scope: CompletionScope): Complete {
  const { field } = scope;
  const element: Position = { field, typename: undefined, nullable: !isNonNullType(elements) };
  const complete = compileCompletion(elements, element, scope);
  return (run, value, prev, container, key) => {
    if (typeof value !== 'object' || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
      const { parentType, definition } = field;
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
      );
    }
    const items: readonly unknown[] = Array.isArray(value) ? value : Array.from(value as Iterable<unknown>);
    const list = new Slot(prev, key, container, position);
    const target = new Array<unknown>(items.length);
    try {
      for (let index = 0; index < items.length; index++) {
        target[index] = completeElement(run, items[index], new ElementPlace(list, index, target, element), complete);
      }
    } catch (error) {
      for (const item of items) if (isPromise(item)) item.then(ignore, ignore);
      throw error;
    }
    return target;
  };
}

/** For elements that nobody waits for any more: what becomes of them is of no interest, and no defect. */
function ignore(): void {
  // Nothing to do.
}

/** What is needed to complete one element of a list, and to say where it lies. */
class ElementPlace {
  readonly list: Slot;
  readonly index: number;
  readonly target: unknown[];
  readonly position: Position;

  constructor(list: Slot, index: number, target: unknown[], position: Position) {
    this.list = list;
    this.index = index;
    this.target = target;
    this.position = position;
  }

  /** A list that is being filled is a container by its indexes. */
  get container(): Container {
    return this.target as unknown as Container;
  }

  slot(): Slot {
    return new Slot(this.list, this.index, this.container, this.position);
  }
}

function completeElement(run: Run, item: unknown, place: ElementPlace, complete: Complete): unknown {
  const mark = run.mark();
  try {
    if (!isPromise(item)) return complete(run, item, place.list, place.container, place.index);
    run.waitFor(item, place.slot(), complete);
    return PENDING;
  } catch (raw) {
    const error = located(raw, place.position.field, place.slot());
    if (!place.position.nullable) throw error;
    return run.nullSince(mark, error);
  }
}

function compileObject(type: GraphQLObjectType, position: Position, scope: CompletionScope): Complete {
  const completeAs = completionAs(position, scope);
  return (run, value, prev, container, key) => completeAs(run, type, value, new Slot(prev, key, container, position));
}

type CompleteAs = (run: Run, type: GraphQLObjectType, value: unknown, slot: Slot) => unknown;

/** Completes objects of types that are known by now; what is asked of a type is planned when one is met. */
export function completionAs(_position: Position, { field, planFor }: CompletionScope): CompleteAs {
  const plans = new Map<GraphQLObjectType, ObjectPlan>();
  return (run, type, value, slot) => {
    let plan = plans.get(type);
    if (plan === undefined) plans.set(type, (plan = planFor(type)));
    if (type.isTypeOf) return completeChecked(run, plan, value, slot, field);
    return run.executeFields(plan, value, slot);
  };
}

/** For a type that looks at its objects first. */
function completeChecked(run: Run, plan: ObjectPlan, value: unknown, slot: Slot, field: FieldPlan): unknown {
  const { type } = plan;
  const complete: Complete = (_run, isOfType) => {
    if (isOfType) return run.executeFields(plan, value, slot);
    throw new GraphQLError(`Expected value of type "${type.name}" but got another.`, { nodes: [...field.nodes] });
  };
  const isOfType = type.isTypeOf?.(value, run.context, infoOfValue(field, run, slot));
  if (!isPromise(isOfType)) return complete(run, isOfType, slot.prev, slot.container, slot.key);
  run.waitFor(isOfType, slot, complete);
  return PENDING;
}

function compileAbstract(type: GraphQLAbstractType, position: Position, scope: CompletionScope): Complete {
  const { field, schema } = scope;
  const completeAs = completionAs(position, scope);
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, value, prev, container, key) => {
    const slot = new Slot(prev, key, container, position);
    const complete: Complete = (_run, name) => completeAs(run, objectType(name, type, field, schema), value, slot);
    const name: unknown = resolveType(value, run.context, infoOfValue(field, run, slot), type);
    if (!isPromise(name)) return complete(run, name, prev, container, key);
    run.waitFor(name, new Slot(prev, key, container, position), complete);
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
