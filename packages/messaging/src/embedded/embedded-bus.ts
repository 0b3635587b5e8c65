import type { Clock, Logger } from '@hiregraph/kernel';
import { type FilePort, type ProcessIdentities, type StoreStoppedError, openJournal } from '@hiregraph/storage';
import { type Scheduler, systemScheduler } from '../scheduler.ts';
import type { OpenStateJournal } from './bus-state.ts';
import { DEFAULT_EMBEDDED_BUS_LIMITS, type EmbeddedBusLimits } from './embedded-bus-limits.ts';
import { type EmbeddedBus, LogBackedBus } from './log-backed-bus.ts';
import { MemoryLog } from './memory-log.ts';
import type { LogRetention, RecordLog } from './record-log.ts';
import { SegmentedLog } from './segmented-log.ts';

export interface EmbeddedBusOptions {
  /** Where the log lies; without it everything is in memory and gone with the process. */
  readonly directory?: string;
  /** Default: the real file system. */
  readonly files?: FilePort;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly scheduler?: Scheduler;
  readonly random?: () => number;
  /** Default: everything is kept. Applied when the bus starts and every ten minutes. */
  readonly retention?: LogRetention;
  readonly limits?: Partial<EmbeddedBusLimits>;
  /** Called once when a failed write stops the bus (not on stop). */
  readonly onStopped?: (error: StoreStoppedError) => void;
  readonly processes?: ProcessIdentities;
}

/**
 * A durable, partitioned log with consumer groups in this process: what Kafka is for a distributed platform. Records lie
 * in segment files and are read back from there. Memory: 12 bytes a record for its place, and the newest records up to
 * `recentBytes`. Without a directory the records themselves stay in memory too, outside of the JavaScript heap.
 */
export function createEmbeddedBus(options: EmbeddedBusOptions): EmbeddedBus {
  const { directory, clock, logger, retention, scheduler = systemScheduler, random = Math.random } = options;
  const limits = { ...DEFAULT_EMBEDDED_BUS_LIMITS, ...options.limits };
  const parts = { clock, logger, retention, scheduler, random, limits };
  if (directory === undefined) {
    return new LogBackedBus({ ...parts, log: new MemoryLog(() => clock.now()), openJournal: null });
  }
  const log = createLog(options, directory, limits);
  return new LogBackedBus({ ...parts, log, openJournal: journalIn(options, directory) });
}

function createLog(options: EmbeddedBusOptions, directory: string, limits: EmbeddedBusLimits): RecordLog {
  const { clock, files, onStopped } = options;
  return new SegmentedLog({
    directory,
    now: () => clock.now(),
    segmentBytes: limits.segmentBytes,
    pendingBytes: limits.pendingBytes,
    ...(files && { files }),
    ...(onStopped && { onStopped }),
  });
}

function journalIn({ files, processes }: EmbeddedBusOptions, directory: string): OpenStateJournal {
  return (recovery) =>
    openJournal({ directory, name: 'bus', recovery, ...(files && { files }), ...(processes && { processes }) });
}
