import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createManualClock, DomainError, type NewEvent } from '@hiregraph/kernel';
import type { CommandScope, Committed, Decision } from '@hiregraph/storage';
import { SimulatedDisk } from '@hiregraph/testkit/disk';
import type { FilePort } from '../../src/journal/index.ts';
import { SimulatedMachine } from '../journal/simulated-processes.ts';
import { add, EMPTY, openTallies, talliesByParity, type TallyState, type TallyStore, TENANT } from './tally-store.ts';

/** Fsyncs wait at a gate while it is shut. */
class Gate {
  readonly #waiting: (() => void)[] = [];
  #shut = false;
  /** From now on fsyncs fail. */
  broken = false;

  shut(): void {
    this.#shut = true;
  }

  open(): void {
    this.#shut = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** Lets one through. @returns when the loop has taken what followed */
  async release(): Promise<void> {
    await settled();
    this.#waiting.shift()?.();
    await settled();
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  over(files: FilePort): FilePort {
    return {
      ...files,
      open: async (path, mode) => {
        const file = await files.open(path, mode);
        return {
          ...file,
          sync: async () => {
            if (this.#shut) await new Promise<void>((resolve) => this.#waiting.push(resolve));
            if (this.broken) throw Object.assign(new Error('The disk is gone.'), { code: 'EIO', syscall: 'fsync' });
            await file.sync();
          },
        };
      },
    };
  }
}

/** All that could go on by now has gone on. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

const TRACE = { correlationId: 'c', causationId: 'c' };

function decide(state: TallyState, amount: number): Decision<TallyState> {
  const event: NewEvent = { type: 'test.tally.added.v1', time: '2026-03-01T08:00:00.000Z', data: { amount } };
  return { state: add(state, amount), events: [event], visible: true };
}

describe('A command that writes ahead of its last write', () => {
  let gate: Gate;
  let store: TallyStore;
  let announced: Committed[];

  beforeEach(async () => {
    gate = new Gate();
    const disk = new SimulatedDisk(1);
    const files = gate.over(disk.port());
    store = await openTallies(
      createManualClock('2026-03-01T08:00:00.000Z'),
      files,
      new SimulatedMachine().start(2),
      {},
    );
    announced = [];
    store.storage.outbox.onCommitted((committed) => announced.push(committed));
    gate.shut();
  });

  afterEach(async () => {
    gate.open();
    await store.storage.stop();
  });

  const run = (idempotencyKey: string | null, execute: (command: CommandScope) => Promise<string>): Promise<string> =>
    store.storage.commands
      .run(
        {
          tenantId: TENANT,
          actor: 'somebody',
          mutation: 'count',
          idempotencyKey,
          input: {},
          trace: { correlationId: 'c' },
        },
        async (command) => ({ id: await execute(command) }),
      )
      .then(({ id }) => id);

  const createAhead = (command: CommandScope, id: string) =>
    store.tallies.create(TENANT, id, command.ahead(id), () => decide(EMPTY, 1));

  it.each(['a key', null])('waits for the disk once for all of them (%s)', async (key) => {
    let answered = false;
    const answer = run(key, async (command) => {
      await createAhead(command, 'tally_1');
      await store.tallies.change(TENANT, 'tally_1', command.ahead('again'), ({ state }) => decide(state, 2));
      await store.tallies.create(TENANT, 'tally_2', command, () => decide(EMPTY, 1));
      return 'tally_2';
    });
    void answer.then(() => {
      answered = true;
    });
    await settled();
    expect([answered, announced.length, gate.waiting]).toEqual([false, 0, 1]);
    await gate.release();
    expect(answered).toBe(true);
    expect(announced.map(({ id }) => id).sort()).toEqual(['tally_1', 'tally_1', 'tally_2']);
  });

  it.each(['a key', null])('answers a refusal only when what it wrote before is on disk (%s)', async (key) => {
    let refused = false;
    const answer = run(key, async (command) => {
      await createAhead(command, 'tally_1');
      throw new DomainError('CONFLICT', 'No.');
    }).catch(() => {
      refused = true;
      return '';
    });
    await settled();
    expect([refused, announced.length]).toEqual([false, 0]);
    gate.open();
    await answer;
    expect(refused).toBe(true);
    expect(announced).toHaveLength(1);
  });

  it('decides on what it reads at once, and answers when that is on disk', async () => {
    const other = store.tallies.create(TENANT, 'tally_1', { commandId: 'other', trace: TRACE }, () => decide(EMPTY, 1));
    await settled();
    let [seen, answered] = [0, false];
    const answer = run(null, async (command) => {
      seen = (await store.tallies.list(TENANT, talliesByParity, 'odd', command.beforeAnswer)).length;
      return 'seen';
    });
    void answer.then(() => {
      answered = true;
    });
    await settled();
    expect([seen, answered]).toEqual([1, false]);
    await gate.release();
    expect(answered).toBe(true);
    await other;
  });

  it('tells nobody of a write that the disk refused', async () => {
    const answer = run(null, async (command) => {
      await createAhead(command, 'tally_1');
      return 'tally_1';
    });
    const refused = expect(answer).rejects.toThrow();
    await settled();
    gate.broken = true;
    await gate.release();
    await refused;
    expect(announced).toEqual([]);
  });
});
