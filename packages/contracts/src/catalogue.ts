import { HiregraphError, type EventEnvelope, type Instant, type NewEvent } from '@hiregraph/kernel';
import type { z } from 'zod';
import type { EventData, EventType } from './event-type.ts';
import { APPLICATION_TOPIC, applicationEvents } from './events/application-events.ts';
import { CANDIDATE_TOPIC, candidateEvents } from './events/candidate-events.ts';
import { INTERVIEW_TOPIC, interviewEvents } from './events/interview-events.ts';
import { JOB_TOPIC, jobEvents } from './events/job-events.ts';
import { REFERENCE_TOPIC, referenceEvents } from './events/reference-events.ts';
import { SCORECARD_TOPIC, scorecardEvents } from './events/scorecard-events.ts';

/** Every topic of the platform. Topics are never compacted. */
export const TOPICS = [
  JOB_TOPIC,
  CANDIDATE_TOPIC,
  APPLICATION_TOPIC,
  INTERVIEW_TOPIC,
  SCORECARD_TOPIC,
  REFERENCE_TOPIC,
] as const;
export type Topic = (typeof TOPICS)[number];

/** Every event type, by its `type`. */
export const EVENT_TYPES: ReadonlyMap<string, EventType> = new Map(
  [jobEvents, candidateEvents, applicationEvents, interviewEvents, scorecardEvents, referenceEvents]
    .flatMap((group) => Object.values<EventType>(group))
    .map((eventType) => [eventType.type, eventType]),
);

/**
 * Makes an event for the store to stamp. The data is checked against the type's schema: what does not fit is a defect
 * of ours and must never be frozen.
 * @param time occurredAt
 * @param memo private facts that stay with the history entry
 */
export function newEvent<T extends EventType>(
  eventType: T,
  data: EventData<T>,
  time: Instant,
  memo?: Readonly<Record<string, unknown>>,
): NewEvent<T['type'], EventData<T>> {
  const parsed = eventType.data.safeParse(data);
  if (!parsed.success) {
    throw new HiregraphError('INTERNAL_ERROR', `Event data does not fit ${eventType.type}: ${parsed.error.message}`);
  }
  return { type: eventType.type, data: parsed.data as EventData<T>, time, ...(memo === undefined ? {} : { memo }) };
}

/** Whether an event is of this type; narrows its data. Producers are trusted: data was checked when it was made. */
export function isEvent<T extends EventType>(
  eventType: T,
  event: EventEnvelope,
): event is EventEnvelope<T['type'], z.infer<T['data']>> {
  return event.type === eventType.type;
}
