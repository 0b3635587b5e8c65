import { type Environment, type ServiceConfig, serviceConfig } from '@hiregraph/subgraph';

/** The candidate service's configuration: what every service needs, and the addresses of those that it asks. */
export function candidateConfig(environment: Environment): ServiceConfig {
  return serviceConfig('candidate', ['job'], environment);
}
