import { setImmediate as nextTurn } from 'node:timers/promises';
import { createManualClock, StoreUnavailableError } from '@hiregraph/kernel';
import { type CrashKind, type DiskFault, SimulatedCrashError, SimulatedDisk } from '@hiregraph/testkit/disk';
import { createSeededRandom, type SeededRandom } from '@hiregraph/testkit/seeded-random';
import { type FilePort, JournalCorruptError } from '../../src/journal/index.ts';
import { SimulatedMachine } from '../journal/simulated-processes.ts';
import { BrokenStoreError, StoreLedger } from './store-ledger.ts';
import { add, EMPTY, openTallies, type TallyStore, TENANT } from './tally-store.ts';

export interface StoreCrashPlan {
  readonly seed: number;
  /** The workload dies in the middle of this disk operation; null = it runs to its end. */
  readonly crashIn: number | null;
  readonly crash: CrashKind;
  readonly faults?: readonly DiskFault[];
  /** Puts a mistake under the store. */
  readonly wrap?: (files: FilePort) => FilePort;
}

export interface StoreCrashOutcome {
  /** Changing disk operations of the workload. */
  readonly operations: number;
  readonly tookSnapshot: boolean;
}

const STEPS = 14;

/**
 * A workload that ends in a crash, a recovery with a little more work, a loss of power, a last look. Same plan, same run.
 * @throws BrokenStoreError when anything acknowledged or read is lost, changed or half there
 */
export async function runStoreCrash(plan: StoreCrashPlan): Promise<StoreCrashOutcome> {
  const run = new StoreCrashRun(plan);
  await run.live(STEPS);
  const { operations, paths } = run.disk;
  run.disk.restart(plan.crash);
  await run.live(3);
  run.disk.restart('power');
  await run.live(0);
  return { operations, tookSnapshot: paths.some((path) => path.endsWith('.snapshot')) };
}

class StoreCrashRun {
  readonly disk: SimulatedDisk;
  readonly #plan: StoreCrashPlan;
  readonly #random: SeededRandom;
  readonly #ledger = new StoreLedger();
  readonly #machine = new SimulatedMachine();
  readonly #clock = createManualClock('2026-03-01T08:00:00.000Z');
  #lives = 0;
  #serial = 0;

  constructor(plan: StoreCrashPlan) {
    this.#plan = plan;
    this.disk = new SimulatedDisk(plan.seed * 7919 + (plan.crashIn ?? 0));
    this.#random = createSeededRandom(plan.seed);
  }

  /** One process: opens, judges what it finds, works until it is done or dead. */
  async live(steps: number): Promise<void> {
    this.#lives++;
    if (this.#lives === 1) {
      if (this.#plan.crashIn !== null) this.disk.crashIn(this.#plan.crashIn);
      for (const fault of this.#plan.faults ?? []) this.disk.failNext(fault);
    }
    const store = await this.#open();
    if (store === null) return;
    try {
      await this.#ledger.judge(store);
      await this.#repeatCommands(store);
      for (let step = 0; step < steps; step++) await this.#work(store);
      await store.storage.idle();
    } catch (error) {
      if (error instanceof BrokenStoreError) throw error;
      if (!isStoreGone(error)) throw error;
    }
    await nextTurn();
  }

  async #open(): Promise<TallyStore | null> {
    const files = this.disk.port();
    const pid = 100 + this.#lives;
    this.#machine.end(pid - 1);
    try {
      return await openTallies(this.#clock, this.#plan.wrap?.(files) ?? files, this.#machine.start(pid));
    } catch (error) {
      if (error instanceof JournalCorruptError) throw new BrokenStoreError('the journal is corrupt', { cause: error });
      if (this.#lives > 1 && !this.disk.hasCrashed) throw new BrokenStoreError('it does not open', { cause: error });
      return null;
    }
  }

  async #work(store: TallyStore): Promise<void> {
    this.#clock.advance(1_000);
    const choice = this.#random.below(10);
    if (choice < 2 || this.#ledger.tallies.length === 0) await this.#create(store);
    else if (choice < 5) await this.#change(store, this.#anyTally());
    else if (choice < 6) await Promise.all([1, 2, 3].map(() => this.#change(store, this.#anyTally())));
    else if (choice < 8) await this.#pull(store, this.#anyTally());
    else if (choice < 9) await this.#note(store);
    else await Promise.all([this.#create(store), this.#change(store, this.#anyTally()), this.#note(store)]);
  }

  #anyTally(): string | null {
    const { tallies } = this.#ledger;
    return tallies[this.#random.below(tallies.length)] ?? null;
  }

  #nextCommand(): { readonly commandId: string; readonly trace: { correlationId: string; causationId: string } } {
    this.#serial++;
    const name = `command-${this.#lives}-${this.#serial}`;
    return { commandId: name, trace: { correlationId: name, causationId: name } };
  }

  async #create(store: TallyStore): Promise<void> {
    this.#serial++;
    const key = `key-${this.#lives}-${this.#serial}`;
    this.#ledger.completed(key, await this.#makeTally(store, key));
  }

  async #makeTally(store: TallyStore, key: string): Promise<string> {
    const request = { tenantId: TENANT, actor: 'a', mutation: 'make', idempotencyKey: key, input: key };
    const { id } = await store.storage.commands.run({ ...request, trace: { correlationId: key } }, async (scope) => {
      const made = await store.tallies.create(TENANT, scope.newId('job'), scope, (now) => ({
        state: add(EMPTY, 1),
        events: [{ type: 'added', data: { amount: 1 }, time: now }],
        visible: true,
      }));
      this.#ledger.acknowledged(made.aggregate.id, made.events);
      return { id: made.aggregate.id };
    });
    return id;
  }

  async #change(store: TallyStore, id: string | null): Promise<void> {
    if (id === null) return;
    const amounts = Array.from({ length: 1 + this.#random.below(2) }, () => this.#random.below(9));
    const { events } = await store.tallies.change(TENANT, id, this.#nextCommand(), ({ state }, now) => ({
      state: amounts.reduce(add, state),
      events: amounts.map((amount) => ({ type: 'added', data: { amount }, time: now })),
      visible: true,
    }));
    this.#ledger.acknowledged(id, events);
  }

  async #pull(store: TallyStore, id: string | null): Promise<void> {
    if (id === null) return;
    const aggregate = { collection: 'tallies', tenantId: TENANT, id };
    const { events } = await store.storage.outbox.pending(aggregate);
    const sequences = events.slice(0, 3).map(({ sequence }) => sequence);
    this.#ledger.acknowledged(id, events);
    this.#ledger.pulling(id, sequences, false);
    await store.storage.outbox.pull(aggregate, sequences);
    this.#ledger.pulling(id, sequences, true);
  }

  async #note(store: TallyStore): Promise<void> {
    const id = `source-${this.#random.below(3)}`;
    const sequence = this.#ledger.rowSequence(id) + 1;
    const event = { sequence, at: '2026-03-01T08:00:00.000Z' };
    await store.rows.apply(TENANT, id, event, (row) => ({ total: (row?.total ?? 0) + 1 }));
    this.#ledger.applied(id, sequence);
  }

  /** Every command that was answered gives the same answer again, and makes nothing new. */
  async #repeatCommands(store: TallyStore): Promise<void> {
    for (const [key, id] of this.#ledger.commands) {
      const again = await this.#makeTally(store, key);
      if (again !== id) throw new BrokenStoreError(`${key} made ${id} once and ${again} now`);
    }
  }
}

function isStoreGone(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof StoreUnavailableError || cause instanceof SimulatedCrashError) return true;
    if ((cause as { code?: unknown }).code === 'OUTCOME_UNKNOWN') return true;
  }
  return false;
}
