import { isDeepStrictEqual } from 'node:util';
import type { Filter } from '../query.ts';
import { compileFilter } from './filter-test.ts';

/**
 * A partial index holds only some documents, so a query may use it only when it asks for no others.
 * @returns the paths whose condition is the index's own, so that standing in it settles them
 */
export function assertPartialImplied(
  partial: Filter,
  filter: Filter,
  refuse: (reason: string) => never,
): readonly string[] {
  const settled: string[] = [];
  for (const [path, condition] of Object.entries(partial)) {
    const asked = filter[path];
    if (isDeepStrictEqual(asked, condition)) {
      settled.push(path);
    } else if (!impliesCondition(path, condition, asked)) {
      refuse(`it holds only documents with ${path} ${JSON.stringify(condition)}, and the query does not say that`);
    }
  }
  return settled;
}

function impliesCondition(path: string, condition: unknown, asked: unknown): boolean {
  if (asked === undefined || asked === null) return false;
  if (typeof asked !== 'object') return holds(condition, asked);
  const operators = asked as Record<string, unknown>;
  if (Array.isArray(operators.$in)) return operators.$in.every((value) => holds(condition, value));
  if ('$eq' in operators) return holds(condition, operators.$eq);
  // Any comparison finds only documents that have the field.
  const comparison = ['$gt', '$gte', '$lt', '$lte'].some((operator) => operators[operator] != null);
  return comparison && isDeepStrictEqual(condition, { $exists: true }) && path !== '';
}

function holds(condition: unknown, value: unknown): boolean {
  return compileFilter({ value: condition })({ value });
}
