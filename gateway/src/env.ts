import type { Environment } from '@hiregraph/subgraph';

/** The one place of the gateway that reads the process's environment. */
export function readEnvironment(): Environment {
  return { ...process.env };
}

/**
 * Keeps Apollo's gateway from reporting to Apollo. Unless its variable says otherwise, each `ApolloGateway` looks for
 * the cloud it runs in and sends usage data to its maker: requests that a company did not ask for, and that fail with
 * warnings where no network is. An operator who wants them sets APOLLO_TELEMETRY_DISABLED=false.
 */
export function keepTelemetryHome(): void {
  process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';
}
