import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { outageFaults, outageText } from '../src/outage/outage-report.ts';
import { createOutageClient } from '../src/outage/outage-client.ts';
import { prepareOutage } from '../src/outage/outage-scene.ts';
import { startPlatformOnServers } from '../src/outage/platform-on-servers.ts';
import { runOutage } from '../src/outage/run-outage.ts';
import { startKafka } from '../src/servers/kafka-server.ts';
import { freePort } from '../src/servers/local-server.ts';
import { startMongodbCompatible } from '../src/servers/mongodb-compatible-server.ts';
import { repositoryRoot } from '../src/workspace/repository-root.ts';

const quiet = (): void => undefined;

/** The suite's time limit bounds a hang. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

// These suites kill and start servers of their own; the variable says that some can be had here.
if (process.env.REQUIRE_SERVERS !== '1') {
  describe('the platform while the broker is away', () => {
    it('is only tested where REQUIRE_SERVERS=1 says that servers can be started', () => {
      process.stdout.write('REQUIRE_SERVERS is not set: no broker was killed. `npm run with-servers` sets it.\n');
    });
  });
} else {
  describe('the platform while the broker is away', () => {
    it('goes on answering mutations, answers hires PENDING, and sends everything once it is back', async () => {
      const report = await runOutage({ seconds: 8, rate: 5, progress: quiet });
      console.log(outageText(report));
      expect(outageFaults(report)).toEqual([]);
      expect(report.figures.down.hires.get('PENDING')).toBeGreaterThan(0);
      expect(report.oldest).toBeGreaterThan(0);
    }, 400_000);

    it('starts and serves without it, and sends everything once it is there', async () => {
      const directory = mkdtempSync(join(tmpdir(), 'hiregraph-without-broker-'));
      const cacheDirectory = join(repositoryRoot, '.cache', 'servers');
      const port = await freePort();
      const stops: (() => Promise<void>)[] = [];
      try {
        const places = { cacheDirectory, progress: quiet };
        const store = await startMongodbCompatible({ ...places, dataDirectory: join(directory, 'mongodb') });
        stops.push(() => store.stop());
        const platform = await startPlatformOnServers({
          mongodbUrl: store.address,
          kafkaBrokers: `127.0.0.1:${port}`,
          dataDirectory: join(directory, 'platform'),
        });
        stops.push(() => platform.stop());
        // The store's probe may be late on a busy machine; the broker's absence would last.
        await until(async () => (await fetch(`${platform.origin}/health/ready`)).status === 200);
        const client = createOutageClient(platform.origin, await platform.token('RECRUITER'));
        await prepareOutage(client, 2, 1);
        expect(await client.highest('hiregraph_outbox_oldest_seconds')).toBeGreaterThan(0);
        const broker = await startKafka({ ...places, dataDirectory: join(directory, 'kafka'), port });
        stops.push(() => broker.stop());
        await until(async () => (await client.highest('hiregraph_outbox_oldest_seconds')) === 0);
        // The consumers came too, and have taken in everything.
        await until(async () => (await client.highest('hiregraph_consumer_lag{')) === 0);
      } finally {
        for (const stop of stops.reverse()) await stop();
        rmSync(directory, { recursive: true, force: true });
      }
    }, 400_000);
  });
}
