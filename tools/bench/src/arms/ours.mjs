/** Our gateway as it runs in production, everything on: token, limits, cost, metrics, breaker, signed identity. */
import { createGateway, createHttpTransport, loadSupergraph } from '@hiregraph/gateway';
import { createInternalIdentity } from '@hiregraph/subgraph';
import { Registry } from 'prom-client';
import { answer, ready, task } from '../process/child.mjs';
import { clock, logger, verifierOf } from '../servers/product.mjs';

const identity = createInternalIdentity(task.installation.internalSecret);
const transports = Object.fromEntries(
  Object.entries(task.subgraphUrls).map(([subgraph, url]) => [
    subgraph,
    createHttpTransport({ url, subgraph, identity }),
  ]),
);
const metrics = new Registry();
const gateway = createGateway({
  supergraph: loadSupergraph(),
  transports,
  verifier: verifierOf(task.installation),
  clock,
  logger,
  metrics,
  ready: () => Promise.resolve({ ready: true }),
  host: '127.0.0.1',
  port: 0,
  playground: null,
  events: null,
});
await gateway.start();
answer({ metrics: () => metrics.metrics() });
ready({ url: `${gateway.origin}/graphql` });
