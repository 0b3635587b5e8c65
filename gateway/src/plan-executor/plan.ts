import type { GraphQLObjectType, GraphQLOutputType } from 'graphql';

/**
 * The executor's own idea of a query plan. Nothing here is Apollo's: `read-apollo-plan.ts` is the one file that knows
 * how theirs looks, so that another planner needs another reader and nothing else.
 */
export type PlanNode = SequenceNode | ParallelNode | ConditionNode | FetchNode;

/** One after the other. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

/** All at once. */
export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

/** One branch or the other, by a Boolean variable. */
export interface ConditionNode {
  readonly kind: 'condition';
  readonly variable: string;
  readonly whenTrue: PlanNode | null;
  readonly whenFalse: PlanNode | null;
}

/** One question to one subgraph, whose answer is merged into the objects at `path`. */
export interface FetchNode {
  readonly kind: 'fetch';
  readonly subgraph: string;
  /** Response names from the root; {@link EACH} stands for every element of a list. */
  readonly path: readonly string[];
  /** As it is sent. */
  readonly document: string;
  readonly operationName: string | undefined;
  /** The caller's variables that the document uses. */
  readonly variables: readonly string[];
  /** What an entity's representation is made of; null for a fetch of root fields. */
  readonly requires: readonly Requirement[] | null;
  /** Done to each representation before it is sent. */
  readonly inputRewrites: readonly Rewrite[];
  /** Done to the answer before it is merged. */
  readonly outputRewrites: readonly Rewrite[];
  /** What the document asks of each object that it is merged into. */
  readonly shape: ResponseShape;
}

/** In a path: every element of the list. */
export const EACH = '@';

/** A part of a representation. */
export type Requirement =
  | { readonly kind: 'field'; readonly name: string; readonly selections: readonly Requirement[] | null }
  | { readonly kind: 'fragment'; readonly type: string; readonly selections: readonly Requirement[] };

/** A change to an object found at a path, made because subgraphs name things differently. */
export interface Rewrite {
  readonly path: readonly RewriteStep[];
  readonly key: string;
  readonly change: { readonly kind: 'set'; readonly value: unknown } | { readonly kind: 'rename'; readonly to: string };
}

export type RewriteStep =
  | { readonly kind: 'field'; readonly name: string }
  | { readonly kind: 'type'; readonly name: string };

/** Response names of an answer; null for a leaf. Fragments of all types are laid upon each other. */
export type ResponseShape = ReadonlyMap<string, ResponseShape | null>;

/** What the caller asked, ready to be completed. */
export interface OperationShape {
  readonly rootType: GraphQLObjectType;
  readonly selections: readonly Selection[];
  /** The Boolean variables that decide something, at most {@link MAX_CONDITIONS}. */
  readonly conditions: readonly BooleanVariable[];
}

/** Every combination of these gets a completion of its own, told apart by the bits of one number. */
export const MAX_CONDITIONS = 30;

export interface BooleanVariable {
  readonly name: string;
  readonly defaultValue: unknown;
}

export type Selection = FieldSelection | FragmentSelection;

export interface FieldSelection {
  readonly kind: 'field';
  readonly guards: readonly Guard[];
  readonly responseName: string;
  readonly isTypename: boolean;
  /** As the API schema has it. */
  readonly type: GraphQLOutputType;
  readonly selections: readonly Selection[];
}

export interface FragmentSelection {
  readonly kind: 'fragment';
  readonly guards: readonly Guard[];
  /** Null: it applies to whatever it is put on. */
  readonly type: string | null;
  readonly selections: readonly Selection[];
}

/** A selection counts only where the variable with this index in {@link OperationShape.conditions} is as expected. */
export interface Guard {
  readonly condition: number;
  readonly expects: boolean;
}

/** Why an operation runs on the stock path. The reason is a label of a metric. */
export class UnsupportedPlanError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`The compiled executor does not run this operation: ${reason}.`);
    this.name = 'UnsupportedPlanError';
    this.reason = reason;
  }
}

/** Names that every object inherits, e.g. `constructor`: reading one from a plain object would find what nobody sent. */
export function refuseInheritedName(name: string): string {
  if (name in Object.prototype) throw new UnsupportedPlanError('inherited-name');
  return name;
}
