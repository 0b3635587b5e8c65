import { describe, expect, it } from '@jest/globals';
import type { MutationAnswer } from '../../src/outage/outage-client.ts';
import { secondsUntil } from '../../src/outage/seconds-until.ts';
import { untilSettled } from '../../src/outage/until-settled.ts';

describe('waiting for something of a platform under load', () => {
  it('takes a question that fails for a no, and asks again', async () => {
    const answers = [() => Promise.reject(new Error('MongoDB did not answer.')), async () => false, async () => true];
    const seconds = await secondsUntil(performance.now(), 60, () => (answers.shift() ?? (async () => false))());
    expect(seconds).not.toBeNull();
    expect(answers).toHaveLength(0);
  });

  it('ends when patience does, although every question fails', async () => {
    const seconds = await secondsUntil(performance.now() - 2_000, 1, () => Promise.reject(new Error('away')));
    expect(seconds).toBeNull();
  });
});

describe('a mutation whose fate is not known', () => {
  const answer = (outcome: string): MutationAnswer<null> => ({ outcome, payload: null, milliseconds: 1 });

  it('is sent again until it is', async () => {
    const answers = [answer('STORE_UNAVAILABLE'), answer('OUTCOME_UNKNOWN'), answer('OK')];
    const { outcome, tries } = await untilSettled(async () => answers.shift() ?? answer('NO_ANSWER'));
    expect({ outcome, tries }).toEqual({ outcome: 'OK', tries: 3 });
  });

  it('is not sent again once it is refused', async () => {
    const { outcome, tries } = await untilSettled(async () => answer('CONFLICT'));
    expect({ outcome, tries }).toEqual({ outcome: 'CONFLICT', tries: 1 });
  });
});
