/** What the bench asks of the server's process. */
export type Command =
  | { readonly name: 'report'; readonly collectGarbage: boolean }
  | { readonly name: 'idle' }
  | { readonly name: 'count-waits'; readonly on: boolean }
  | { readonly name: 'waits' }
  /** Begins a CPU profile, or ends it and writes it to the file. */
  | { readonly name: 'profile'; readonly file: string | null }
  | { readonly name: 'stop' };

/** Counters since the process began; the loop's delay and the events' since the last report. */
export interface ServerReport {
  readonly origin: string;
  readonly token: string;
  /** From the process's own start until stores, bus, relays and consumers ran. */
  readonly storesOpenMilliseconds: number;
  /** Bytes; `outsideHeap` is all that is resident and not the heap's: documents as bytes, and the program itself. */
  readonly memory: { readonly rss: number; readonly heapUsed: number; readonly outsideHeap: number };
  readonly cpuMilliseconds: number;
  /** By journal: `candidate`, `events` (the bus), `bus` (its offsets), … */
  readonly disk: Readonly<Record<string, { readonly syncs: number; readonly bytes: number }>>;
  /** Milliseconds. */
  readonly loopDelay: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Milliseconds from each event's own time until it was durable on the bus. */
  readonly eventDelays: readonly number[];
}

export type Reply =
  | { readonly name: 'report'; readonly report: ServerReport }
  | { readonly name: 'idle' }
  | { readonly name: 'waits'; readonly released: number };
