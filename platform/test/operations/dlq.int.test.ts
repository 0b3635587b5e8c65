import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { REFERENCE_TOPIC, referenceEvents } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import { SAMPLE_TENANT } from '../../src/config.ts';
import type { Platform } from '../../src/create-platform.ts';
import { dlq } from '../../src/operations/dlq.ts';
import { waitFor } from '../support/wait-for.ts';
import { createStoredPlatform, type StoredPlatform } from './stored-platform.ts';

const GROUP = 'candidate.references';
const KEY = 'rsn_lost';

/** The events of a rejection reason: created with the first, retired with the second. */
function reasonEvent(sequence: 1 | 2, key = KEY): EventEnvelope {
  const types = { 1: referenceEvents['rejection-reason-created'], 2: referenceEvents['rejection-reason-retired'] };
  return {
    specversion: '1.0',
    id: `${key}:${sequence}`,
    source: '/hiregraph/job/1',
    type: types[sequence].type,
    subject: key,
    time: '2026-03-02T09:00:00.000Z',
    datacontenttype: 'application/json',
    tenantid: SAMPLE_TENANT.id,
    sequence,
    correlationid: 'cor_1',
    causationid: 'cor_1',
    data: { reasonId: key, side: 'COMPANY' },
  };
}

async function deliver(platform: Platform, ...events: readonly EventEnvelope[]): Promise<void> {
  await platform.bus.publish(REFERENCE_TOPIC, events);
  await waitFor('the events to be taken in or parked', async () => {
    const lag = await platform.bus.lag(GROUP, [REFERENCE_TOPIC]);
    return Object.values(lag).every((records) => records === 0);
  });
}

describe('npm run dlq', () => {
  let stored: StoredPlatform;

  beforeEach(() => {
    stored = createStoredPlatform();
  });
  afterEach(() => stored.remove());

  const parkByGap = (...keys: readonly string[]) =>
    stored.live((platform) => deliver(platform, ...keys.map((key) => reasonEvent(2, key))));
  const replay = () => stored.run(dlq, 'replay', '--group', GROUP, '--key', KEY);

  it('says that nothing is parked where every event was taken in', async () => {
    await stored.live((platform) => deliver(platform, reasonEvent(1), reasonEvent(2)));
    expect(await stored.run(dlq, 'list')).toEqual({ code: 0, printed: 'No key is parked: every event was taken in.' });
  });

  it('lists the parked keys with why they are parked, of one group where that is asked', async () => {
    await parkByGap(KEY);
    const { code, printed } = await stored.run(dlq, 'list');
    expect(code).toBe(0);
    expect(printed).toMatch(/^larkfield {2}candidate\.references {2}rsn_lost {2}1 waiting since \d{4}-/u);
    expect(printed).toContain('gap: Event rsn_lost:2');
    expect(await stored.run(dlq, 'list', '--group', GROUP, '--tenant', 'larkfield')).toEqual({ code, printed });
    const other = await stored.run(dlq, 'list', '--group', 'candidate.jobs');
    expect(other.printed).toBe('No key is parked: every event was taken in.');
  });

  it('shows the letters of a key: event, place, reason and data', async () => {
    await parkByGap(KEY);
    const { printed } = await stored.run(dlq, 'show', '--group', GROUP, '--key', KEY);
    expect(printed).toContain('rsn_lost:2  com.hiregraph.rejection-reason.retired');
    expect(printed).toMatch(/from {5}hiring\.reference\.v1\/\d+ at offset 0, source \/hiregraph\/job\/1/u);
    expect(printed).toContain('because  gap (INTERNAL_ERROR)');
    expect(printed).toContain('{"reasonId":"rsn_lost","side":"COMPANY"}');
  });

  it('replays a key as far as it goes, and releases it once the cause is mended', async () => {
    await parkByGap(KEY);
    const stopped = await replay();
    expect(stopped.code).toBe(1);
    expect(stopped.printed).toContain('rsn_lost: 0 handled, then stopped at rsn_lost:2');
    // The missing event comes after all. Its key is parked, so it follows, and lies before the other by its sequence.
    await stored.live((platform) => deliver(platform, reasonEvent(1)));
    expect(await replay()).toEqual({ code: 0, printed: 'rsn_lost: 2 handled; the key is released.' });
    expect((await stored.run(dlq, 'list')).printed).toContain('No key is parked');
    await expect(replay()).rejects.toThrow(/^--key rsn_lost: is not parked in candidate\.references/u);
  });

  it('replays every key of a group, and goes on past one that fails', async () => {
    await parkByGap('rsn_a', 'rsn_b');
    await stored.live((platform) => deliver(platform, reasonEvent(1, 'rsn_b')));
    const { code, printed } = await stored.run(dlq, 'replay', '--group', GROUP, '--all');
    expect(code).toBe(1);
    expect(printed).toContain('rsn_a: 0 handled, then stopped at rsn_a:2');
    expect(printed).toContain('rsn_b: 2 handled; the key is released.');
    expect(printed).toContain('1 still parked');
  });

  it('leaves the data of a running platform alone', async () => {
    await stored.live(async () => {
      await expect(stored.run(dlq, 'list')).rejects.toThrow(/is in use by the process \d+\. Stop that one first/u);
    });
  });

  it.each([
    [[], /"": there is no such command\.\nnpm run dlq -- list/u],
    [['toString'], /"toString": there is no such command/u],
    [['list', 'more'], /"list more": there is no such command/u],
    [['list', '--groups', 'x'], /Unknown option '--groups'/u],
    [['list', '--key', 'x'], /--key: list shows every key/u],
    [['show', '--key', 'x'], /--group: is needed/u],
    [['show', '--group', GROUP], /--key: is needed/u],
    [['show', '--group', GROUP, '--all'], /--all: only replay takes it/u],
    [['replay', '--group', GROUP, '--key', 'x', '--all'], /exclude each other/u],
    [['list'], /holds no data of a platform\. Set DATA_DIR/u],
  ])('refuses %j before it opens anything', async (words, message) => {
    await expect(stored.run(dlq, ...words)).rejects.toThrow(message);
  });

  it('names the groups, tenants and keys that there are where one is unknown', async () => {
    await stored.live(async () => undefined);
    await expect(stored.run(dlq, 'list', '--group', 'x')).rejects.toThrow(
      /no such consumer group\. Known: job\.app.*candidate\.jobs/u,
    );
    await expect(stored.run(dlq, 'list', '--tenant', 'x')).rejects.toThrow(/no such tenant\. Known: larkfield/u);
    await expect(stored.run(dlq, 'show', '--group', GROUP, '--key', 'x')).rejects.toThrow(/nothing of it lies/u);
  });
});
