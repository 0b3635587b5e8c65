import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { compileRoot } from './compile-object.ts';
import type { FillRoot, OperationFacts } from './plan.ts';
import { OperationRun } from './run.ts';
import { compileVariables } from './variable-values.ts';

/** Why an operation, or one run of it, is graphql-js' business. */
export type Unsupported =
  | 'no-operation'
  | 'subscription'
  | 'no-root-type'
  | 'proto-key'
  | 'condition-value'
  | 'many-variants'
  | 'compile-error';

type Values = Readonly<Record<string, unknown>>;

export interface CompiledOperation {
  /** @returns the answer at once where no resolver had to be waited for; or why this run is not covered */
  run(context: unknown, inputs: Values): ExecutionResult | Promise<ExecutionResult> | Unsupported;
}

/** Plans of one operation, for the values of the variables that `@skip` and `@include` ask about. */
const MAX_VARIANTS = 16;

/** Compiles one operation of a document that has been validated. */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | null,
): CompiledOperation | Unsupported {
  const operation = findOperation(document, operationName);
  if (operation === null) return 'no-operation';
  if (operation.operation === 'subscription') return 'subscription';
  const root = schema.getRootType(operation.operation);
  if (!root) return 'no-root-type';
  const { conditions, hasProtoKey } = survey(document);
  if (hasProtoKey) return 'proto-key';

  const facts: OperationFacts = { schema, fragments: fragmentsOf(document), operation };
  const coerce = compileVariables(schema, operation.variableDefinitions ?? []);
  const variants = new Map<string, readonly FillRoot[]>();
  const planFor = (values: ReadonlyMap<string, boolean>): readonly FillRoot[] | null => {
    const key = [...values.values()].map(Number).join('');
    const known = variants.get(key);
    if (known !== undefined || variants.size >= MAX_VARIANTS) return known ?? null;
    const scope = { schema, fragments: facts.fragments, conditions: values };
    const steps = compileRoot(root, operation.selectionSet, operation.operation === 'mutation', scope);
    variants.set(key, steps);
    return steps;
  };
  return {
    run: (context, inputs) => {
      const { coerced, errors } = coerce(inputs);
      if (errors !== undefined) return { errors };
      const values = conditionValues(conditions, coerced);
      if (values === null) return 'condition-value';
      const steps = planFor(values);
      return steps === null ? 'many-variants' : new OperationRun(facts, context, coerced).execute(steps);
    },
  };
}

function findOperation(document: DocumentNode, name: string | null): OperationDefinitionNode | null {
  const operations = document.definitions.filter((node) => node.kind === 'OperationDefinition');
  const found = name === null ? operations : operations.filter((node) => node.name?.value === name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = Object.create(null) as Record<string, FragmentDefinitionNode>;
  for (const node of document.definitions) if (node.kind === 'FragmentDefinition') fragments[node.name.value] = node;
  return fragments;
}

interface Survey {
  /** Variables that decide about selections, in a stable order. */
  readonly conditions: readonly string[];
  readonly hasProtoKey: boolean;
}

function survey(document: DocumentNode): Survey {
  const conditions = new Set<string>();
  let hasProtoKey = false;
  visit(document, {
    Field: ({ alias }) => {
      // An answer's objects are plain ones, in which this name would be no key like others.
      if (alias?.value === '__proto__') hasProtoKey = true;
    },
    Directive: ({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === 'Variable') conditions.add(value.name.value);
    },
  });
  return { conditions: [...conditions], hasProtoKey };
}

const NO_CONDITIONS: ReadonlyMap<string, boolean> = new Map();

/** Null where one is neither true nor false: then graphql-js says what is wrong. */
function conditionValues(names: readonly string[], variables: Values): ReadonlyMap<string, boolean> | null {
  if (names.length === 0) return NO_CONDITIONS;
  const values = new Map<string, boolean>();
  for (const name of names) {
    const value = variables[name];
    if (typeof value !== 'boolean') return null;
    values.set(name, value);
  }
  return values;
}
