import { type Environment, type ServiceConfig, serviceConfig } from '@hiregraph/subgraph';

/** The evaluation service's configuration: what every service needs, and the addresses of those that it asks. */
export function evaluationConfig(environment: Environment): ServiceConfig {
  return serviceConfig('evaluation', ['job', 'candidate'], environment);
}
