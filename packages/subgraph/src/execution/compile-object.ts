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
import { generateFill, generateFillRoot } from './fill-source.ts';
import type { FieldPlan, FillRoot, Mutable, ObjectPlan, Position, Reading } from './plan.ts';

/** Plans what is asked of an object of a type. @param position where such objects lie */
export function compileObject(
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  position: Position,
  scope: CollectionScope,
): ObjectPlan {
  return { type, fill: generateFill(compileFields(type, selectionSets, scope), position) };
}

/** Plans an operation's root fields: side by side in one step, or one after the other. */
export function compileRoot(
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  serially: boolean,
  scope: CollectionScope,
): readonly FillRoot[] {
  const fields = compileFields(type, [selectionSet], scope);
  return serially ? fields.map((field) => generateFillRoot([field])) : [generateFillRoot(fields)];
}

function compileFields(
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
  scope: CollectionScope,
): readonly FieldPlan[] {
  const fields: FieldPlan[] = [];
  for (const [key, nodes] of collectFields(selectionSets, type, scope)) {
    const [first] = nodes;
    const definition = first && definitionOf(scope.schema, type, first.name.value);
    // As in graphql-js, a field that there is not is left out; validation says so beforehand.
    if (first !== undefined && definition) fields.push(compileField(key, nodes, definition, type, scope));
  }
  return fields;
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
  field.reading = readingOf(definition);
  field.argumentsOf = compileArguments(definition, nodes[0] as FieldNode);
  const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const completion: CompletionScope = {
    schema: scope.schema,
    field,
    planFor: (type, position) => compileObject(type, selectionSets, position, scope),
  };
  if (isEntitiesField(field, scope.schema)) compileEntities(field, completion);
  else Object.assign(field, compileCompletion(definition.type, field.position, completion));
  return field;
}

function readingOf(definition: GraphQLField<unknown, unknown>): Reading {
  if (definition === TypeNameMetaFieldDef) return { kind: 'typename' };
  const { resolve } = definition;
  return resolve ? { kind: 'resolver', resolve } : { kind: 'property' };
}
