import {
  APPLICATION_TOPIC,
  INTERVIEW_TOPIC,
  isEvent,
  JOB_TOPIC,
  SCORECARD_TOPIC,
  scorecardEvents,
} from '@hiregraph/contracts';
import type { EventEnvelope, Trace } from '@hiregraph/kernel';
import { type EventConsumer, SequenceGapError } from '@hiregraph/messaging';
import type { ApplyResult } from '@hiregraph/storage';
import { followInterview } from './follow-interview.ts';
import { followScorecard } from './follow-scorecard.ts';
import { changedApplication } from './known-application-changes.ts';
import { changedJob } from './known-job-changes.ts';
import { onApplicationChanged } from './on-application-changed.ts';
import type { Stores } from './stores.ts';

function traceOf(event: EventEnvelope): Trace {
  return {
    correlationId: event.correlationid,
    causationId: event.id,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
  };
}

/** @throws SequenceGapError, which parks the key */
function assertNoGap(result: ApplyResult, event: EventEnvelope): void {
  if (result === 'gap') throw new SequenceGapError(event, null);
}

/** What this service does with events: others' facts it keeps, its own it follows up. Every one may come again. */
export function createConsumers(stores: Stores): readonly EventConsumer[] {
  return [
    {
      group: 'evaluation.jobs',
      topics: [JOB_TOPIC],
      async handle(event) {
        const { tenantid, subject, sequence, time: at } = event;
        const result = await stores.jobs.apply(tenantid, subject, { sequence, at }, (row) => changedJob(row, event));
        assertNoGap(result, event);
      },
    },
    {
      group: 'evaluation.applications',
      topics: [APPLICATION_TOPIC],
      async handle(event) {
        const { tenantid, subject, sequence, time: at } = event;
        const change = (row: Parameters<typeof changedApplication>[0]) => changedApplication(row, event);
        assertNoGap(await stores.applications.apply(tenantid, subject, { sequence, at }, change), event);
        await onApplicationChanged(stores, event, traceOf(event));
      },
    },
    {
      group: 'evaluation.interviews',
      topics: [INTERVIEW_TOPIC],
      handle: (event) => followInterview(stores, event.tenantid, event.subject, traceOf(event)),
    },
    {
      group: 'evaluation.scorecards',
      topics: [SCORECARD_TOPIC],
      async handle(event) {
        if (!isEvent(scorecardEvents.submitted, event)) return;
        await followScorecard(stores, event.tenantid, event.subject, traceOf(event));
      },
    },
  ];
}
