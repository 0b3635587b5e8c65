import { createServer } from 'node:net';
import type { SubgraphUrls } from '../arms.ts';
import type { Installation } from '../company.ts';
import { type BenchProcess, type Core, startProcess } from '../process/pinned-process.ts';

const NAMES = ['job', 'candidate', 'evaluation'] as const;

export interface RealSubgraphs {
  readonly urls: SubgraphUrls;
  readonly processes: readonly BenchProcess<unknown>[];
  stop(): Promise<void>;
}

/** Our three services, each a process of its own on a copy of the company's data. */
export async function startSubgraphs(installation: Installation, core: Core): Promise<RealSubgraphs> {
  // They ask each other, so each has to know where the others will be before any of them is there.
  const ports = await Promise.all(NAMES.map(freePort));
  const urls = Object.fromEntries(NAMES.map((name, at) => [name, `http://127.0.0.1:${ports[at]}/graphql`]));
  const processes = await Promise.all(
    NAMES.map((name, at) =>
      startProcess({
        name: `service-${name}`,
        script: 'servers/service.mjs',
        core,
        isService: true,
        task: { name, installation, urls, port: ports[at] },
      }),
    ),
  );
  return {
    urls,
    processes,
    stop: async () => {
      await Promise.all(processes.map((process) => process.stop()));
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
