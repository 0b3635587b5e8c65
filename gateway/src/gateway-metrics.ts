import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What operators watch at the gateway. */
export interface GatewayMetrics {
  readonly observeFetch: (subgraph: string, milliseconds: number, outcome: string) => void;
  readonly observeBreaker: (subgraph: string, state: 'closed' | 'open' | 'half-open') => void;
  /** @param errors as the caller sees them */
  readonly observeOperation: (type: string, errors: readonly GraphQLFormattedError[], seconds: number) => void;
  /** @param reason why not the fast one; empty for the fast one */
  readonly observeLane: (lane: 'fast' | 'ordinary', reason: string) => void;
  readonly plugin: ApolloServerPlugin;
}

export function createGatewayMetrics(registry: Registry): GatewayMetrics {
  const operations = new Histogram({
    name: 'hiregraph_gateway_operation_seconds',
    help: 'Time to answer an operation, by type and whether it had errors.',
    labelNames: ['type', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  const errors = new Counter({
    name: 'hiregraph_gateway_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers: [registry],
  });
  const fetches = new Histogram({
    name: 'hiregraph_gateway_fetch_seconds',
    help: 'Time of a fetch from a subgraph.',
    labelNames: ['subgraph', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  const breakers = new Gauge({
    name: 'hiregraph_gateway_breaker_open',
    help: '1 while the breaker before a subgraph is not closed.',
    labelNames: ['subgraph'],
    registers: [registry],
  });
  const lanes = new Counter({
    name: 'hiregraph_gateway_lanes_total',
    help: 'Requests for operations by the way they went; the ordinary way by the reason, e.g. first-sight, registering.',
    labelNames: ['lane', 'reason'],
    registers: [registry],
  });
  const observeOperation: GatewayMetrics['observeOperation'] = (type, found, seconds) => {
    operations.observe({ type, outcome: found.length === 0 ? 'ok' : 'errors' }, seconds);
    for (const { extensions } of found) errors.inc({ code: codeOf(extensions?.['code']) });
  };
  const states = new Map<string, string>();
  return {
    observeFetch: (subgraph, milliseconds, outcome) => fetches.observe({ subgraph, outcome }, milliseconds / 1000),
    observeBreaker: (subgraph, state) => {
      if (states.get(subgraph) === state) return;
      states.set(subgraph, state);
      breakers.set({ subgraph }, state === 'closed' ? 0 : 1);
    },
    observeOperation,
    observeLane: (lane, reason) => lanes.inc({ lane, reason }),
    plugin: operationPlugin(observeOperation),
  };
}

function operationPlugin(observeOperation: GatewayMetrics['observeOperation']): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      const start = performance.now();
      return Promise.resolve({
        willSendResponse: ({ response, operation }) => {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          observeOperation(operation?.operation ?? 'none', errors, (performance.now() - start) / 1000);
          return Promise.resolve();
        },
      });
    },
  };
}

/** A label with few values: our codes, and `unknown` for what is none. */
function codeOf(code: unknown): string {
  return typeof code === 'string' && /^[A-Z_]{1,60}$/u.test(code) ? code : 'unknown';
}
