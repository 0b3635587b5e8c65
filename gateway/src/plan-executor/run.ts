import type { ExecutionResult, GraphQLError } from 'graphql';
import type { JsonObject } from './json.ts';

export type Variables = Readonly<JsonObject>;

/** One question to a subgraph, as the plan prints it. */
export interface SubgraphQuestion {
  readonly document: string;
  readonly operationName: string | undefined;
  readonly variables: JsonObject;
}

/** Asks a subgraph. What it gives back is only read. */
export type AskSubgraph = (subgraph: string, question: SubgraphQuestion) => ExecutionResult | Promise<ExecutionResult>;

/** What belongs to one execution of a compiled plan. */
export interface Run {
  readonly variables: Variables;
  /** What the conditions of the operation say: one bit each. */
  readonly conditions: number;
  readonly ask: AskSubgraph;
  /** Where fetches put what they got; ours to write to. */
  readonly root: JsonObject;
  readonly errors: GraphQLError[];
  /** The deadline passed: nothing more is asked, and what still comes is of no use. */
  isOver: boolean;
  /** All that was answered so far was plain (see `plain-answer.ts`). */
  isPlain: boolean;
}

/** A node of the plan, compiled. Undefined where nothing had to be waited for. */
export type Step = (run: Run) => Promise<void> | undefined;
