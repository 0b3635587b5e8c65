import { Counter, type Registry } from 'prom-client';
import type { CompiledGatewayOptions } from './compiled-gateway.ts';

/** Counts operations by how they are run, and those on the stock path by why. */
export function createExecutionObserver(registry: Registry): CompiledGatewayOptions['observe'] {
  const executions = new Counter({
    name: 'hiregraph_gateway_executions_total',
    help: 'Operations by executor; on the stock path by the reason, e.g. first-sight, introspection.',
    labelNames: ['path', 'reason'],
    registers: [registry],
  });
  return (path, reason) => executions.inc({ path, reason });
}
