import type { Instant } from './clock.ts';

/**
 * One event as it is frozen in an aggregate's history and sent to a topic: a CloudEvents 1.0 event in structured form
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md) with our extension attributes.
 */
export interface EventEnvelope<Type extends string = string, Data = unknown> {
  readonly specversion: '1.0';
  /** `<aggregate id>:<sequence>`; never changes, so that a repeat is seen to be one. */
  readonly id: string;
  /** `/hiregraph/<service>/<store epoch>`. */
  readonly source: string;
  readonly type: Type;
  /** The aggregate's id; also the key on the topic. */
  readonly subject: string;
  /** When it happened (occurredAt). */
  readonly time: Instant;
  readonly datacontenttype: 'application/json';
  readonly tenantid: string;
  /** From 1, rising by one an event, gap-free per aggregate over all types. */
  readonly sequence: number;
  /** The request, or chain of requests, that this belongs to. */
  readonly correlationid: string;
  /** The event or command that directly caused this one. */
  readonly causationid: string;
  /** W3C trace context, where the request had one. */
  readonly traceparent?: string;
  readonly data: Data;
}

/** An event before the store stamps its id and sequence at the write. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** occurredAt: the decision's `now`, never before the aggregate's last. */
  readonly time: Instant;
  /** Private facts kept with the history entry, e.g. a note; never sent anywhere. */
  readonly memo?: Readonly<Record<string, unknown>>;
}

/** Which request a write belongs to; copied into every event that the write makes. */
export interface Trace {
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent?: string;
}
