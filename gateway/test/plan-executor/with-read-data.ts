import type { ExecutionResult } from 'graphql';
import { printResult } from '../../src/plan-executor/text-data.ts';

/** Compiled plans answer data as text, to be read once: this reads it. Other answers are as a client would read them. */
export function withReadData(result: ExecutionResult): ExecutionResult {
  if (result.data == null) return result;
  const { data } = JSON.parse(printResult({ data: result.data })) as ExecutionResult;
  return { ...result, data: data as NonNullable<ExecutionResult['data']> };
}
