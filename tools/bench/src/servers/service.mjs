/**
 * One service as a process of its own on the embedded engines, which the product refuses: its events would reach nobody.
 * Here that does no harm, since all that is to be known was told before.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createCursorCodec } from '@hiregraph/kernel';
import { createEmbeddedBus } from '@hiregraph/messaging';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import {
  createHttpOwnerClient,
  createInternalIdentity,
  createMessagingMetrics,
  createServiceHost,
  createSubgraphServer,
  createTenantDirectory,
} from '@hiregraph/subgraph';
import { TOPICS } from '@hiregraph/contracts';
import { Registry } from 'prom-client';
import { answer, ready, task } from '../process/child.mjs';
import { clock, logger } from './product.mjs';

const { name, installation, port, urls } = task;
const createService = (await import(`../../../../services/${name}/dist/index.js`))[
  `create${name.charAt(0).toUpperCase()}${name.slice(1)}Service`
];
const own = join(installation.dataDirectory, `service-${name}`);
cpSync(join(installation.dataDirectory, 'store'), join(own, 'store'), { recursive: true });
const bus = createEmbeddedBus({ directory: join(own, 'bus'), clock, logger });
const identity = createInternalIdentity(installation.internalSecret);
const metrics = new Registry();
const storage = openStorage({
  engine: createEmbeddedEngine({ directory: join(own, 'store'), name, clock, logger }),
  service: name,
  clock,
  logger,
});
const service = createService({
  storage,
  environment: {
    clock,
    logger,
    cursors: createCursorCodec(installation.cursorSecret),
    tenants: createTenantDirectory([installation.tenant]),
    owners: createHttpOwnerClient(urls, identity),
  },
});
const server = createSubgraphServer({
  subgraph: service.subgraph,
  identity,
  clock,
  logger,
  metrics,
  ready: () => Promise.resolve({ ready: true }),
  host: '127.0.0.1',
  port,
});
await bus.start();
await bus.ensureTopics(TOPICS.map((topic) => ({ name: topic, partitions: 1 })));
await createServiceHost({ service, bus, clock, logger, metrics: createMessagingMetrics(metrics) }).start();
await server.start();
answer();
ready({ url: server.url });
