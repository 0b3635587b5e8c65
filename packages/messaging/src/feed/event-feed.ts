import { BadUserInputError, type Logger, OverloadedError } from '@hiregraph/kernel';
import type { EventBus, PositionVector } from '../event-bus.ts';
import { type Scheduler, systemScheduler } from '../scheduler.ts';
import { createFeedCursors, type FeedCursors } from './feed-cursor.ts';
import { EventsGoneError } from './feed-errors.ts';
import { DEFAULT_EVENT_FEED_LIMITS, type EventFeedLimits } from './feed-limits.ts';
import { type FeedItem, FeedReader } from './feed-reader.ts';

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

export interface EventFeed {
  /**
   * Opens a live feed of a tenant's events; it ends when the signal is aborted or the bus stops.
   * @returns once the start is known; what comes after goes by the iterator, which may throw EventsGoneError (retention
   *   overtook the reader), SlowReaderError and retryable errors of the bus
   * @throws BadUserInputError for a cursor or topic that is not of this feed; EventsGoneError; OverloadedError
   */
  open(request: OpenFeed): Promise<AsyncIterable<FeedItem, undefined>>;
}

/** The platform's events as outside readers get them (`/events`): a tenant's own, live, from any position that is kept. */
export function createEventFeed(options: EventFeedOptions): EventFeed {
  const limits = { ...DEFAULT_EVENT_FEED_LIMITS, ...options.limits };
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
