import type { Deadline, EventEnvelope } from '@hiregraph/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CandidateWorld, createCandidateWorld } from './candidate-world.ts';

const PEOPLE = 3;
const SEATS = 2;

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('hire' as const), who: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unhire' as const), who: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), who: fc.nat(PEOPLE - 1) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('apply' as const), who: fc.nat(PEOPLE - 1) }) },
  { weight: 4, arbitrary: fc.constant({ do: 'send' as const, who: 0 }) },
  { weight: 6, arbitrary: fc.constant({ do: 'deliver' as const, who: 0 }) },
  { weight: 2, arbitrary: fc.constant({ do: 'crash' as const, who: 0 }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeliver' as const), who: fc.nat(50) }) },
);

/** Time enough for the request, and none to wait for the outcome. */
function impatient(): Deadline {
  let asked = 0;
  return { remaining: () => (asked++ === 0 ? 20_000 : 0), narrow: () => impatient() };
}

/** One run: the candidate side is real, the job side is played, and what is between them is as slow as the steps say. */
class Run {
  readonly world: CandidateWorld;
  readonly candidates: string[] = [];
  readonly applications: string[] = [];
  readonly #delivered: EventEnvelope[] = [];

  constructor(world: CandidateWorld) {
    this.world = world;
  }

  async begin(): Promise<void> {
    await this.world.job('job_a', { seats: SEATS });
    for (let who = 0; who < PEOPLE; who++) {
      this.candidates.push(await this.world.candidate(`Person ${who}`));
      await this.apply(who);
    }
  }

  async apply(who: number): Promise<void> {
    const id = await this.world.apply(this.candidates[who]!, 'job_a');
    this.applications[who] = id;
  }

  async take({ do: action, who }: { readonly do: string; readonly who: number }): Promise<void> {
    const { world } = this;
    const applicationId = this.applications[who];
    switch (action) {
      case 'hire':
        await world.change(
          world.recruiter,
          'hireApplication',
          { applicationId, idempotencyKey: world.key() },
          impatient(),
        );
        return;
      case 'unhire':
      case 'withdraw':
        await world.change(world.recruiter, `${action}Application`, { applicationId });
        return;
      case 'apply':
        return this.apply(who);
      case 'send':
        return world.relay();
      case 'deliver':
        return this.deliver();
      case 'crash':
        return this.crash();
      case 'redeliver': {
        const again = this.#delivered[who % Math.max(1, this.#delivered.length)];
        if (again !== undefined) await world.consume(again);
        return;
      }
    }
  }

  async deliver(): Promise<void> {
    const event = this.world.jobSide.outbox.shift();
    if (event === undefined) return;
    this.#delivered.push(event);
    await this.world.consume(event);
  }

  /** The consumer dies between its projection row and the write that follows from it; the event comes again. */
  async crash(): Promise<void> {
    const [event] = this.world.jobSide.outbox;
    if (event === undefined) return;
    this.world.failpoints = (point) => {
      if (point === 'commit.before') throw new Error('The process died.');
    };
    await this.world.consume(event).catch(() => undefined);
    this.world.failpoints = () => undefined;
  }

  async hired(): Promise<readonly string[]> {
    const { data } = await this.world.admin('{ applications(filter: { status: HIRED }, first: 100) { nodes { id } } }');
    return data.applications.nodes.map(({ id }) => id);
  }
}

describe('whatever order hires, withdrawals, crashes and redeliveries come in', () => {
  it('hires no more people than there are seats at any moment, and in the end every seat is open or truly filled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const world = await createCandidateWorld();
        const run = new Run(world);
        await run.begin();
        for (const one of steps) {
          await run.take(one);
          expect((await run.hired()).length).toBeLessThanOrEqual(SEATS);
        }
        await world.pump();
        const { seats } = world.jobSide.get('job_a');
        const filled = seats.filter(({ status }) => status === 'FILLED').map(({ applicationId }) => applicationId);
        expect(seats.filter(({ status }) => status === 'RESERVED')).toEqual([]);
        expect(filled.sort()).toEqual([...(await run.hired())].sort());
        await world.stop();
      }),
      { numRuns: 15 },
    );
  });
});
