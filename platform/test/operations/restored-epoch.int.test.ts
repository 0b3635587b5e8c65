import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JOB_TOPIC } from '@hiregraph/contracts';
import { type Caller, createDeadline, systemClock } from '@hiregraph/kernel';
import { SAMPLE_TENANT } from '../../src/config.ts';
import { type Platform, SERVICE_NAMES } from '../../src/create-platform.ts';
import { restoreBackup } from '../../src/operations/restore.ts';
import { saveBackup } from '../../src/operations/backup.ts';
import { rebuild } from '../../src/operations/rebuild.ts';
import { waitFor } from '../support/wait-for.ts';
import { createStoredPlatform, type StoredPlatform } from './stored-platform.ts';

const ADMIN: Caller = { kind: 'user', tenantId: SAMPLE_TENANT.id, userId: 'usr_admin', roles: ['ADMIN'], name: null };

async function createJob({ services }: Platform, title: string): Promise<string> {
  const { data } = await services.job.subgraph.execute({
    query: 'mutation ($title: String!) { createJob(input: { title: $title }) { job { id } } }',
    variables: { title },
    caller: ADMIN,
    deadline: createDeadline(systemClock, 10_000),
    trace: { correlationId: title, causationId: title },
  });
  return (data as { createJob: { job: { id: string } } }).createJob.job.id;
}

/** Whether candidate knows of the job from its events. */
async function isKnown({ services }: Platform, jobId: string): Promise<boolean> {
  for await (const { _id } of services.candidate.storage.systemScope('export').collection('jobs').all())
    if (_id === jobId) return true;
  return false;
}

const whenTakenIn = (platform: Platform): Promise<unknown> =>
  waitFor('every consumer of jobs to have caught up', async () => {
    await platform.whenRelayed();
    const groups = SERVICE_NAMES.flatMap((name) => platform.services[name].consumers);
    const lags = await Promise.all(groups.map(({ group, topics }) => platform.bus.lag(group, topics)));
    return lags.flatMap((lag) => Object.values(lag)).every((records) => records === 0);
  });

describe('the consumers of a store that was restored', () => {
  let stored: StoredPlatform;
  let backup: string;

  beforeEach(() => {
    stored = createStoredPlatform();
    backup = mkdtempSync(join(tmpdir(), 'hiregraph-epoch-'));
  });
  afterEach(() => {
    stored.remove();
    rmSync(backup, { recursive: true, force: true });
  });

  it('take in nothing of its new life until their projections were rebuilt, and all of it then', async () => {
    await stored.live(async (platform) => {
      await createJob(platform, 'Welder');
      await whenTakenIn(platform);
    });
    // As after MongoDB's own tools put the stores back.
    expect((await stored.run(restoreBackup, '--raise-epoch')).code).toBe(0);
    let jobId = '';
    await stored.live(async (platform) => {
      jobId = await createJob(platform, 'Fitter');
      await platform.whenRelayed();
      await waitFor('the event to be refused', async () =>
        /^hiregraph_consumer_retries_total\{.*group="candidate\.jobs"\} [1-9]/mu.test(await platform.metrics.metrics()),
      );
      expect(await isKnown(platform, jobId)).toBe(false);
      const lag = Object.values(await platform.bus.lag('candidate.jobs', [JOB_TOPIC]));
      expect(lag.reduce((sum, records) => sum + records, 0)).toBeGreaterThan(0);
    });
    for (const service of SERVICE_NAMES) await stored.run(rebuild, '--service', service, '--write');
    await stored.live(async (platform) => {
      await whenTakenIn(platform);
      expect(await isKnown(platform, jobId)).toBe(true);
    });
  });

  it('go on at once where events and positions were restored with the stores', async () => {
    await stored.live(async (platform) => {
      await createJob(platform, 'Welder');
      await whenTakenIn(platform);
    });
    expect((await stored.run(saveBackup, '--to', backup)).code).toBe(0);
    expect((await stored.run(restoreBackup, '--from', backup, '--replace')).code).toBe(0);
    await stored.live(async (platform) => {
      const jobId = await createJob(platform, 'Fitter');
      await whenTakenIn(platform);
      expect(await isKnown(platform, jobId)).toBe(true);
    });
  });
});
