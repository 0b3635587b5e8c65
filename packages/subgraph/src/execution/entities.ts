import {
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  isUnionType,
  getNamedType,
} from 'graphql';
import { compileCompletion, type CompletionScope, completionAs } from './complete-value.ts';
import { isPromise, located, PENDING } from './field-values.ts';
import { type Complete, type Container, type FieldPlan, type Mutable, type Position, type Run, Slot } from './plan.ts';
import { ResolveInfo } from './resolve-info.ts';

interface Representation {
  readonly __typename?: unknown;
}

type ResolveReference = (reference: Representation, context: unknown, info: GraphQLResolveInfo) => unknown;

/** Whether this is the root field by which a gateway asks for entities. */
export function isEntitiesField({ parentType, definition }: FieldPlan, schema: GraphQLSchema): boolean {
  return (
    definition.name === '_entities' &&
    parentType === schema.getQueryType() &&
    isUnionType(getNamedType(definition.type))
  );
}

function referenceResolver(type: GraphQLObjectType): ResolveReference | undefined {
  // Where @apollo/subgraph keeps the map's `__resolveReference`.
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: ResolveReference } } };
  return apollo?.subgraph?.resolveReference;
}

/**
 * The entities of a gateway's representations. A representation names its type, so none has to be written onto the
 * object, and what is at hand waits for nothing. Anything but objects of known types is left to @apollo/subgraph.
 */
export function compileEntities(field: Mutable<FieldPlan>, scope: CompletionScope): void {
  const completeOfApollo = compileCompletion(field.definition.type, field.position, scope).complete;
  const completeEntities = entitiesCompletion(field, scope);
  const representations = representationsOf(field, scope.schema);
  const { reading } = field;
  const readWithApollo = (run: Run): unknown =>
    reading.kind === 'resolver'
      ? reading.resolve(undefined, field.argumentsOf(run, field), run.context, new ResolveInfo(field, run, undefined))
      : undefined;
  field.reading = { kind: 'entities', read: (run) => representations(run) ?? readWithApollo(run) };
  field.usual = null;
  field.complete = (run, value, prev, container, key) =>
    value instanceof Representations
      ? completeEntities(run, value, prev, container, key)
      : completeOfApollo(run, value, prev, container, key);
}

/** Tells what is to be resolved yet from a list of entities. */
class Representations {
  readonly list: readonly Representation[];
  readonly types: readonly GraphQLObjectType[];
  constructor(list: readonly Representation[], types: readonly GraphQLObjectType[]) {
    this.list = list;
    this.types = types;
  }
}

function representationsOf(field: FieldPlan, schema: GraphQLSchema): (run: Run) => Representations | null {
  const value = field.nodes[0]?.arguments?.find(({ name }) => name.value === 'representations')?.value;
  const variable = value?.kind === 'Variable' ? value.name.value : null;
  return (run) => {
    const list = variable === null ? null : run.variables[variable];
    if (!Array.isArray(list)) return null;
    const types: GraphQLObjectType[] = [];
    for (const one of list as readonly (Representation | null)[]) {
      const type = typeof one?.__typename === 'string' ? schema.getType(one.__typename) : undefined;
      if (!isObjectType(type)) return null;
      types.push(type);
    }
    return new Representations(list as readonly Representation[], types);
  };
}

function entitiesCompletion(field: FieldPlan, scope: CompletionScope): Complete {
  const element: Position = { field, typename: undefined, nullable: true };
  const completeAs = completionAs(element, scope);
  return (run, value, prev, container, key) => {
    const { list, types } = value as Representations;
    const place = new Slot(prev, key, container, field.position);
    const info = new ResolveInfo(field, run, prev);
    const target = new Array<unknown>(list.length);
    const entities = target as unknown as Container;
    for (let index = 0; index < list.length; index++) {
      const type = types[index] as GraphQLObjectType;
      const mark = run.waited.length;
      try {
        const resolveReference = referenceResolver(type);
        const reference = list[index] as Representation;
        const entity = resolveReference ? resolveReference(reference, run.context, info) : reference;
        if (isPromise(entity)) {
          target[index] = PENDING;
          run.waitFor(entity, new Slot(place, index, entities, element), entityCompletion(type, completeAs));
        } else {
          target[index] = completeEntity(run, entity, type, completeAs, place, entities, index);
        }
      } catch (raw) {
        target[index] = run.nullSince(mark, located(raw, field, new Slot(place, index, entities, element)));
      }
    }
    return target;
  };
}

type CompleteAs = ReturnType<typeof completionAs>;

function entityCompletion(type: GraphQLObjectType, completeAs: CompleteAs): Complete {
  return (run, entity, prev, container, key) => completeEntity(run, entity, type, completeAs, prev, container, key);
}

function completeEntity(
  run: Run,
  entity: unknown,
  type: GraphQLObjectType,
  completeAs: CompleteAs,
  ...[prev, container, key]: [Slot | undefined, Container, string | number]
): unknown {
  if (entity === null || entity === undefined) return null;
  if (entity instanceof Error) throw entity;
  if (typeof entity !== 'object') throw new TypeError(`A reference of ${type.name} was resolved to no object.`);
  return completeAs(type)(run, entity, prev, container, key);
}
