import { type EventFeed, EventsGoneError } from '@hiregraph/messaging';
import { CursorGoneError, type EventStreamSource } from './event-stream.ts';

/** What `?after=` may be instead of a cursor: everything that is kept. */
const BEGINNING = 'beginning';

/** The event stream of the gateway, out of messaging's feed. */
export function createFeedEventStream(feed: EventFeed): EventStreamSource {
  return {
    open: async ({ tenantId, after, topics, types, signal }) => {
      try {
        return await feed.open({
          tenantId,
          signal,
          ...(after === BEGINNING ? { from: 'earliest' as const } : { after }),
          ...(topics === null ? {} : { topics }),
          ...(types === null ? {} : { types }),
        });
      } catch (error) {
        if (error instanceof EventsGoneError) throw new CursorGoneError(error.earliestCursor);
        throw error;
      }
    },
  };
}
