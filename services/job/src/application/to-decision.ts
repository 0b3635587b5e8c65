import type { NewEvent } from '@hiregraph/kernel';
import type { Decision } from '@hiregraph/storage';
import { evolveJob } from '../domain/evolve-job.ts';
import type { Job } from '../domain/job.ts';
import { isVisible, type JobEvent } from '../domain/job-events.ts';
import { evolveRejectionReason, type RejectionReason, type RejectionReasonEvent } from '../domain/rejection-reason.ts';
import { evolveUser, type User, type UserEvent } from '../domain/user.ts';
import { jobContractEvents, reasonContractEvents, userContractEvents } from './to-contract-events.ts';

/** What a job's events want written: the folded state, and what the platform is told. Null when nothing happened. */
export function jobDecision(before: Job | null, events: readonly JobEvent[]): Decision<Job> | null {
  return fold(before, events, evolveJob, jobContractEvents, isVisible);
}

export function reasonDecision(
  reasonId: string,
  before: RejectionReason | null,
  events: readonly RejectionReasonEvent[],
): Decision<RejectionReason> | null {
  const toContract = (event: RejectionReasonEvent, reason: RejectionReason): NewEvent[] =>
    reasonContractEvents(event, reasonId, reason);
  return fold(before, events, evolveRejectionReason, toContract, () => true);
}

export function userDecision(userId: string, before: User | null, events: readonly UserEvent[]): Decision<User> | null {
  return fold(
    before,
    events,
    evolveUser,
    (event) => userContractEvents(event, userId),
    () => true,
  );
}

/** A decision that cannot be empty: something is created. */
export function created<State>(decision: Decision<State> | null): Decision<State> {
  if (decision === null) throw new RangeError('Nothing was created.');
  return decision;
}

function fold<State, Event>(
  before: State | null,
  events: readonly Event[],
  evolve: (state: State | null, event: Event) => State,
  toContract: (event: Event, after: State) => readonly NewEvent[],
  isSeen: (event: Event) => boolean,
): Decision<State> | null {
  let state = before;
  const contractEvents: NewEvent[] = [];
  for (const event of events) {
    state = evolve(state, event);
    contractEvents.push(...toContract(event, state));
  }
  if (state === null || events.length === 0) return null;
  return { state, events: contractEvents, visible: events.some(isSeen) };
}
