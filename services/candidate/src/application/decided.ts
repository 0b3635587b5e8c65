import type { NewEvent } from '@hiregraph/kernel';
import type { Decision } from '@hiregraph/storage';
import { type Application, type ApplicationEvent, evolve } from '../domain/application.ts';
import { type Candidate, type CandidateEvent, evolveCandidate } from '../domain/candidate.ts';
import { type IndexedCandidate, withLookup } from '../domain/candidate-lookup.ts';
import { toCandidateContractEvent, toContractEvent } from './to-contract-events.ts';

/** What is written where these events were decided; null where there are none. */
export function decidedOnApplication(
  before: Application | null,
  events: readonly ApplicationEvent[],
): Decision<Application> | null {
  let state = before;
  const frozen: NewEvent[] = [];
  for (const event of events) {
    state = evolve(state, event);
    frozen.push(toContractEvent(event, state));
  }
  return state === null || frozen.length === 0 ? null : { state, events: frozen, visible: true };
}

/** What is written where these events were decided; null where there are none. */
export function decidedOnCandidate(
  before: IndexedCandidate | null,
  events: readonly CandidateEvent[],
): Decision<IndexedCandidate> | null {
  let state: Candidate | null = before;
  const frozen: NewEvent[] = [];
  for (const event of events) {
    state = evolveCandidate(state, event);
    frozen.push(toCandidateContractEvent(event, state));
  }
  return state === null || frozen.length === 0
    ? null
    : { state: withLookup(state, before), events: frozen, visible: true };
}

/** For a decision that always has events: what begins an aggregate. */
export function begun<State>(decision: Decision<State> | null): Decision<State> {
  if (decision === null) throw new RangeError('Nothing was decided, so there is nothing to begin.');
  return decision;
}
