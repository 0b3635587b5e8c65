import type { ApolloGateway, GatewayConfig } from '@apollo/gateway';
import {
  type PlanNode,
  refuseInheritedName,
  type Requirement,
  type Rewrite,
  type RewriteStep,
  UnsupportedPlanError,
} from './plan.ts';
import { readResponseShape } from './response-shape.ts';

/** What the gateway's public hook hands over with each operation. */
export type DidResolveQueryPlan = NonNullable<GatewayConfig['experimental_didResolveQueryPlan']>;

/** What Apollo Server gives an executor. */
export type StockRequest = Parameters<ApolloGateway['executor']>[0];

/** What of it is kept: the request that came with it is not. */
export type ResolvedPlan = Omit<Parameters<DidResolveQueryPlan>[0], 'requestContext'>;

type ApolloPlan = ResolvedPlan['queryPlan'];
type ApolloNode = NonNullable<ApolloPlan['node']>;
type ApolloFetch = Extract<ApolloNode, { kind: 'Fetch' }>;
type ApolloSelection = NonNullable<ApolloFetch['requires']>[number];
type ApolloRewrite = NonNullable<ApolloFetch['inputRewrites']>[number];

const FRAGMENT_STEP = '... on ';

/**
 * Turns Apollo's plan into ours: the only code that knows how Apollo's looks.
 * @returns null for a plan without a fetch, e.g. of `{ __typename }`
 * @throws UnsupportedPlanError for what the executor does not run
 */
export function readApolloPlan(plan: ApolloPlan): PlanNode | null {
  return plan.node === undefined ? null : readNode(plan.node, []);
}

function readNode(node: ApolloNode, path: readonly string[]): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((child) => readNode(child, path)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((child) => readNode(child, path)) };
    case 'Flatten':
      return readNode(node.node, [...path, ...node.path.map(readPathStep)]);
    case 'Condition':
      return {
        kind: 'condition',
        variable: node.condition,
        whenTrue: node.ifClause === undefined ? null : readNode(node.ifClause, path),
        whenFalse: node.elseClause === undefined ? null : readNode(node.elseClause, path),
      };
    case 'Fetch':
      return readFetch(node, path);
    case 'Defer':
      throw new UnsupportedPlanError('defer');
    case 'Subscription':
      throw new UnsupportedPlanError('subscription');
    default:
      throw new UnsupportedPlanError('unknown-node');
  }
}

/** Conditions on types in a path (`products|[Book]`) exist with an option of the planner that we leave off. */
function readPathStep(step: string | number): string {
  if (typeof step !== 'string' || step === '' || step.includes('|[')) {
    throw new UnsupportedPlanError('type-conditioned-path');
  }
  return refuseInheritedName(step);
}

function readFetch(fetch: ApolloFetch, path: readonly string[]): PlanNode {
  if (fetch.hasDefers === true) throw new UnsupportedPlanError('defer');
  if ((fetch.contextRewrites?.length ?? 0) > 0) throw new UnsupportedPlanError('context-rewrites');
  const requires = fetch.requires === undefined ? null : fetch.requires.flatMap(readRequirement);
  return {
    kind: 'fetch',
    subgraph: fetch.serviceName,
    path,
    document: fetch.operation,
    operationName: fetch.operationName,
    variables: fetch.variableUsages ?? [],
    requires,
    inputRewrites: (fetch.inputRewrites ?? []).map(readRewrite),
    outputRewrites: (fetch.outputRewrites ?? []).map(readRewrite),
    shape: readResponseShape(fetch.operation, requires !== null),
  };
}

/** A fragment without a type adds nothing to a representation: that is how the stock executor has it. */
function readRequirement(selection: ApolloSelection): readonly Requirement[] {
  if (selection.kind === 'Field') {
    const selections = selection.selections?.flatMap(readRequirement) ?? null;
    return [{ kind: 'field', name: refuseInheritedName(selection.alias ?? selection.name), selections }];
  }
  if (selection.typeCondition === undefined) return [];
  return [
    { kind: 'fragment', type: selection.typeCondition, selections: selection.selections.flatMap(readRequirement) },
  ];
}

function readRewrite(rewrite: ApolloRewrite): Rewrite {
  const steps = rewrite.path.map(readRewriteStep);
  const last = steps.pop();
  if (last?.kind !== 'field') throw new UnsupportedPlanError('unknown-rewrite');
  return {
    path: steps,
    key: last.name,
    change:
      rewrite.kind === 'ValueSetter'
        ? { kind: 'set', value: rewrite.setValueTo as unknown }
        : { kind: 'rename', to: refuseInheritedName(rewrite.renameKeyTo) },
  };
}

function readRewriteStep(step: string): RewriteStep {
  return step.startsWith(FRAGMENT_STEP)
    ? { kind: 'type', name: step.slice(FRAGMENT_STEP.length) }
    : { kind: 'field', name: refuseInheritedName(step) };
}
