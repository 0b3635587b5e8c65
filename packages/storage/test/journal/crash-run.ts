import { setImmediate as nextTurn } from 'node:timers/promises';
import { type CrashKind, type DiskFault, SimulatedDisk } from '@hiregraph/testkit/disk';
import { type SeededRandom, createSeededRandom } from '@hiregraph/testkit/seeded-random';
import {
  type FilePort,
  type Journal,
  JournalCorruptError,
  type ProcessIdentities,
  openJournal,
} from '../../src/journal/index.ts';
import { BrokenPromiseError, type FoundRecord, JournalLedger } from './journal-ledger.ts';
import { SimulatedMachine } from './simulated-processes.ts';

export interface CrashPlan {
  readonly seed: number;
  /** The workload dies in the middle of this operation; null = it runs to its end. */
  readonly crashIn: number | null;
  readonly crash: CrashKind;
  /** Recovery dies in the middle of this operation of its own first; null = it does not. */
  readonly recoveryCrashIn?: number | null;
  /** Besides the crash: these operations fail. */
  readonly faults?: readonly DiskFault[];
  /** Puts a mistake into every opening of the journal. */
  readonly wrap?: (files: FilePort) => FilePort;
  /** How many of the newest records the snapshots leave out: a mistake of the caller. */
  readonly snapshotMisses?: number;
}

export interface CrashOutcome {
  /** Changing operations of the workload. */
  readonly operations: number;
  readonly recoveryCrashed: boolean;
}

const DIRECTORY = '/data';
const STEPS = 14;
const LIMITS = { segmentBytes: 700, batchBytes: 400 };

/**
 * One life of a journal after another on a simulated disk: a workload that ends in a crash, a recovery that may crash
 * too, a loss of power right after the recovery, a last look. Same plan, same run.
 * @throws BrokenPromiseError when an acknowledged or served record is lost, or anything is invented or half there
 */
export async function runCrashPlan(plan: CrashPlan): Promise<CrashOutcome> {
  const run = new CrashRun(plan);
  await run.lifeOfWork();
  const operations = run.disk.operations;
  let recoveryCrashed = false;
  run.disk.restart(plan.crash);
  if (plan.recoveryCrashIn !== null && plan.recoveryCrashIn !== undefined) {
    run.disk.crashIn(plan.recoveryCrashIn);
    await run.lifeOfRecovery();
    recoveryCrashed = run.disk.hasCrashed;
    run.disk.restart(plan.crash);
  }
  await run.lifeOfRecovery();
  run.disk.restart('power');
  await run.lifeOfRecovery();
  run.disk.restart('power');
  await run.lifeOfRecovery();
  return { operations, recoveryCrashed };
}

class CrashRun {
  readonly disk: SimulatedDisk;
  readonly #plan: CrashPlan;
  readonly #random: SeededRandom;
  readonly #ledger = new JournalLedger();
  readonly #machine = new SimulatedMachine();
  #pid = 100;

  constructor(plan: CrashPlan) {
    this.#plan = plan;
    this.disk = new SimulatedDisk(plan.seed * 7919 + (plan.crashIn ?? 0));
    this.#random = createSeededRandom(plan.seed);
  }

  /** Appends, snapshots and reopenings until it is done or dead. */
  async lifeOfWork(): Promise<void> {
    if (this.#plan.crashIn !== null) this.disk.crashIn(this.#plan.crashIn);
    for (const fault of this.#plan.faults ?? []) this.disk.failNext(fault);
    let journal = await this.#open();
    for (let step = 0; step < STEPS && journal !== null && journal.failure === null; step++) {
      const choice = this.#random.below(10);
      if (choice < 6) await this.#appendSome(journal);
      else if (choice < 7) await this.#takeSnapshot(journal);
      else if (choice < 9) await Promise.all([this.#takeSnapshot(journal), this.#appendSome(journal)]);
      else {
        await journal.close();
        journal = await this.#open();
      }
    }
    // Some of it is still on its way when the process ends.
    if (journal !== null && journal.failure === null) this.#appendOne(journal).catch(() => undefined);
    await nextTurn();
  }

  /** Opens, checks, and writes a little, so that the next life finds more than the last one. */
  async lifeOfRecovery(): Promise<void> {
    const journal = await this.#open();
    if (journal === null || this.#random.chance(0.5)) return;
    await this.#appendSome(journal);
    if (this.#random.chance(0.5)) await journal.close();
  }

  async #open(): Promise<Journal | null> {
    const found: FoundRecord[] = [];
    const files = this.disk.port();
    try {
      const journal = await openJournal({
        files: this.#plan.wrap?.(files) ?? files,
        directory: DIRECTORY,
        limits: LIMITS,
        processes: this.#nextProcess(),
        randomNumber: () => this.#random.below(2 ** 32),
        now: () => 0,
        recovery: {
          snapshotRecord: (record) => found.push({ text: record.toString(), batch: null }),
          record: (record, batch) => found.push({ text: record.toString(), batch }),
        },
      });
      this.#ledger.recovered(found);
      return journal;
    } catch (error) {
      if (error instanceof JournalCorruptError) throw new BrokenPromiseError(error.message);
      if (error instanceof BrokenPromiseError || !this.#mayFail) throw error;
      return null;
    }
  }

  get #mayFail(): boolean {
    return this.disk.hasCrashed || (this.#plan.faults ?? []).length > 0;
  }

  #nextProcess(): ProcessIdentities {
    this.#machine.end(this.#pid);
    this.#pid++;
    return this.#machine.start(this.#pid);
  }

  async #appendSome(journal: Journal): Promise<void> {
    const appends = Array.from({ length: 1 + this.#random.below(4) }, () => this.#appendOne(journal));
    const results = await Promise.allSettled(appends);
    const failed = results.some(({ status }) => status === 'rejected');
    if (failed && !this.#mayFail) throw new Error('An append failed without a reason.');
  }

  /** As a store does it: memory changes in the turn of the enqueue, the answer leaves when it is durable. */
  async #appendOne(journal: Journal): Promise<void> {
    const count = 1 + this.#random.below(3);
    const texts = Array.from({ length: count }, () => this.#ledger.nextText(this.#random.below(120)));
    const batch = journal.enqueue(texts.map((text) => Buffer.from(text)));
    this.#ledger.enqueued(texts, batch);
    await journal.whenDurable(batch);
    this.#ledger.acknowledged(batch);
  }

  async #takeSnapshot(journal: Journal): Promise<void> {
    const misses = this.#plan.snapshotMisses ?? 0;
    try {
      await journal.snapshot(() => {
        const state = this.#ledger.state.slice(0, Math.max(0, this.#ledger.state.length - misses));
        return state.map((text) => Buffer.from(text));
      });
    } catch (error) {
      if (!this.#mayFail) throw error;
    }
  }
}
