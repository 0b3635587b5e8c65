import type { EventEnvelope } from '@hiregraph/kernel';
import { BoundedQueue } from '../bounded-queue.ts';
import type { EventBus, PositionVector } from '../event-bus.ts';
import { PositionGoneError } from '../position-vector.ts';
import type { Scheduler } from '../scheduler.ts';
import type { FeedCursors } from './feed-cursor.ts';
import { EventsGoneError, SlowReaderError } from './feed-errors.ts';
import type { EventFeedLimits } from './feed-limits.ts';

/** What a reader gets. A null event is a checkpoint: nothing of theirs lay between the last cursor and this one. */
export interface FeedItem {
  readonly cursor: string;
  readonly event: EventEnvelope | null;
}

/** Whose events, and which of them. */
export interface Wanted {
  readonly tenantId: string;
  readonly types?: readonly string[];
  readonly signal?: AbortSignal;
}

export interface FeedReaderParts {
  readonly bus: Pick<EventBus, 'read'>;
  readonly topics: readonly string[];
  readonly from: PositionVector;
  readonly request: Wanted;
  readonly cursors: FeedCursors;
  readonly limits: EventFeedLimits;
  readonly scheduler: Scheduler;
}

interface PendingItem {
  readonly position: PositionVector;
  readonly event: EventEnvelope | null;
}

/** One reader of the feed: what is theirs of all that is published, through a bounded buffer. */
export class FeedReader {
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
  async *run(onLeave: () => void): AsyncGenerator<FeedItem, undefined> {
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
