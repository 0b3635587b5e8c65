import { getEventListeners, getMaxListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { systemScheduler } from '@hiregraph/messaging';

describe('waiting on the system', () => {
  test('ends at once for all who wait on a signal, however many they are, and leaves nothing on it', async () => {
    const stopping = new AbortController();
    const waiting = Array.from({ length: 50 }, () => systemScheduler.wait(3_600_000, stopping.signal));
    // Else Node warns of a leak from the eleventh on.
    expect(getMaxListeners(stopping.signal)).toBe(0);
    stopping.abort();
    await Promise.all(waiting);
    expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  });

  test('does not begin on a signal that is aborted already', async () => {
    await expect(systemScheduler.wait(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
