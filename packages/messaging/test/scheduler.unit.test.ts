import { getEventListeners } from 'node:events';
import { describe, expect, test } from '@jest/globals';
import { systemScheduler } from '@hiregraph/messaging';

/** From the eleventh listener on, unless told not to. Node 20 tells this of a signal nowhere else. */
function warnsOfLeaks(signal: AbortSignal): boolean {
  const most = Object.getOwnPropertySymbols(signal).find(
    ({ description }) => description === 'events.maxEventTargetListeners',
  );
  return most === undefined || Reflect.get(signal, most) !== 0;
}

describe('waiting on the system', () => {
  test('ends at once for all who wait on a signal, however many they are, and leaves nothing on it', async () => {
    const stopping = new AbortController();
    const waiting = Array.from({ length: 50 }, () => systemScheduler.wait(3_600_000, stopping.signal));
    expect(warnsOfLeaks(stopping.signal)).toBe(false);
    stopping.abort();
    await Promise.all(waiting);
    expect(getEventListeners(stopping.signal, 'abort')).toEqual([]);
  });

  test('does not begin on a signal that is aborted already', async () => {
    await expect(systemScheduler.wait(3_600_000, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
