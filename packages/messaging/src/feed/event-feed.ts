import { BadUserInputError, type EventEnvelope, type Logger, OverloadedError } from '@hiregraph/kernel';
import { BoundedQueue } from '../bounded-queue.ts';
import type { EventBus, PositionVector } from '../event-bus.ts';
import { PositionGoneError } from '../position-vector.ts';
import { type Scheduler, systemScheduler } from '../scheduler.ts';
import { createFeedCursors, type FeedCursors } from './feed-cursor.ts';
import { EventsGoneError, SlowReaderError } from './feed-errors.ts';

export interface EventFeedLimits {
  /** Readers at a time; past it: OverloadedError. Default 100. */
  readonly readers: number;
  /** Items that wait for a reader, each. Default 500. */
  readonly bufferedItems: number;
  /** A reader whose buffer is full and who takes nothing for so long, in milliseconds, is cut off. Default 30,000. */
  readonly patienceMilliseconds: number;
  /** So many records that are not the reader's own give it a checkpoint. Default 1,000. */
  readonly checkpointRecords: number;
}

export interface EventFeedOptions {
  readonly bus: Pick<EventBus, 'read' | 'earliest' | 'latest'>;
  readonly topics: readonly string[];
  /** At least 16 bytes; the same on every replica. */
  readonly cursorSecret: string;
  readonly logger: Logger;
  readonly scheduler?: Scheduler;
  readonly limits?: Partial<EventFeedLimits>;
}

export interface OpenFeed {
  /** Only this tenant's events are given. */
  readonly tenantId: string;
  /** Goes on right behind this cursor. */
  readonly after?: string | null;
  /** Where reading begins without a cursor. Default: latest. */
  readonly from?: 'earliest' | 'latest';
  /** Default: all of the feed's. */
  readonly topics?: readonly string[];
  /** Event types; default: all. */
  readonly types?: readonly string[];
  readonly signal?: AbortSignal;
}

/** What a reader gets. A null event is a checkpoint: nothing of theirs lay between the last cursor and this one. */
export interface FeedItem {
  readonly cursor: string;
  readonly event: EventEnvelope | null;
}

export interface EventFeed {
  /**
   * Opens a live feed of a tenant's events; it ends when the signal is aborted or the bus stops.
   * @returns once the start is known; what comes after goes by the iterator, which may throw EventsGoneError (retention
   *   overtook the reader), SlowReaderError and retryable errors of the bus
   * @throws BadUserInputError for a cursor or topic that is not of this feed; EventsGoneError; OverloadedError
   */
  open(request: OpenFeed): Promise<AsyncIterable<FeedItem>>;
}

const DEFAULT_LIMITS: EventFeedLimits = {
  readers: 100,
  bufferedItems: 500,
  patienceMilliseconds: 30_000,
  checkpointRecords: 1_000,
};

/** The platform's events as outside readers get them (`/events`): a tenant's own, live, from any position that is kept. */
export function createEventFeed(options: EventFeedOptions): EventFeed {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { bus, scheduler = systemScheduler, logger } = options;
  let readers = 0;
  return {
    async open(request) {
      const topics = topicsOf(request, options.topics);
      const cursors = createFeedCursors(options.cursorSecret, request.tenantId, topics);
      if (readers >= limits.readers) {
        throw new OverloadedError(`${readers} readers follow the events, as many as may. Try again in a while.`, 30);
      }
      readers += 1;
      try {
        const from = await startOf(bus, request, topics, cursors);
        const reader = new FeedReader({ bus, topics, from, request, cursors, limits, scheduler });
        let left = false;
        const leave = (): void => {
          if (left) return;
          left = true;
          readers -= 1;
          logger.debug({ readers }, 'A reader of the events left.');
        };
        // One who leaves before the first item was asked for is gone too.
        request.signal?.addEventListener('abort', leave, { once: true });
        return reader.run(leave);
      } catch (error) {
        readers -= 1;
        throw error;
      }
    },
  };
}

function topicsOf({ topics }: OpenFeed, known: readonly string[]): readonly string[] {
  const unknown = topics?.find((topic) => !known.includes(topic));
  if (unknown !== undefined) {
    throw new BadUserInputError(`There is no topic "${unknown}". There are: ${known.join(', ')}.`, ['topics']);
  }
  return [...(topics ?? known)].sort();
}

async function startOf(
  bus: EventFeedOptions['bus'],
  { after, from }: OpenFeed,
  topics: readonly string[],
  cursors: FeedCursors,
): Promise<PositionVector> {
  const earliest = await bus.earliest(topics);
  const latest = await bus.latest(topics);
  if (after === null || after === undefined) return from === 'earliest' ? earliest : latest;
  const position = cursors.decode(after);
  const isKept = Object.entries(position).every(
    ([partition, offset]) => offset >= (earliest[partition] ?? 0) && offset <= (latest[partition] ?? 0),
  );
  if (!isKept) throw new EventsGoneError(cursors.encode(earliest));
  return position;
}

interface FeedReaderParts {
  readonly bus: EventFeedOptions['bus'];
  readonly topics: readonly string[];
  readonly from: PositionVector;
  readonly request: OpenFeed;
  readonly cursors: FeedCursors;
  readonly limits: EventFeedLimits;
  readonly scheduler: Scheduler;
}

interface PendingItem {
  readonly position: PositionVector;
  readonly event: EventEnvelope | null;
}

class FeedReader {
  readonly #parts: FeedReaderParts;
  readonly #queue: BoundedQueue<PendingItem>;
  readonly #leaving = new AbortController();
  #skipped = 0;

  constructor(parts: FeedReaderParts) {
    this.#parts = parts;
    this.#queue = new BoundedQueue(parts.limits.bufferedItems, parts.scheduler);
    const { signal } = parts.request;
    if (signal?.aborted) this.#leaving.abort();
    signal?.addEventListener('abort', () => this.#leaving.abort(), { signal: this.#leaving.signal });
  }

  /** @param onLeave called when the reader has gone */
  async *run(onLeave: () => void): AsyncGenerator<FeedItem> {
    const filling = this.#fill();
    try {
      for await (const { position, event } of this.#queue) {
        yield { cursor: this.#parts.cursors.encode(position), event };
      }
    } finally {
      this.#leaving.abort();
      await filling;
      onLeave();
    }
  }

  async #fill(): Promise<void> {
    const { bus, topics, from, cursors, limits } = this.#parts;
    const { signal } = this.#leaving;
    try {
      for await (const { record, position } of bus.read({ topics, from, live: true, signal })) {
        const item = this.#itemOf(record.event, position);
        if (item === null || (await this.#queue.put(item, limits.patienceMilliseconds))) continue;
        if (!signal.aborted) this.#queue.fail(new SlowReaderError());
        return;
      }
      this.#queue.end();
    } catch (error) {
      const gone = error instanceof PositionGoneError;
      this.#queue.fail(gone ? new EventsGoneError(cursors.encode(error.earliest)) : error);
    }
  }

  /** @returns null for what is not the reader's, save where a checkpoint is due */
  #itemOf(event: EventEnvelope, position: PositionVector): PendingItem | null {
    const { request, limits } = this.#parts;
    const isTheirs = event.tenantid === request.tenantId && (request.types?.includes(event.type) ?? true);
    this.#skipped = isTheirs ? 0 : this.#skipped + 1;
    if (isTheirs) return { position, event };
    if (this.#skipped < limits.checkpointRecords) return null;
    this.#skipped = 0;
    return { position, event: null };
  }
}
