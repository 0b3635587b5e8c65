import type { EventEnvelope, Trace } from '@hiregraph/kernel';
import { followApplication } from '../domain/attention.ts';
import { interviewDecision } from './decisions.ts';
import { concernsInterviews, leftStageId } from './known-application-changes.ts';
import type { Stores } from './stores.ts';

/**
 * Something happened to an application, and its row holds it already: interviews that no longer make sense get
 * attention; none is dropped. One guarded write an interview, with the event's id as its command, so the event may come
 * again. Where the row is newer than the event, the interviews look at the row: the older fact is history.
 */
export async function onApplicationChanged(
  stores: Pick<Stores, 'applications' | 'interviews' | 'jobs'>,
  event: EventEnvelope,
  trace: Trace,
): Promise<void> {
  if (!concernsInterviews(event)) return;
  const { tenantid: tenantId, subject: applicationId } = event;
  const [row, [interviews = []]] = await Promise.all([
    stores.applications.load(tenantId, applicationId),
    stores.interviews.ofApplications(tenantId, [applicationId]),
  ]);
  if (row === null || interviews.length === 0) return;
  const jobs = await stores.jobs.loadMany(tenantId, [...new Set(interviews.map(({ state }) => state.jobId))]);
  const change = {
    application: row.state,
    sequence: row.sequence,
    at: row.state.changedAt,
    leftStageId: leftStageId(event),
  };
  await Promise.all(
    interviews.map(({ id, state }) => {
      const job = jobs.get(state.jobId)?.state ?? null;
      // A repeated event may find a newer row, and must not flag again for what the row's own event will tell.
      const command = { commandId: event.id, trace, repeated: true };
      return stores.interviews.change(tenantId, id, command, (aggregate, now) =>
        interviewDecision(aggregate.state, followApplication(aggregate.state, change, job, now)),
      );
    }),
  );
}
