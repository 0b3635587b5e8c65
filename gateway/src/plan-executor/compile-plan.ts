import type { GraphQLSchema } from 'graphql';
import { createCompleter, type TextResult } from './complete-run.ts';
import { compileFetch } from './fetch-step.ts';
import { type BooleanVariable, type OperationShape, type PlanNode, UnsupportedPlanError } from './plan.ts';
import type { AskSubgraph, Run, Step, Variables } from './run.ts';
import type { TypeMatcher } from './type-matcher.ts';
import { type RunDeadline, withinDeadline } from './within-deadline.ts';
import { mapWrites, type WriteMap } from './write-map.ts';

export interface PlanSource {
  /** Null where nothing has to be fetched. */
  readonly plan: PlanNode | null;
  readonly operation: OperationShape;
  /** The API schema, by which answers are completed. */
  readonly schema: GraphQLSchema;
  /** Over the supergraph's types. */
  readonly matches: TypeMatcher;
}

export interface PlanRequest {
  readonly variables: Variables;
  /** From {@link CompiledPlan.readConditions}. */
  readonly conditions: number;
  readonly ask: AskSubgraph;
  readonly deadline: RunDeadline;
}

/** A query plan and its operation, compiled once, to be run any number of times. */
export interface CompiledPlan {
  /** @returns null where a variable that decides something is no Boolean, which validation did not see */
  readConditions(variables: Variables): number | null;
  /** @throws MalformedAnswerError where a subgraph's answer does not even have the shape to go on with */
  execute(request: PlanRequest): TextResult | Promise<TextResult>;
}

/**
 * Compiles a plan into closures: what depends on the operation alone is worked out here, so that a request only
 * gathers representations, merges and completes.
 * @throws UnsupportedPlanError
 */
export function compilePlan({ plan, operation, schema, matches }: PlanSource): CompiledPlan {
  const writes = mapWrites(plan);
  const step = plan === null ? null : compileNode(plan, { writes, matches, conditions: operation.conditions });
  const complete = createCompleter(operation, schema);
  return {
    readConditions: (variables) => readConditions(operation.conditions, variables),
    execute: ({ variables, conditions, ask, deadline }) => {
      const run: Run = { variables, conditions, ask, root: {}, errors: [], isOver: false, isPlain: true };
      const waiting = step?.(run);
      return waiting === undefined ? complete(run) : withinDeadline(waiting, deadline, run, complete);
    },
  };
}

function readConditions(conditions: readonly BooleanVariable[], variables: Variables): number | null {
  let bits = 0;
  for (const [index, { name, defaultValue }] of conditions.entries()) {
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value = given === undefined ? defaultValue : given;
    if (typeof value !== 'boolean') return null;
    if (value) bits |= 1 << index;
  }
  return bits;
}

interface NodeScope {
  readonly writes: WriteMap;
  readonly matches: TypeMatcher;
  readonly conditions: readonly BooleanVariable[];
}

function compileNode(node: PlanNode, scope: NodeScope): Step {
  switch (node.kind) {
    case 'fetch':
      return compileFetch(node, scope.writes, scope.matches);
    case 'sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, scope)));
    case 'parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, scope)));
    case 'condition': {
      const index = scope.conditions.findIndex(({ name }) => name === node.variable);
      if (index < 0) throw new UnsupportedPlanError('unknown-condition');
      const whenTrue = node.whenTrue && compileNode(node.whenTrue, scope);
      const whenFalse = node.whenFalse && compileNode(node.whenFalse, scope);
      return (run) => (((run.conditions >> index) & 1) === 1 ? whenTrue : whenFalse)?.(run);
    }
  }
}

/** Past the deadline what is left is not begun. */
function inSequence(steps: readonly Step[]): Step {
  const from = (run: Run, first: number): Promise<void> | undefined => {
    for (let index = first; index < steps.length && !run.isOver; index++) {
      const waiting = steps[index]?.(run);
      if (waiting !== undefined) return waiting.then(() => from(run, index + 1));
    }
    return undefined;
  };
  return (run) => from(run, 0);
}

function inParallel(steps: readonly Step[]): Step {
  return (run) => {
    const waiting: Promise<void>[] = [];
    for (const step of steps) {
      const started = step(run);
      if (started !== undefined) waiting.push(started);
    }
    if (waiting.length < 2) return waiting[0];
    return Promise.all(waiting).then(() => undefined);
  };
}
