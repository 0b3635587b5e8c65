import type { EventData, jobEvents } from '@hiregraph/contracts';
import { type EventEnvelope, HiregraphError } from '@hiregraph/kernel';
import type { CommandContext } from '@hiregraph/storage';
import type { SagaFailpoints } from '@hiregraph/subgraph';
import type { Application, ApplicationEvent } from '../domain/application.ts';
import { confirmHire, refuseHire } from '../domain/hire-decisions.ts';
import { decidedOnApplication } from './decided.ts';
import type { Stores } from './stores.ts';

type Reserved = EventEnvelope<string, EventData<(typeof jobEvents)['opening-reserved']>>;
type Refused = EventEnvelope<string, EventData<(typeof jobEvents)['opening-refused']>>;

/** A seat was reserved for a hire: hires, unless that attempt is over. */
export async function onOpeningReserved(stores: Stores, event: Reserved, failpoints?: SagaFailpoints): Promise<void> {
  const { applicationId, attemptId, openingId, openedAt } = event.data;
  if (applicationId === null || attemptId === null) return;
  const job = await stores.jobs.load(event.tenantid, event.subject);
  if (job === null) throw new HiregraphError('INTERNAL_ERROR', `Nothing is known of ${event.subject}.`);
  const reserved = { attempt: attemptId, seat: { openingId, openedAt } };
  await failpoints?.('hire.before-outcome');
  await settle(stores, event, applicationId, (state, now) => confirmHire(state, reserved, job.state, now));
  await failpoints?.('hire.after-outcome');
}

/** No seat was reserved: the application stays active, unless that attempt is over. */
export async function onOpeningRefused(stores: Stores, event: Refused, failpoints?: SagaFailpoints): Promise<void> {
  const { applicationId, attemptId, refusedBecause } = event.data;
  const refused = { attempt: attemptId, refusedBecause };
  await failpoints?.('hire.before-outcome');
  await settle(stores, event, applicationId, (state, now) => refuseHire(state, refused, now));
  await failpoints?.('hire.after-outcome');
}

/** The event's id is the command's: a redelivered answer finds itself applied. */
async function settle(
  stores: Stores,
  event: EventEnvelope,
  applicationId: string,
  decide: (state: Application, now: string) => readonly ApplicationEvent[],
): Promise<void> {
  const { id, tenantid, correlationid, traceparent } = event;
  const trace = { correlationId: correlationid, causationId: id };
  const command: CommandContext = {
    commandId: id,
    trace: traceparent === undefined ? trace : { ...trace, traceparent },
    repeated: true,
  };
  await stores.applications.change(tenantid, applicationId, command, ({ state }, now) =>
    decidedOnApplication(state, decide(state, now)),
  );
}
