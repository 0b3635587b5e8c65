import { applicationEvents, isEvent } from '@hiregraph/contracts';
import type { HireRefusal } from '../domain/application.ts';
import type { StoredApplication } from './stores.ts';
import { tenantOf, type UseCase } from './use-case.ts';

/** Milliseconds kept back for the answer. */
const RESERVE = 150;
/** Milliseconds after which the store is asked although no write was seen: the outcome may be written by another replica. */
const POLL = 200;

/** How a hire attempt stands, for the caller who waits. */
export interface WatchedHire {
  readonly application: StoredApplication | null;
  /** Known where a later attempt, or the end of the application, has taken the hire's place in the state. */
  readonly refusedBecause: HireRefusal | null;
}

/** Waits until the attempt has an outcome, or the deadline is near. */
export async function watchHire(useCase: UseCase, id: string, attempt: string): Promise<WatchedHire> {
  const tenantId = tenantOf(useCase.caller);
  const { applications, outbox } = useCase.stores;
  let wake: () => void = () => undefined;
  const stopListening = outbox.onCommitted((committed) => {
    if (committed.id === id) wake();
  });
  try {
    for (;;) {
      // Made before the look, so that a write between look and wait is not missed.
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const application = await applications.load(tenantId, id);
      const remaining = useCase.deadline.remaining() - RESERVE;
      if (application?.state.hire?.attempt !== attempt) return await settledEarlier(useCase, application, attempt);
      if (application.state.hire.status !== 'PENDING' || remaining <= 0) return { application, refusedBecause: null };
      await orAfter(Math.min(POLL, remaining), changed);
    }
  } finally {
    stopListening();
  }
}

async function orAfter(milliseconds: number, event: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([event, timeout]);
  clearTimeout(timer);
}

/** Another attempt stands in the state by now: the history tells how this one ended. */
async function settledEarlier(
  useCase: UseCase,
  application: StoredApplication | null,
  attempt: string,
): Promise<WatchedHire> {
  if (application === null) return { application, refusedBecause: null };
  const history = await useCase.stores.applications.history(tenantOf(useCase.caller), application.id);
  for (const { event } of history) {
    if (isEvent(applicationEvents['hire-refused'], event) && event.data.attemptId === attempt) {
      return { application, refusedBecause: event.data.refusedBecause };
    }
  }
  return { application, refusedBecause: null };
}

/** Why the attempt did not lead to a hire; null where it did, or is still pending. */
export function refusalOf({ application, refusedBecause }: WatchedHire, attempt: string): HireRefusal | null {
  if (refusedBecause !== null) return refusedBecause;
  const hire = application?.state.hire ?? null;
  return hire?.status === 'REFUSED' && hire.attempt === attempt ? hire.refusedBecause : null;
}
