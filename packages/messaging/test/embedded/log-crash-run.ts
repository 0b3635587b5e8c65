import { setImmediate as nextTurn } from 'node:timers/promises';
import { type FilePort, JournalCorruptError } from '@hiregraph/storage';
import { type CrashKind, type DiskFault, SimulatedDisk } from '@hiregraph/testkit/disk';
import { createSeededRandom, type SeededRandom } from '@hiregraph/testkit/seeded-random';
import type { RecordPlace } from '../../src/embedded/record-log.ts';
import { SegmentedLog } from '../../src/embedded/segmented-log.ts';

export interface LogCrashPlan {
  readonly seed: number;
  /** The workload dies in the middle of this operation; null: it runs to its end. */
  readonly crashIn: number | null;
  readonly crash: CrashKind;
  /** Recovery dies in the middle of this operation of its own first; null: it does not. */
  readonly recoveryCrashIn?: number | null;
  /** Besides the crash, this operation fails. */
  readonly fault?: DiskFault;
  /** Puts a mistake into every opening of the log. */
  readonly wrap?: (files: FilePort) => FilePort;
}

/** An acknowledged record is lost, or something is invented, half there or out of order. */
export class BrokenLogError extends Error {
  override readonly name = 'BrokenLogError';
}

const DIRECTORY = '/data';
const STEPS = 12;

/** @returns how many operations that change something the workload took, and whether the recovery crashed */
export async function runLogCrashPlan(plan: LogCrashPlan): Promise<{ operations: number; recoveryCrashed: boolean }> {
  const run = new LogCrashRun(plan);
  await run.lifeOfWork();
  const operations = run.disk.operations;
  let recoveryCrashed = false;
  run.disk.restart(plan.crash);
  if (plan.recoveryCrashIn !== undefined && plan.recoveryCrashIn !== null) {
    run.disk.crashIn(plan.recoveryCrashIn);
    await run.lifeOfRecovery();
    recoveryCrashed = run.disk.hasCrashed;
    run.disk.restart(plan.crash);
  }
  for (let life = 0; life < 3; life++) {
    await run.lifeOfRecovery();
    run.disk.restart('power');
  }
  return { operations, recoveryCrashed };
}

class LogCrashRun {
  readonly disk: SimulatedDisk;
  readonly #plan: LogCrashPlan;
  readonly #random: SeededRandom;
  /** The groups that were handed over, in order: each is whole on disk or not there at all. */
  #groups: (readonly string[])[] = [];
  #acknowledged = 0;
  /** Records before this one may be gone: retention dropped them. */
  #dropped = 0;
  #serial = 0;
  #places = new Map<string, RecordPlace>();

  constructor(plan: LogCrashPlan) {
    this.#plan = plan;
    this.disk = new SimulatedDisk(plan.seed * 7919 + (plan.crashIn ?? 0));
    this.#random = createSeededRandom(plan.seed);
  }

  async lifeOfWork(): Promise<void> {
    if (this.#plan.crashIn !== null) this.disk.crashIn(this.#plan.crashIn);
    if (this.#plan.fault !== undefined) this.disk.failNext(this.#plan.fault);
    let log = await this.#open();
    for (let step = 0; step < STEPS && log !== null && !this.disk.hasCrashed; step++) {
      const choice = this.#random.below(10);
      if (choice < 7) await this.#appendSome(log);
      else if (choice < 9) await this.#retain(log);
      else {
        await log.close();
        log = await this.#open();
      }
    }
    // Some of it is still on its way when the process ends.
    if (log !== null) this.#appendOne(log).catch(() => undefined);
    await nextTurn();
  }

  async lifeOfRecovery(): Promise<void> {
    const log = await this.#open();
    if (log === null || this.#random.chance(0.5)) return;
    await this.#appendSome(log);
    if (this.#random.chance(0.5)) await log.close();
  }

  async #open(): Promise<SegmentedLog | null> {
    const found: string[] = [];
    const files = this.disk.port();
    const log = new SegmentedLog({
      directory: DIRECTORY,
      files: this.#plan.wrap?.(files) ?? files,
      now: () => 0,
      segmentBytes: 500,
      pendingBytes: 1_000_000,
      randomNumber: () => this.#random.below(2 ** 32),
    });
    this.#places = new Map();
    try {
      await files.makeDirectory(DIRECTORY);
      await log.open((record, place) => {
        found.push(record.toString());
        this.#places.set(record.toString(), place);
      });
      this.#judge([...found]);
      for (const text of found) await this.#readBack(log, text);
      return log;
    } catch (error) {
      if (error instanceof JournalCorruptError) throw new BrokenLogError(error.message);
      if (error instanceof BrokenLogError || !this.#mayFail) throw error;
      return null;
    }
  }

  async #readBack(log: SegmentedLog, text: string): Promise<void> {
    const place = this.#places.get(text);
    const read = place === undefined ? null : (await log.read(place)).toString();
    if (read !== text) throw new BrokenLogError(`${read ?? 'nothing'} was read back for ${text}`);
  }

  get #mayFail(): boolean {
    return this.disk.hasCrashed || this.#plan.fault !== undefined;
  }

  async #appendSome(log: SegmentedLog): Promise<void> {
    const appends = Array.from({ length: 1 + this.#random.below(4) }, () => this.#appendOne(log));
    const failed = (await Promise.allSettled(appends)).some(({ status }) => status === 'rejected');
    if (failed && !this.#mayFail) throw new Error('An append failed without a reason.');
  }

  async #appendOne(log: SegmentedLog): Promise<void> {
    const size = 1 + this.#random.below(3);
    const texts = Array.from({ length: size }, () => `${++this.#serial}:${'x'.repeat(this.#random.below(90))}`);
    const appended = log.append(texts.map((text) => Buffer.from(text)));
    const count = this.#groups.push(texts);
    await appended;
    this.#acknowledged = Math.max(this.#acknowledged, count);
    await this.#readBack(log, texts[0] ?? '').catch((error: unknown) => {
      if (error instanceof BrokenLogError) throw error;
    });
  }

  /** Keeps about ten records. */
  async #retain(log: SegmentedLog): Promise<void> {
    const point = log.retentionPoint({ records: 10 }, 0);
    const records = this.#groups.flat();
    const kept = records.findIndex((text) => (this.#places.get(text)?.position ?? -1) >= point);
    if (kept > 0) this.#dropped = Math.max(this.#dropped, kept);
    try {
      await log.dropBefore(point);
    } catch (error) {
      if (!this.#mayFail) throw error;
    }
  }

  /** What is found now has been served, so from here on it must stay. */
  #judge(found: readonly string[]): void {
    const all = this.#groups.flat();
    const start = found[0] === undefined ? all.length : all.indexOf(found[0]);
    const acknowledged = this.#groups.slice(0, this.#acknowledged).flat().length;
    if (found.length > 0 && (start < 0 || start > this.#dropped)) broken(`it begins with ${found[0]}`);
    if (found.length === 0 && acknowledged > 0) broken('nothing is found');
    found.forEach((text, index) => {
      if (all[start + index] !== text) broken(`${text} is found for ${all[start + index] ?? 'nothing'}`);
    });
    const end = found.length === 0 ? 0 : start + found.length;
    if (end < acknowledged) broken(`${acknowledged} records were acknowledged, and they end with the ${end}.`);
    let whole = 0;
    let groups = 0;
    for (const group of this.#groups) {
      if (whole + group.length > end) break;
      whole += group.length;
      groups += 1;
    }
    if (whole !== end) broken('a part of a group is found');
    this.#groups = this.#groups.slice(0, groups);
    this.#acknowledged = groups;
  }
}

function broken(what: string): never {
  throw new BrokenLogError(what);
}
