import { beforeEach, describe, expect, test } from '@jest/globals';
import { type EventEnvelope, NotFoundError, StoreUnavailableError } from '@hiregraph/kernel';
import {
  createMemoryDeadLetters,
  type DeadLetterStore,
  type EventConsumer,
  listParkedKeys,
  replayDeadLetters,
} from '@hiregraph/messaging';
import { TEST_TENANT, testLetter } from '@hiregraph/testkit';
import { follow, park } from '../../src/dead-letters/parking.ts';

const GROUP = 'candidate.jobs';
const ref = { group: GROUP, tenantId: TEST_TENANT, key: 'job_1' };
const letter = (sequence: number) => testLetter(GROUP, 'job_1', sequence);

describe('replaying dead letters', () => {
  let store: DeadLetterStore;
  let handled: number[];
  let behaviour: (event: EventEnvelope) => Promise<void> | void;
  const consumer: EventConsumer = {
    group: GROUP,
    topics: [],
    handle: async (event) => {
      await behaviour(event);
      handled.push(event.sequence);
    },
  };

  beforeEach(async () => {
    store = createMemoryDeadLetters();
    handled = [];
    behaviour = () => undefined;
    await park(store, letter(2));
    for (const sequence of [3, 4]) await follow(store, letter(sequence));
  });

  test('handles the letters of a key in order and takes the marker away', async () => {
    expect(await replayDeadLetters(store, [consumer], ref)).toEqual({ handled: 3, released: true, stoppedBy: null });
    expect(handled).toEqual([2, 3, 4]);
    expect(await store.find(ref)).toBeNull();
    expect(await store.letters(ref, 100)).toEqual([]);
  });

  test('stops at the first that fails again, which stays with its new reason, and so do those behind it', async () => {
    behaviour = (event) => {
      if (event.sequence === 3) throw new StoreUnavailableError('The store is away.');
    };
    const replay = await replayDeadLetters(store, [consumer], ref);
    expect(replay).toMatchObject({ handled: 1, released: false, stoppedBy: { letter: { event: { sequence: 3 } } } });
    const left = await store.letters(ref, 100);
    expect(left.map(({ event }) => event.sequence)).toEqual([3, 4]);
    expect(left[0]?.reason).toEqual({ kind: 'failed', code: 'STORE_UNAVAILABLE', message: 'The store is away.' });
    expect(await store.find(ref)).not.toBeNull();
  });

  test('takes in what follows while it runs', async () => {
    behaviour = async (event) => {
      if (event.sequence === 4) await follow(store, letter(5));
    };
    expect(await replayDeadLetters(store, [consumer], ref)).toMatchObject({ handled: 4, released: true });
    expect(handled).toEqual([2, 3, 4, 5]);
  });

  test('lets an event that comes when the key is released be handled, and leaves no letter behind', async () => {
    const unmark = store.unmark.bind(store);
    let followed: boolean | null = null;
    store = {
      ...store,
      unmark: async (key, version) => {
        const released = await unmark(key, version);
        followed ??= await follow(store, letter(5));
        return released;
      },
    };
    expect(await replayDeadLetters(store, [consumer], ref)).toMatchObject({ released: true });
    expect(followed).toBe(false);
    expect(await store.letters(ref, 100)).toEqual([]);
  });

  test('does not release a key that an event follows between its last look and the release', async () => {
    const letters = store.letters.bind(store);
    let late: number | null = 5;
    store = {
      ...store,
      letters: async (key, limit) => {
        const found = await letters(key, limit);
        if (found.length === 0 && late !== null) {
          const sequence = late;
          late = null;
          await follow(store, letter(sequence));
        }
        return found;
      },
    };
    expect(await replayDeadLetters(store, [consumer], ref)).toMatchObject({ handled: 4, released: true });
    expect(handled).toEqual([2, 3, 4, 5]);
  });

  test('parks a key again that was released between marker and letter', async () => {
    const put = store.put.bind(store);
    let released = false;
    const racing: DeadLetterStore = {
      ...store,
      put: async (one) => {
        if (!released) {
          released = true;
          await replayDeadLetters(store, [{ ...consumer, handle: async () => undefined }], ref);
        }
        await put(one);
      },
    };
    await park(racing, letter(9));
    expect(await store.find(ref)).not.toBeNull();
    expect((await store.letters(ref, 100)).map(({ event }) => event.sequence)).toEqual([9]);
  });

  test('two replays of one key at a time do no harm', async () => {
    const replays = await Promise.all([
      replayDeadLetters(store, [consumer], ref),
      replayDeadLetters(store, [consumer], ref),
    ]);
    expect(replays.every(({ released }) => released)).toBe(true);
    expect(new Set(handled)).toEqual(new Set([2, 3, 4]));
    expect(await store.find(ref)).toBeNull();
  });

  test('shows what is parked and how much lies behind it', async () => {
    await park(store, testLetter(GROUP, 'job_2', 7));
    const keys = await listParkedKeys(store, TEST_TENANT, GROUP);
    expect(keys.map(({ key, letters }) => [key, letters])).toEqual([
      ['job_1', 3],
      ['job_2', 1],
    ]);
  });

  test('refuses a group that none of the consumers has', async () => {
    await expect(replayDeadLetters(store, [consumer], { ...ref, group: 'no.group' })).rejects.toBeInstanceOf(
      NotFoundError,
    );
  });
});
