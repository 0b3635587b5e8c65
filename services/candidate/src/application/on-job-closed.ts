import { type CursorPosition, type EventEnvelope, MAX_PAGE_SIZE, type Page } from '@hiregraph/kernel';
import { lateFlag } from './begin-application.ts';
import { positionIn, type BriefApplication, type Stores } from './stores.ts';

const SORT = 'APPLIED_AT_ASC';

/**
 * A job stopped taking applications: those that were accepted after that moment, on what was still known here, are
 * flagged. Few by nature, since they fall between the event's time and its arrival.
 */
export async function flagLateApplications(stores: Stores, event: EventEnvelope): Promise<void> {
  const criteria = { jobIds: [event.subject], appliedAfter: event.time };
  let after: CursorPosition | null = null;
  do {
    const page: Page<BriefApplication> = await stores.applications.page(event.tenantid, criteria, SORT, {
      first: MAX_PAGE_SIZE,
      after,
    });
    for (const application of page.items) await flag(stores, application, event);
    const last = page.items.at(-1);
    after = last === undefined || !page.hasNextPage ? null : positionIn(SORT, last);
  } while (after !== null);
}

async function flag(stores: Stores, { id, tenantId, state }: BriefApplication, event: EventEnvelope): Promise<void> {
  if (!concerns(state, event)) return;
  const command = {
    commandId: event.id,
    trace: { correlationId: event.correlationid, causationId: event.id },
    repeated: true,
  };
  await stores.applications.change(tenantId, id, command, (application) => lateFlag(application.state));
}

/** A post that was unpublished concerns those who came through it; everything else the whole job. */
function concerns(state: BriefApplication['state'], { data }: EventEnvelope): boolean {
  if (typeof data !== 'object' || data === null || !('postId' in data)) return true;
  return state.postId === data.postId;
}
