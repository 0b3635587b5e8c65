import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeServices } from '@apollo/composition';
import { type EventEnvelope, createManualClock, silentLogger, systemClock, type Tenant } from '@hiregraph/kernel';
import { createSubgraph, sharedTypeDefs, type Subgraph } from '@hiregraph/subgraph';
import { parse } from 'graphql';
import { Registry } from 'prom-client';
import { request } from 'undici';
import {
  createDevelopmentIssuer,
  createGateway,
  createInProcessTransport,
  createTokenVerifier,
  DEVELOPMENT_ALGORITHM,
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  type DevelopmentToken,
  type EventStreamSource,
  type GatewayServer,
  type SubgraphTransport,
} from '../src/index.ts';

const JOBS = /* GraphQL */ `
  type Query { job: Job, whoAmI: String }
  type Job @key(fields: "id") { id: ID!, title: String! }
`;
const CANDIDATES = /* GraphQL */ `
  type Query { candidates(first: Int): People, broken: String }
  type People { nodes: [Person!]!, totalCount: Int! }
  type Person { name: String, friends(first: Int): People }
  type Job @key(fields: "id") { id: ID!, applications: Int }
`;
const TENANT: Tenant = { id: 'ten_1', slug: 'acme', name: 'Acme' };

function subgraphs(): { job: Subgraph; candidate: Subgraph } {
  const common = { logger: silentLogger, createContext: <T>(context: T): T => context };
  return {
    job: createSubgraph({
      ...common,
      name: 'job',
      typeDefs: JOBS,
      resolvers: {
        Query: {
          job: () => ({ id: '1', title: 'Welder' }),
          whoAmI: (_: unknown, __: unknown, { caller }: { caller: unknown }) => JSON.stringify(caller),
        },
      },
    }),
    candidate: createSubgraph({
      ...common,
      name: 'candidate',
      typeDefs: CANDIDATES,
      resolvers: {
        Query: {
          candidates: () => ({ nodes: [{ name: 'Ada' }], totalCount: 1 }),
          broken: () => {
            throw new Error('see http://10.0.0.1:4002/graphql');
          },
        },
        Job: { __resolveReference: ({ id }: { id: string }) => ({ id, applications: 3 }) },
      },
    }),
  };
}

function compose(): string {
  const services = [
    { name: 'job', typeDefs: JOBS, url: 'http://127.0.0.1:1/graphql' },
    { name: 'candidate', typeDefs: CANDIDATES, url: 'http://127.0.0.1:2/graphql' },
  ];
  const { supergraphSdl, errors } = composeServices(
    services.map((service) => ({ ...service, typeDefs: parse(`${sharedTypeDefs}\n${service.typeDefs}`) })),
  );
  if (supergraphSdl === undefined) throw new Error(String(errors));
  return supergraphSdl;
}

const issuer = createDevelopmentIssuer(new Uint8Array(32).fill(7), systemClock);
let gateway: GatewayServer;

async function start(
  change: { candidate?: SubgraphTransport; events?: EventStreamSource; maxCost?: number } = {},
): Promise<void> {
  const { job, candidate } = subgraphs();
  gateway = createGateway({
    supergraph: compose(),
    transports: {
      job: createInProcessTransport(job),
      candidate: change.candidate ?? createInProcessTransport(candidate),
    },
    verifier: createTokenVerifier({
      key: issuer.key,
      issuer: DEVELOPMENT_ISSUER,
      audience: DEVELOPMENT_AUDIENCE,
      algorithms: [DEVELOPMENT_ALGORITHM],
      findTenant: (name) => (name === TENANT.slug || name === TENANT.id ? TENANT : null),
      clock: systemClock,
    }),
    clock: systemClock,
    logger: silentLogger,
    metrics: new Registry(),
    ready: () => Promise.resolve({ ready: true }),
    host: '127.0.0.1',
    port: 0,
    playground: { title: 'Test', defaultQuery: '{ job { title } }' },
    events: change.events ?? null,
    ...(change.maxCost === undefined ? {} : { maxCost: change.maxCost }),
  });
  await gateway.start();
}

interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[];
}

async function ask(query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await request(`${gateway.origin}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query }),
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.statusCode, ...((await response.body.json()) as object) };
}

async function bearer(token: DevelopmentToken): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await issuer.issue(token)}` };
}

afterEach(async () => {
  await gateway.stop();
});

describe('the gateway', () => {
  beforeEach(() => start());

  it('joins fields of several subgraphs', async () => {
    expect(await ask('{ job { title applications } }')).toEqual({
      status: 200,
      data: { job: { title: 'Welder', applications: 3 } },
    });
  });

  it('tells subgraphs who asks by the token alone, whatever headers say', async () => {
    const forged = { 'x-hiregraph-identity': 'forged', 'x-user-id': 'usr_1', 'x-roles': 'ADMIN' };
    const anonymous = await ask('{ whoAmI }', forged);
    expect(JSON.parse(String(anonymous.data?.whoAmI))).toEqual({ kind: 'anonymous' });
    const headers = await bearer({ tenant: 'acme', role: 'RECRUITER', subject: 'rita', name: 'Rita' });
    const known = await ask('{ whoAmI }', { ...forged, ...headers });
    expect(JSON.parse(String(known.data?.whoAmI))).toEqual({
      kind: 'user',
      tenantId: 'ten_1',
      userId: expect.stringMatching(/^usr_[0-9a-z]{26}$/u),
      roles: ['RECRUITER'],
      name: 'Rita',
    });
  });

  it('answers 401 and why for a token that is malformed, expired, of nobody known or for a strange tenant', async () => {
    const past = createDevelopmentIssuer(new Uint8Array(32).fill(7), createManualClock('2020-01-01T00:00:00.000Z'));
    const stranger = createDevelopmentIssuer(new Uint8Array(32).fill(8), systemClock);
    const token: DevelopmentToken = { tenant: 'acme', role: 'ADMIN', subject: 'ada' };
    const cases: readonly (readonly [string, RegExp])[] = [
      ['Basic YTpi', /must read "Bearer/u],
      ['Bearer not.a.token', /malformed/u],
      [`Bearer ${await past.issue(token)}`, /expired/u],
      [`Bearer ${await stranger.issue(token)}`, /does not trust/u],
      [`Bearer ${await issuer.issue({ ...token, tenant: 'other' })}`, /tenant that is not known/u],
      [`Bearer ${await issuer.issue({ ...token, role: 'CANDIDATE' })}`, /claim `candidate`/u],
    ];
    for (const [authorization, message] of cases) {
      const answer = await ask('{ whoAmI }', { authorization });
      expect(answer.status).toBe(401);
      expect(answer.errors?.[0]).toMatchObject({
        message: expect.stringMatching(message),
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
  });

  it('masks addresses and hides what a defect says', async () => {
    const answer = await ask('{ broken }');
    expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL_ERROR');
    expect(JSON.stringify(answer)).not.toMatch(/10\.0\.0\.1|serviceName|stacktrace/u);
  });

  it('serves a playground that loads nothing from elsewhere', async () => {
    const response = await request(`${gateway.origin}/`);
    const page = await response.body.text();
    expect(page).toContain('graphiql');
    expect(page).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/u);
    expect(response.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('answers JSON for what is not there and for a body that is no JSON', async () => {
    const missing = await request(`${gateway.origin}/nothing`);
    expect(missing.statusCode).toBe(404);
    expect(await missing.body.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    const headers = { 'content-type': 'application/json' };
    const broken = await request(`${gateway.origin}/graphql`, { method: 'POST', body: '{', headers });
    expect(broken.statusCode).toBe(400);
    expect(await broken.body.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it('gives metrics and health', async () => {
    await ask('{ job { title } }');
    const metrics = await (await request(`${gateway.origin}/metrics`)).body.text();
    expect(metrics).toMatch(/hiregraph_gateway_operation_seconds_count\{type="query",outcome="ok"\} 1/u);
    expect(metrics).toMatch(/hiregraph_gateway_fetch_seconds_count\{subgraph="job",outcome="ok"\} 1/u);
    const ready = await request(`${gateway.origin}/health/ready`);
    expect(await ready.body.json()).toEqual({ status: 'ready' });
  });
});

describe('limits of the gateway', () => {
  it('refuses an operation that would cost too much, before anything of it runs', async () => {
    await start({ maxCost: 500 });
    const dear = await ask('{ candidates(first: 100) { nodes { friends(first: 100) { nodes { name } } } } }');
    expect(dear.status).toBe(400);
    expect(dear.errors?.[0]?.extensions).toMatchObject({ code: 'OPERATION_LIMIT', maxCost: 500 });
    const cheap = await ask('{ candidates(first: 10) { nodes { name } totalCount } }');
    expect(cheap.errors).toBeUndefined();
  });
});

describe('a subgraph that is gone', () => {
  it('costs its own fields only, and is not asked again while its breaker is open', async () => {
    let calls = 0;
    const gone: SubgraphTransport = {
      fetch: () => {
        calls += 1;
        return Promise.reject(new Error('connect ECONNREFUSED http://127.0.0.1:2'));
      },
      close: () => Promise.resolve(),
    };
    await start({ candidate: gone });
    for (let index = 0; index < 8; index++) {
      const answer = await ask('{ job { title applications } }');
      expect(answer.data).toEqual({ job: { title: 'Welder', applications: null } });
      expect(answer.errors?.[0]?.extensions).toEqual({ code: 'SUBGRAPH_UNAVAILABLE' });
    }
    expect(calls).toBe(5);
  });
});

describe('the event stream', () => {
  const event: EventEnvelope = {
    specversion: '1.0',
    id: 'app_1:1',
    source: '/hiregraph/candidate/1',
    type: 'com.hiregraph.application.submitted.v1',
    subject: 'app_1',
    time: '2026-01-31T09:30:00.000Z',
    datacontenttype: 'application/json',
    tenantid: 'ten_1',
    sequence: 1,
    correlationid: 'c',
    causationid: 'c',
    data: {},
  };

  it('is for ANALYST and ADMIN, and speaks server-sent events', async () => {
    const asked: unknown[] = [];
    await start({
      events: {
        open: ({ signal: _signal, ...rest }) => {
          asked.push(rest);
          return Promise.resolve(
            (async function* () {
              await Promise.resolve();
              yield { cursor: 'c1', event };
            })(),
          );
        },
      },
    });
    expect((await request(`${gateway.origin}/events`)).statusCode).toBe(401);
    const recruiter = await bearer({ tenant: 'acme', role: 'RECRUITER', subject: 'rita' });
    expect((await request(`${gateway.origin}/events`, { headers: recruiter })).statusCode).toBe(403);
    const headers = { ...(await bearer({ tenant: 'acme', role: 'ANALYST', subject: 'ana' })), 'last-event-id': 'c0' };
    const response = await request(`${gateway.origin}/events?type=a&type=b&topic=t`, { headers });
    expect(response.headers['content-type']).toContain('text/event-stream');
    const text = await response.body.text();
    expect(text).toContain(`id: c1\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
    expect(asked).toEqual([{ tenantId: 'ten_1', after: 'c0', topics: ['t'], types: ['a', 'b'] }]);
  });
});
