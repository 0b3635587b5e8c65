import { describe, expect, it } from '@jest/globals';
import { createManualClock, type Logger, silentLogger, StoreUnavailableError } from '@hiregraph/kernel';
import { createTenantDirectory } from '@hiregraph/subgraph';
import { createEndInterviews } from '../../src/application/end-interviews.ts';
import type { InterviewStore } from '../../src/application/stores.ts';

const TENANTS = createTenantDirectory([
  { id: 'ten_1', slug: 'one', name: 'One' },
  { id: 'ten_2', slug: 'two', name: 'Two' },
]);

/** A timer over a store that has no interviews; each look at a tenant is told to `look`. */
function createTimer(look: (tenantId: string) => void, logger: Logger = silentLogger) {
  const interviews: Pick<InterviewStore, 'ended'> = {
    ended: async (tenantId) => {
      look(tenantId);
      return [];
    },
  };
  return createEndInterviews({
    stores: { interviews: interviews as InterviewStore },
    tenants: TENANTS,
    clock: createManualClock(0),
    logger,
    everyMilliseconds: 1,
  });
}

describe('the timer that ends interviews', () => {
  it('looks at every tenant, again and again, until it is stopped', async () => {
    const looks: string[] = [];
    const timer = await new Promise<ReturnType<typeof createTimer>>((resolve) => {
      const created = createTimer((tenantId) => {
        looks.push(tenantId);
        if (looks.length === 6) resolve(created);
      });
      void created.start();
      void created.start();
    });
    await timer.stop();
    await timer.stop();
    const seen = looks.length;
    await new Promise((resolve) => setImmediate(resolve));
    expect(looks.length).toBe(seen);
    expect(looks.slice(0, 4)).toEqual(['ten_1', 'ten_2', 'ten_1', 'ten_2']);
  });

  it('goes on after a failure: warns when another try may help, and reports a defect as an error', async () => {
    const lines: string[] = [];
    const logger: Logger = {
      ...silentLogger,
      warn: () => lines.push('warn'),
      error: () => lines.push('error'),
    };
    const failures = [new StoreUnavailableError('away'), new Error('defect')];
    const timer = await new Promise<ReturnType<typeof createTimer>>((resolve) => {
      const created = createTimer(() => {
        const failure = failures.shift();
        if (failure !== undefined) throw failure;
        resolve(created);
      }, logger);
      void created.start();
    });
    await timer.stop();
    expect(lines).toEqual(['warn', 'error']);
  });
});
