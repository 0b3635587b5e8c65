import { HiregraphError, type EventEnvelope } from '@hiregraph/kernel';

/**
 * What a service does with others' events. `handle` is called in order for one key, possibly more than once for one
 * event, and must be harmless when repeated: the projection row first, then one guarded write a document.
 *
 * A retryable HiregraphError makes the runner wait and try again; a SequenceGapError and every other error park the key:
 * a durable marker, the dead letter, the offset, and later events of that key follow into the dead letters.
 */
export interface EventConsumer {
  /** The consumer group, e.g. `candidate.jobs`. */
  readonly group: string;
  readonly topics: readonly string[];
  handle(event: EventEnvelope): Promise<void>;
}

/** An event came whose predecessors are missing. */
export class SequenceGapError extends HiregraphError {
  constructor(event: Pick<EventEnvelope, 'id' | 'type'>, lastApplied: number | null) {
    super(
      'INTERNAL_ERROR',
      `Event ${event.id} (${event.type}) came after a gap: ${
        lastApplied === null ? 'its predecessor was not applied' : `the last applied sequence is ${lastApplied}`
      }. The key is parked; rebuild the projection or replay the missing events.`,
    );
  }
}

/** An event that a broker will never take (too large, say). Parks its aggregate and alarms. */
export class EventRefusedError extends HiregraphError {
  constructor(message: string, cause?: unknown) {
    super('INTERNAL_ERROR', message, { cause });
  }
}
