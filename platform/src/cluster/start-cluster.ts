import { fileURLToPath } from 'node:url';
import { openDevelopmentIssuer } from '@hiregraph/gateway';
import { type ServiceName, systemClock } from '@hiregraph/kernel';
import type { Environment } from '@hiregraph/subgraph';
import { bannerText } from '../banner.ts';
import { SERVICE_NAMES } from '../create-platform.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type ClusterConfig, clusterConfig } from './cluster-config.ts';
import { fillStore } from './fill-store.ts';
import { freePorts } from './free-ports.ts';
import { type Member, startMember } from './member.ts';
import { requireServers } from './require-servers.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface ClusterOptions {
  readonly environment: Environment;
  readonly flags: readonly string[];
  /** Standard output: the banner, where it is a terminal, and the line `ready …`. */
  readonly print: (line: string) => void;
  readonly isTerminal: boolean;
  /** A line of a process, or about what is going on. */
  readonly report: (line: string) => void;
  /** Called once every process is stopped, when one of them could not start. */
  readonly onFailure: (error: Error) => void;
}

export interface Cluster {
  stop(): Promise<void>;
  /** Ends every process at once. */
  kill(): void;
}

/**
 * Starts the gateway and every service as processes of their own. Resolves when the servers were found; the line
 * `ready …` says when everything runs.
 * @throws ConfigurationError for wrong variables and options, and servers that do not answer
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const config = clusterConfig(options.environment, options.flags);
  await requireServers(config);
  const cluster = new LocalCluster(config, options);
  void cluster.run();
  return cluster;
}

class LocalCluster implements Cluster {
  readonly #config: ClusterConfig;
  readonly #options: ClusterOptions;
  readonly #services: Member[] = [];
  readonly #balancers: Balancer[] = [];
  #gateway: Member | null = null;
  #isStopping = false;

  constructor(config: ClusterConfig, options: ClusterOptions) {
    this.#config = config;
    this.#options = options;
  }

  async run(): Promise<void> {
    const { report } = this.#options;
    try {
      const candidateId = await fillStore(this.#config, report);
      if (this.#isStopping) return;
      const urls = await this.#startServices();
      const { host, port } = this.#config.platform;
      this.#gateway = this.#start('gateway', 'gateway/src/main.ts', { ...urls, HOST: host, PORT: String(port) });
      report(`Starting ${[...this.#services, this.#gateway].map(({ name }) => name).join(', ')} …`);
      await Promise.all(this.#services.map(({ ready }) => ready));
      await this.#announce(await this.#gateway.ready, candidateId);
    } catch (error) {
      await this.#fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    // From the outside in: the gateway asks nobody any more when the services end.
    await this.#gateway?.stop();
    await Promise.all(this.#services.map((service) => service.stop()));
    await Promise.all(this.#balancers.map((balancer) => balancer.stop()));
  }

  kill(): void {
    this.#gateway?.kill();
    for (const service of this.#services) service.kill();
  }

  /** @returns the variables that tell gateway and services where each service is */
  async #startServices(): Promise<Readonly<Record<string, string>>> {
    const { replicas } = this.#config;
    const free = await freePorts(SERVICE_NAMES.length * replicas);
    const places = SERVICE_NAMES.map((service, index) => ({
      service,
      ports: free.slice(index * replicas, (index + 1) * replicas),
    }));
    const urls = Object.fromEntries(
      await Promise.all(
        places.map(async ({ service, ports }) => [`${service.toUpperCase()}_URL`, await this.#addressBefore(ports)]),
      ),
    ) as Record<string, string>;
    for (const { service, ports } of places) {
      ports.forEach((port, index) => this.#services.push(this.#startReplica(service, index, port, urls)));
    }
    return urls;
  }

  /** @returns the one GraphQL endpoint of all replicas of a service */
  async #addressBefore(ports: readonly number[]): Promise<string> {
    const [first = '', ...others] = ports.map((port) => `http://127.0.0.1:${port}`);
    if (others.length === 0) return `${first}/graphql`;
    const balancer = await startBalancer([first, ...others]);
    this.#balancers.push(balancer);
    return `${balancer.origin}/graphql`;
  }

  #startReplica(service: ServiceName, index: number, port: number, urls: Readonly<Record<string, string>>): Member {
    const name = this.#config.replicas === 1 ? service : `${service}-${index + 1}`;
    const address = { HOST: '127.0.0.1', PORT: String(port) };
    return this.#start(name, `services/${service}/src/main.ts`, { ...urls, ...address });
  }

  #start(name: string, entry: string, variables: Readonly<Record<string, string>>): Member {
    return startMember({
      name,
      root: ROOT,
      entry,
      environment: { ...this.#config.shared, ...variables },
      report: this.#options.report,
      onHopeless: (error) => void this.#fail(error),
    });
  }

  async #fail(error: Error): Promise<void> {
    if (this.#isStopping) return;
    await this.stop();
    this.#options.onFailure(error);
  }

  async #announce(url: string, candidateId: string | null): Promise<void> {
    const { identityProvider, dataDirectory, tenants } = this.#config.platform;
    const [tenant] = tenants;
    if (this.#options.isTerminal && tenant !== undefined) {
      const { NODE_ENV: nodeEnvironment } = this.#options.environment;
      const parts = { dataDirectory, nodeEnvironment, clock: systemClock };
      const issuer = identityProvider === null ? openDevelopmentIssuer(parts) : null;
      const { origin } = new URL(url);
      this.#options.print(await bannerText({ origin, tenant, issuer, dataDirectory: null, candidateId }));
    }
    if (!this.#isStopping) this.#options.print(`ready ${url}`);
  }
}
