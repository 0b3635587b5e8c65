import type { EventEnvelope } from '@hiregraph/kernel';
import { lateFlag } from './begin-application.ts';
import type { StoredApplication, Stores } from './stores.ts';

/**
 * A job stopped taking applications: those that were accepted after that moment, on what was still known here, are
 * flagged. Few by nature, since they fall between the event's time and its arrival.
 */
export async function flagLateApplications(stores: Stores, event: EventEnvelope): Promise<void> {
  const criteria = { jobIds: [event.subject], appliedAfter: event.time };
  let late: readonly StoredApplication[] = [];
  let after: readonly [string, string] | null = null;
  do {
    const page = await stores.applications.page(event.tenantid, criteria, 'APPLIED_AT_ASC', { first: 100, after });
    late = page.items;
    for (const application of late) await flag(stores, application, event);
    const last: StoredApplication | undefined = late.at(-1);
    after = last === undefined || !page.hasNextPage ? null : [last.state.appliedAt, last.id];
  } while (after !== null);
}

async function flag(stores: Stores, { id, tenantId, state }: StoredApplication, event: EventEnvelope): Promise<void> {
  if (!concerns(state, event)) return;
  const command = {
    commandId: event.id,
    trace: { correlationId: event.correlationid, causationId: event.id },
  };
  await stores.applications.change(tenantId, id, command, (application) => lateFlag(application.state));
}

/** A post that was unpublished concerns those who came through it; everything else the whole job. */
function concerns(state: StoredApplication['state'], { data }: EventEnvelope): boolean {
  if (typeof data !== 'object' || data === null || !('postId' in data)) return true;
  return state.postId === data.postId;
}
