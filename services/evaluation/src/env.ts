import type { Environment } from '@hiregraph/subgraph';

/** The one place of the evaluation service that reads the process's environment. */
export function readEnvironment(): Environment {
  return { ...process.env };
}
