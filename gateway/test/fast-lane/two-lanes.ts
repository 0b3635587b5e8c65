import { createManualClock, type ManualClock, silentLogger, type Tenant } from '@hiregraph/kernel';
import { Registry } from 'prom-client';
import { request } from 'undici';
import {
  createDevelopmentIssuer,
  createGateway,
  createTokenVerifier,
  DEVELOPMENT_ALGORITHM,
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  type DevelopmentIssuer,
  type GatewayServer,
  type SubgraphTransport,
} from '../../src/index.ts';
import { composeShop } from '../plan-executor/shop/shop.ts';

/** A request over HTTP as a client may make it. */
export interface RawRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Behind the path. */
  readonly search?: string;
  /** Sent as it is where it is a text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** All of an answer that a client could tell apart, and which way it came. */
export interface Exchange {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Two gateways before the same subgraphs: one with both lanes, one that sends everything through Apollo Server. */
export interface TwoLanes {
  readonly issuer: DevelopmentIssuer;
  readonly clock: ManualClock;
  /** The same request to both. `lane` is the first one's: fast, or why not. */
  ask(asked: RawRequest): Promise<{ readonly both: Exchange; readonly ordinary: Exchange; readonly lane: string }>;
  metrics(of: 'both' | 'ordinary', name: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

export interface TwoLanesOptions {
  readonly transports: Readonly<Record<string, SubgraphTransport>>;
  readonly maxCost?: number;
  readonly persistedOperations?: ReadonlyMap<string, string>;
}

const TENANT: Tenant = { id: 'ten_1', slug: 'acme', name: 'Acme' };

export async function startTwoLanes(options: TwoLanesOptions): Promise<TwoLanes> {
  const clock = createManualClock('2026-01-01T00:00:00.000Z');
  const issuer = createDevelopmentIssuer(new Uint8Array(32).fill(7), clock);
  const registries = { both: new Registry(), ordinary: new Registry() };
  const start = async (lanes: 'both' | 'ordinary'): Promise<GatewayServer> => {
    const gateway = createGateway({
      ...options,
      supergraph: composeShop(),
      verifier: createTokenVerifier({
        key: issuer.key,
        issuer: DEVELOPMENT_ISSUER,
        audience: DEVELOPMENT_AUDIENCE,
        algorithms: [DEVELOPMENT_ALGORITHM],
        findTenant: (name) => (name === TENANT.slug ? TENANT : null),
        clock,
      }),
      clock,
      logger: silentLogger,
      metrics: registries[lanes],
      ready: () => Promise.resolve({ ready: true }),
      host: '127.0.0.1',
      port: 0,
      playground: null,
      events: null,
      lanes,
    });
    await gateway.start();
    return gateway;
  };
  const gateways = { both: await start('both'), ordinary: await start('ordinary') };
  const metrics = async (of: 'both' | 'ordinary', name: string): Promise<readonly string[]> => {
    const metric = await registries[of].getSingleMetric(name)?.get();
    const values = (metric?.values ?? []) as { metricName?: string; value: number; labels: object }[];
    // Times differ; how many there were does not.
    return values
      .filter(({ metricName = name }) => metricName === name || metricName.endsWith('_count'))
      .map(({ labels, value }) => `${JSON.stringify(labels)} ${value}`)
      .sort();
  };
  const laneCounts = async (): Promise<ReadonlyMap<string, number>> => {
    const metric = await registries.both.getSingleMetric('hiregraph_gateway_lanes_total')?.get();
    return new Map(
      metric?.values.map(({ labels, value }) => [String(labels['lane'] === 'fast' ? 'fast' : labels['reason']), value]),
    );
  };
  return {
    issuer,
    clock,
    metrics,
    ask: async (asked) => {
      const before = await laneCounts();
      const both = await exchange(gateways.both, asked);
      const after = await laneCounts();
      const lane = [...after].find(([name, count]) => count !== before.get(name))?.[0] ?? 'none';
      return { both, ordinary: await exchange(gateways.ordinary, asked), lane };
    },
    stop: async () => {
      await Promise.all([gateways.both.stop(), gateways.ordinary.stop()]);
    },
  };
}

/** Of the connection and not of the answer. */
const PASSING = new Set(['date', 'keep-alive', 'connection']);

async function exchange({ origin }: GatewayServer, asked: RawRequest): Promise<Exchange> {
  const { method = 'POST', search = '', body, headers } = asked;
  const response = await request(`${origin}/graphql${search}`, {
    method,
    headers: { ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.statusCode,
    headers: Object.fromEntries(Object.entries(response.headers).filter(([name]) => !PASSING.has(name))),
    text: await response.body.text(),
  };
}
