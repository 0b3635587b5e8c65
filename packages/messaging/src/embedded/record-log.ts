/** Where a record lies in a log, in bytes. Positions rise from record to record and are never given twice. */
export interface RecordPlace {
  readonly position: number;
  readonly bytes: number;
}

/** Gets every record that is durable, in order: at the opening those that were kept, later each new one. */
export type DurableHandler = (record: Buffer, place: RecordPlace) => void;

/** What is given up when a log grows too large. A part that is not given is not bounded. */
export interface LogRetention {
  /** Records that were written more than this many milliseconds ago may go. */
  readonly milliseconds?: number;
  /** More records than this many may go, the oldest first. */
  readonly records?: number;
}

/**
 * An append-only log of opaque records, written by one process. What is kept is read back by place, so nobody has to
 * hold the records in memory. Old records go by whole segments.
 */
export interface RecordLog {
  /** Reads what was kept; once, before anything else. */
  open(onDurable: DurableHandler): Promise<void>;
  /**
   * Records handed over together become durable together or not at all, in the order of the calls. When this resolves,
   * they are durable and the handler has had them.
   * @throws OverloadedError when too much is waiting already (nothing was taken)
   * @throws StoreUnavailableError after a failed write, and after close
   */
  append(records: readonly Buffer[]): Promise<void>;
  /** @throws OverloadedError when `append` of so many bytes would */
  assertRoom(bytes: number): void;
  /** Must be a place that the handler was given, and not one before `start`. */
  read(place: RecordPlace): Promise<Buffer>;
  /** @returns the position up to which retention asks for nothing; whole segments, never the newest */
  retentionPoint(retention: LogRetention, now: number): number;
  /** Drops the segments that end at or before a position. */
  dropBefore(position: number): Promise<void>;
  /** Writes what is pending. Calling it twice is harmless. */
  close(): Promise<void>;
}
