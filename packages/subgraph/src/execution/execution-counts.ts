import { Counter, type Registry } from 'prom-client';

/** How many operations were run in one way, and for `graphql-js`, why. */
export interface ExecutionCount {
  readonly path: 'compiled' | 'graphql-js';
  readonly reason: string;
  readonly count: number;
}

export interface ExecutionCounts {
  readonly add: (path: ExecutionCount['path'], reason: string) => void;
  readonly read: () => readonly ExecutionCount[];
}

export function createExecutionCounts(): ExecutionCounts {
  const counts = { compiled: new Map<string, number>(), 'graphql-js': new Map<string, number>() };
  return {
    add: (path, reason) => {
      counts[path].set(reason, (counts[path].get(reason) ?? 0) + 1);
    },
    read: () =>
      (['compiled', 'graphql-js'] as const).flatMap((path) =>
        [...counts[path]].map(([reason, count]) => ({ path, reason, count })),
      ),
  };
}

interface Counted {
  readonly name: string;
  readonly executions: () => readonly ExecutionCount[];
}

/** Gives the counts of these subgraphs to Prometheus, as `hiregraph_subgraph_operations_total`. */
export function registerExecutionMetrics(registry: Registry, subgraphs: readonly Counted[]): void {
  new Counter({
    name: 'hiregraph_subgraph_operations_total',
    help: 'Operations by how they were run: compiled, or by graphql-js and why.',
    labelNames: ['subgraph', 'path', 'reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { name: subgraph, executions } of subgraphs) {
        for (const { path, reason, count } of executions()) this.inc({ subgraph, path, reason }, count);
      }
    },
  });
}
