import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { type CollectionScope, collectFields } from './collect-fields.ts';
import { compileCompletion, type CompletionScope } from './complete-value.ts';
import { compileEntities, isEntitiesField } from './entities.ts';
import { compileArguments } from './field-arguments.ts';
import type { FieldPlan, Mutable, ObjectPlan } from './plan.ts';
import { ResolveInfo } from './resolve-info.ts';

/** Plans what is asked of an object of a type. */
export function compileObject(
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  scope: CollectionScope,
): ObjectPlan {
  const fields: FieldPlan[] = [];
  for (const [key, nodes] of collectFields(selectionSets, type, scope)) {
    const [first] = nodes;
    const definition = first && definitionOf(scope.schema, type, first.name.value);
    // As in graphql-js, a field that there is not is left out; validation says so beforehand.
    if (first !== undefined && definition) fields.push(compileField(key, nodes, definition, type, scope));
  }
  return { type, fields };
}

function definitionOf(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

function compileField(
  key: string,
  nodes: readonly FieldNode[],
  definition: GraphQLField<unknown, unknown>,
  parentType: GraphQLObjectType,
  scope: CollectionScope,
): FieldPlan {
  // Plan, position and completion name each other, so the plan is made first and filled in.
  const field = { key, nodes, definition, parentType } as Mutable<FieldPlan>;
  field.position = { field, typename: parentType.name, nullable: !isNonNullType(definition.type) };
  field.read = compileRead(field);
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const completion: CompletionScope = {
    schema: scope.schema,
    field,
    planFor: (type) => compileObject(type, selectionSets, scope),
  };
  if (isEntitiesField(field, scope.schema)) compileEntities(field, completion);
  else field.complete = compileCompletion(definition.type, field.position, completion);
  return field;
}

function compileRead(field: FieldPlan): FieldPlan['read'] {
  const { definition, parentType, nodes } = field;
  const { name, resolve } = definition;
  if (definition === TypeNameMetaFieldDef) return () => parentType.name;
  const argumentsOf = compileArguments(definition, nodes[0] as FieldNode);
  if (resolve) {
    return (source, run, parent) =>
      resolve(source, argumentsOf(run, field), run.context, new ResolveInfo(field, run, parent));
  }
  // graphql-js' defaultFieldResolver.
  return (source, run, parent) => {
    if ((typeof source !== 'object' && typeof source !== 'function') || source === null) {
      argumentsOf(run, field);
      return undefined;
    }
    const property = (source as Record<string, unknown>)[name];
    if (typeof property !== 'function') return property;
    const method = property as (args: unknown, context: unknown, info: unknown) => unknown;
    return method.call(source, argumentsOf(run, field), run.context, new ResolveInfo(field, run, parent));
  };
}
