import { SimulatedDisk } from '@hiregraph/testkit/disk';
import { createSeededRandom } from '@hiregraph/testkit/seeded-random';
import { type FilePort, type Journal, type JournalOptions, openJournal } from '../../src/journal/index.ts';
import { SimulatedMachine } from './simulated-processes.ts';

export interface Found {
  readonly snapshot: string[];
  readonly records: string[];
}

/** A disk and a machine in memory, and journals opened on them. */
export class JournalFixture {
  readonly disk = new SimulatedDisk(1);
  readonly machine = new SimulatedMachine();
  readonly #random = createSeededRandom(1);
  #pid = 1;

  /** Opens as a new process; the one before has ended. */
  async open(options: Partial<JournalOptions> = {}): Promise<{ readonly journal: Journal; readonly found: Found }> {
    this.machine.end(this.#pid);
    this.#pid++;
    return await this.openBeside(options);
  }

  /** Opens while the journals of the processes before stay open. */
  async openBeside(
    options: Partial<JournalOptions> = {},
  ): Promise<{ readonly journal: Journal; readonly found: Found }> {
    const found: Found = { snapshot: [], records: [] };
    this.#pid++;
    const journal = await openJournal({
      files: this.disk.port(),
      directory: '/data',
      processes: this.machine.start(this.#pid),
      randomNumber: () => this.#random.below(2 ** 32),
      recovery: {
        snapshotRecord: (record) => found.snapshot.push(record.toString()),
        record: (record) => found.records.push(record.toString()),
      },
      ...options,
    });
    return { journal, found };
  }
}

/** Holds back the fsyncs of segments until they are let through, one at a time. */
export interface SyncGate {
  readonly files: FilePort;
  /** Fsyncs that were begun. */
  readonly begun: number;
  /** Resolves when the n-th fsync (from 1) has begun. */
  whenBegun(count: number): Promise<void>;
  /** Lets the oldest waiting fsync finish. */
  release(): void;
}

export function createSyncGate(files: FilePort): SyncGate {
  const waiting: (() => void)[] = [];
  const watchers: { readonly count: number; readonly seen: () => void }[] = [];
  let begun = 0;
  const hold = async (): Promise<void> => {
    begun++;
    for (const watcher of watchers) if (begun >= watcher.count) watcher.seen();
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    files: {
      ...files,
      open: async (path, mode) => {
        const file = await files.open(path, mode);
        if (!path.includes('.segment')) return file;
        // The first fsync is that of the head or of the recovery.
        let opened = false;
        const sync = async (): Promise<void> => {
          if (opened) await hold();
          opened = true;
          await file.sync();
        };
        return { ...file, sync };
      },
    },
    get begun() {
      return begun;
    },
    whenBegun: (count) =>
      new Promise((seen) => {
        if (begun >= count) seen();
        else watchers.push({ count, seen });
      }),
    release: () => waiting.shift()?.(),
  };
}

export const bytes = (text: string): Buffer => Buffer.from(text);
