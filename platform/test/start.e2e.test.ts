import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDevelopmentIssuer } from '@hiregraph/gateway';
import { systemClock } from '@hiregraph/kernel';
import { type Client, createClient } from './support/graphql-client.ts';
import { killPlatformProcesses, startPlatformProcess } from './support/platform-process.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'hiregraph-start-'));
});

afterAll(() => {
  killPlatformProcesses();
  rmSync(root, { recursive: true, force: true });
});

async function recruiterAt(origin: string, dataDirectory: string): Promise<Client> {
  const issuer = openDevelopmentIssuer({ dataDirectory, nodeEnvironment: undefined, clock: systemClock });
  const token = await issuer.issue({ tenant: 'larkfield', role: 'RECRUITER', subject: 'rita' });
  return createClient(origin, '', { authorization: `Bearer ${token}` });
}

describe('starting the platform', () => {
  it('says in a sentence what is wrong with variables and options, and ends with 1', async () => {
    const dataDirectory = join(root, 'variables');
    const start = startPlatformProcess({ dataDirectory, environment: { PORT: 'eighty', KAFKA_BROKERS: 'a:1' } });
    await expect(start).rejects.toThrow(/ended with 1:\nPORT \(it is "eighty"\): must be a port/u);
    const option = startPlatformProcess({ dataDirectory, flags: ['--frehs'] });
    await expect(option).rejects.toThrow(/ended with 1:\n--frehs: there is no such option/u);
  }, 60_000);

  it('says so when the data folder cannot be used', async () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    const start = startPlatformProcess({ dataDirectory: join(file, 'below') });
    await expect(start).rejects.toThrow(
      /ended with 1:\nDATA_DIR: .* cannot be written to .*set DATA_DIR to another folder/u,
    );
  }, 60_000);

  it('says so when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const start = startPlatformProcess({ dataDirectory: join(root, 'port'), environment: { PORT: String(port) } });
    await expect(start).rejects.toThrow(new RegExp(`ended with 1:\\nPort ${port} is taken`, 'u'));
    other.close();
  }, 60_000);

  it('refuses a second instance on the same data, leaves no process at Ctrl-C, and finds everything again', async () => {
    const dataDirectory = join(root, 'data');
    const first = await startPlatformProcess({ dataDirectory, throughNpm: true });
    const client = await recruiterAt(first.origin, dataDirectory);
    const { createJob } = await client.ask<{ createJob: { job: { id: string } } }>(
      'mutation { createJob(input: { title: "Glazier" }) { job { id } userErrors { message } } }',
    );
    for (const flags of [['--empty'], ['--empty', '--fresh']]) {
      const second = startPlatformProcess({ dataDirectory, flags });
      await expect(second).rejects.toThrow(
        /ended with 1:\nThe data directory .* is in use by the process \d+\. Stop that one first/u,
      );
    }
    expect(await first.end('SIGINT', 'group')).toEqual({ code: 0, signal: null });
    const again = await startPlatformProcess({ dataDirectory });
    const { job } = await (await recruiterAt(again.origin, dataDirectory)).ask<{ job: { title: string } }>(
      'query ($id: ID!) { job(id: $id) { title } }',
      { id: createJob.job.id },
    );
    expect(job.title).toBe('Glazier');
    expect(await again.end('SIGTERM')).toEqual({ code: 0, signal: null });
  }, 120_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves no process when npm alone gets a %s',
    async (signal) => {
      const running = await startPlatformProcess({ dataDirectory: join(root, signal), throughNpm: true });
      await running.end(signal);
      await expect(fetch(`${running.origin}/health/live`)).rejects.toThrow('fetch failed');
    },
    120_000,
  );
});
