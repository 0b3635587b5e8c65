/** The whole platform in this process, on the embedded engines, with everything on. */
import { join } from 'node:path';
import { createEmbeddedBus } from '@hiregraph/messaging';
import { createEmbeddedEngine } from '@hiregraph/storage';
import { clock, logger, verifierOf } from './product.mjs';

/** The platform is an application and exports nothing; the bench is one of its two callers. */
const { createPlatform } = await import('../../../../platform/dist/create-platform.js');

export async function openPlatform(installation, { port }) {
  const directory = join(installation.dataDirectory, 'store');
  const engine = (name) => createEmbeddedEngine({ directory, name, clock, logger });
  const platform = createPlatform({
    engines: { job: engine('job'), candidate: engine('candidate'), evaluation: engine('evaluation') },
    bus: createEmbeddedBus({ directory: join(installation.dataDirectory, 'bus'), clock, logger }),
    tenants: [installation.tenant],
    verifier: verifierOf(installation),
    clock,
    logger,
    cursorSecret: installation.cursorSecret,
    host: '127.0.0.1',
    port,
    playground: null,
  });
  await platform.start();
  return platform;
}
