import type { ServiceMap } from '@apollo/gateway';
import type { OperationTypeNode } from 'graphql';
import { compileCost, type CostOf } from '../limits/operation-cost.ts';
import { type CompiledPlan, compilePlan } from './compile-plan.ts';
import { UnsupportedPlanError } from './plan.ts';
import { readApolloPlan, type ResolvedPlan } from './read-apollo-plan.ts';
import { readOperation } from './read-operation.ts';
import type { TypeMatcher } from './type-matcher.ts';
import { type CheckVariables, compileVariableCheck } from './variable-check.ts';

/** All that is needed to run an operation again. */
export interface PreparedOperation {
  readonly checkVariables: CheckVariables;
  readonly plan: CompiledPlan;
  readonly services: ServiceMap;
  readonly type: `${OperationTypeNode}`;
  readonly costOf: CostOf;
}

/** Why an operation stays on the stock path. A cause is a defect of ours. */
export interface Unsupported {
  readonly reason: string;
  readonly cause?: unknown;
}

/** Compiles what the gateway's hook handed over. */
export function compileOperation(resolved: ResolvedPlan, matches: TypeMatcher): PreparedOperation | Unsupported {
  const { queryPlan, operationContext, serviceMap } = resolved;
  try {
    const plan = compilePlan({
      plan: readApolloPlan(queryPlan),
      operation: readOperation(operationContext),
      schema: operationContext.schema,
      matches,
    });
    return {
      plan,
      checkVariables: compileVariableCheck(operationContext.schema, operationContext.operation),
      services: serviceMap,
      type: operationContext.operation.operation,
      costOf: compileCost(operationContext.operation, (name) => operationContext.fragments[name]),
    };
  } catch (error) {
    return error instanceof UnsupportedPlanError
      ? { reason: error.reason }
      : { reason: 'compile-failed', cause: error };
  }
}

/** Closures and nodes that a character of a document comes to, measured on our own operations and rounded up. */
const BYTES_A_CHARACTER = 60;
const BYTES_AT_LEAST = 4_096;

/** Roughly what a plan and what is compiled from it take in memory. */
export function estimateBytes(source: string, { queryPlan }: ResolvedPlan): number {
  return BYTES_AT_LEAST + BYTES_A_CHARACTER * (source.length + fetchedCharacters(queryPlan.node));
}

type PlanPart = ResolvedPlan['queryPlan']['node'];

function fetchedCharacters(node: PlanPart): number {
  switch (node?.kind) {
    case 'Fetch':
      return node.operation.length;
    case 'Flatten':
      return fetchedCharacters(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, child) => sum + fetchedCharacters(child), 0);
    case 'Condition':
      return fetchedCharacters(node.ifClause) + fetchedCharacters(node.elseClause);
    default:
      return 0;
  }
}
