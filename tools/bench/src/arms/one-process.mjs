/** Our whole platform in one process on the embedded engines, everything on. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { answer, ready, task } from '../process/child.mjs';
import { openPlatform } from '../servers/open-platform.mjs';

const { installation, name } = task;
const dataDirectory = join(installation.dataDirectory, name);
for (const part of ['store', 'bus']) {
  cpSync(join(installation.dataDirectory, part), join(dataDirectory, part), { recursive: true });
}
const platform = await openPlatform({ ...installation, dataDirectory }, { port: 0 });
answer({ metrics: () => platform.metrics.metrics() });
ready({ url: `${platform.gateway.origin}/graphql` });
