import { afterEach, describe, expect, it } from '@jest/globals';
import { ANONYMOUS, silentLogger, systemClock } from '@hiregraph/kernel';
import { Registry } from 'prom-client';
import { request } from 'undici';
import { createGateway, type GatewayServer } from '../../src/index.ts';
import { createFakeSubgraph } from './fake-subgraph.ts';
import { composeShop, SHOP } from './shop/shop.ts';

const started: GatewayServer[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((gateway) => gateway.stop()));
});

async function start(executor?: 'compiled' | 'stock'): Promise<GatewayServer> {
  const transports = SHOP.map(createFakeSubgraph).map(
    (subgraph) =>
      [
        subgraph.name,
        {
          fetch: async ({
            query,
            variables = {},
          }: {
            query: string;
            variables?: Readonly<Record<string, unknown>> | undefined;
          }) => {
            if (subgraph.name === 'reviews') throw new Error('connect ECONNREFUSED http://10.0.0.1');
            return subgraph.execute({ query, variables, failing: subgraph.name === 'people' ? 'seed' : null });
          },
          close: () => Promise.resolve(),
        },
      ] as const,
  );
  const gateway = createGateway({
    supergraph: composeShop(),
    transports: Object.fromEntries(transports),
    verifier: { verify: () => Promise.resolve(ANONYMOUS) },
    clock: systemClock,
    logger: silentLogger,
    metrics: new Registry(),
    ready: () => Promise.resolve({ ready: true }),
    host: '127.0.0.1',
    port: 0,
    playground: null,
    events: null,
    ...(executor === undefined ? {} : { executor }),
  });
  started.push(gateway);
  await gateway.start();
  return gateway;
}

async function ask({ origin }: GatewayServer, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await request(`${origin}/graphql`, { method: 'POST', body: JSON.stringify({ query }), headers });
  return { status: response.statusCode, body: await response.body.json() };
}

const QUERIES = [
  '{ authors { name email reviews { stars } books { title home { city } } } }',
  '{ items { __typename ... on Media { title rating } ... on Author { email rank } } }',
  'mutation { rename(id: "Author-1", name: "x") { name profile { url } } ping: restock(id: "1", count: 1) { book { title } } }',
  'query ($isbn: ID!) { book(isbn: $isbn) { title } }',
];

describe('what a gateway serves', () => {
  it('is the same from either executor, byte for byte, errors included', async () => {
    const [compiled, stock] = await Promise.all([start(), start('stock')]);
    for (const query of QUERIES) {
      const expected = await ask(stock, query);
      expect(await ask(compiled, query)).toEqual(expected);
      expect(JSON.stringify(await ask(compiled, query))).toBe(JSON.stringify(expected));
    }
    const metrics = await (await request(`${compiled.origin}/metrics`)).body.text();
    expect(metrics).toMatch(/executions_total\{path="stock",reason="first-sight"\} 5/u);
    expect(metrics).toMatch(/executions_total\{path="compiled",reason=""\} 3/u);
    const forced = await (await request(`${stock.origin}/metrics`)).body.text();
    expect(forced).toMatch(/executions_total\{path="stock",reason="forced"\} 4/u);
    expect(forced).not.toContain('path="compiled"');
  });
});
