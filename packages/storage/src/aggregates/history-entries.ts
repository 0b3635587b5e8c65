import { type EventEnvelope, type Instant, laterOf, type NewEvent } from '@hiregraph/kernel';
import type { CommitRequest, HistoryEntry } from '../aggregate-store.ts';
import { EventTooLargeError } from '../engine/engine-errors.ts';

export interface FrozenHistory {
  readonly entries: readonly HistoryEntry[];
  readonly events: readonly EventEnvelope[];
  /** JSON bytes of the entries. */
  readonly bytes: number;
  readonly lastSequence: number;
  readonly lastOccurredAt: Instant | null;
}

/**
 * Stamps new events with id, source and consecutive sequences, and freezes them as they will be sent. Each is taken through
 * JSON once, so that what is stored, sent and replayed is the same to the letter.
 * @param source `/hiregraph/<service>/<store epoch>`
 * @throws EventTooLargeError
 */
export function freezeEvents<State>(request: CommitRequest<State>, source: string, eventBytes: number): FrozenHistory {
  let lastSequence = request.base?.lastSequence ?? 0;
  let lastOccurredAt = request.base?.lastOccurredAt ?? null;
  let bytes = 0;
  const entries = request.events.map((event): HistoryEntry => {
    lastSequence++;
    lastOccurredAt = laterOf(event.time, lastOccurredAt);
    const text = JSON.stringify(envelopeOf(request, event, source, lastSequence, lastOccurredAt));
    const size = Buffer.byteLength(text);
    if (size > eventBytes) throw new EventTooLargeError(event.type, size, eventBytes);
    const entry: HistoryEntry = {
      sequence: lastSequence,
      recordedAt: request.recordedAt ?? request.now,
      commandId: request.commandId,
      event: JSON.parse(text) as EventEnvelope,
      ...(event.memo === undefined ? {} : { memo: event.memo }),
    };
    bytes += size + entryOverhead(entry);
    return entry;
  });
  return { entries, events: entries.map(({ event }) => event), bytes, lastSequence, lastOccurredAt };
}

/** Bytes of the entries, counted the same way whenever it is done. */
export function historySize(entries: readonly HistoryEntry[]): number {
  return entries.reduce((sum, entry) => sum + Buffer.byteLength(JSON.stringify(entry.event)) + entryOverhead(entry), 0);
}

const EMPTY_ENTRY = '{"sequence":,"recordedAt":"","commandId":"","event":0}';

/** Bytes of an entry beside its event. Instants and ids are written in ASCII and have nothing to escape. */
function entryOverhead({ sequence, recordedAt, commandId, memo }: HistoryEntry): number {
  const memoBytes = memo === undefined ? 0 : ',"memo":'.length + Buffer.byteLength(JSON.stringify(memo));
  return EMPTY_ENTRY.length + String(sequence).length + recordedAt.length + commandId.length + memoBytes;
}

function envelopeOf<State>(
  request: CommitRequest<State>,
  event: NewEvent,
  source: string,
  sequence: number,
  time: Instant,
): EventEnvelope {
  const { traceparent } = request.trace;
  return {
    specversion: '1.0',
    id: `${request.id}:${sequence}`,
    source,
    type: event.type,
    subject: request.id,
    time,
    datacontenttype: 'application/json',
    tenantid: request.tenantId,
    sequence,
    correlationid: request.trace.correlationId,
    causationid: request.trace.causationId,
    ...(traceparent === undefined ? {} : { traceparent }),
    data: event.data,
  };
}
