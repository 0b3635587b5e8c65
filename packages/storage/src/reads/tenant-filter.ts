import { HiregraphError } from '@hiregraph/kernel';
import type { Filter } from '../query.ts';

/**
 * The filter that reaches the engine: the tenant's documents only, without what was not given.
 * @throws HiregraphError when there is no tenant, or the filter names one itself
 */
export function tenantFilter(tenantId: string, filter: Filter): Filter {
  if (typeof tenantId !== 'string' || tenantId === '') {
    throw new HiregraphError(
      'INTERNAL_ERROR',
      "A read or write came without a tenant. Hand the caller's tenantId down to it.",
    );
  }
  const result: Record<string, unknown> = { tenantId };
  for (const path in filter) {
    if (path === 'tenantId') {
      throw new HiregraphError('INTERNAL_ERROR', 'A filter names tenantId, which the storage layer sets. Take it out.');
    }
    const value = withoutUndefined(filter[path]);
    if (value !== undefined) result[path] = value;
  }
  return result;
}

function withoutUndefined(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value) || value instanceof Date) return value;
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
