import { DomainError, type NewEvent } from '@hiregraph/kernel';
import type { Decision, StoredAggregate } from '@hiregraph/storage';
import {
  evolveInterview,
  type InterviewEvent,
  type InterviewState,
  isVisibleInterviewEvent,
} from '../domain/interview.ts';
import { evolveInterviewKit, type InterviewKitEvent, type InterviewKitState } from '../domain/interview-kit.ts';
import {
  evolveScorecard,
  isVisibleScorecardEvent,
  type ScorecardEvent,
  type ScorecardState,
} from '../domain/scorecard.ts';
import { interviewContractEvent, interviewKitContractEvent, scorecardContractEvent } from './to-contract-events.ts';

/** How one kind of aggregate turns its facts into what the store writes. */
interface Recipe<State, Event> {
  readonly evolve: (state: State | null, event: Event) => State;
  readonly isVisible: (event: Event, before: State | null) => boolean;
  readonly toContract: (event: Event, after: State) => NewEvent | null;
}

/** Folds the facts of one decision; null where there are none. */
function decisionOf<State, Event>(
  { evolve, isVisible, toContract }: Recipe<State, Event>,
  before: State | null,
  facts: readonly Event[],
): Decision<State> | null {
  let state = before;
  let visible = false;
  const events: NewEvent[] = [];
  for (const fact of facts) {
    visible ||= isVisible(fact, state);
    state = evolve(state, fact);
    const event = toContract(fact, state);
    if (event !== null) events.push(event);
  }
  return state === null || facts.length === 0 ? null : { state, events, visible };
}

const interviews: Recipe<InterviewState, InterviewEvent> = {
  evolve: evolveInterview,
  isVisible: isVisibleInterviewEvent,
  toContract: interviewContractEvent,
};

const scorecards: Recipe<ScorecardState, ScorecardEvent> = {
  evolve: evolveScorecard,
  isVisible: isVisibleScorecardEvent,
  toContract: scorecardContractEvent,
};

const kits: Recipe<InterviewKitState, InterviewKitEvent> = {
  evolve: evolveInterviewKit,
  isVisible: () => true,
  toContract: interviewKitContractEvent,
};

type Decide<State, Event> = (before: State | null, facts: readonly Event[]) => Decision<State> | null;

export const interviewDecision: Decide<InterviewState, InterviewEvent> = (before, facts) =>
  decisionOf(interviews, before, facts);
export const scorecardDecision: Decide<ScorecardState, ScorecardEvent> = (before, facts) =>
  decisionOf(scorecards, before, facts);
export const kitDecision: Decide<InterviewKitState, InterviewKitEvent> = (before, facts) =>
  decisionOf(kits, before, facts);

/** A decision that creates: its first fact always makes a state. */
export function created<State>(decision: Decision<State> | null): Decision<State> {
  if (decision === null) throw new Error('A creation without a fact');
  return decision;
}

/** @throws DomainError CONFLICT when the object is not as the caller saw it */
export function assertVersion(aggregate: StoredAggregate<unknown>, expected: number | null | undefined): void {
  if (expected === null || expected === undefined || expected === aggregate.version) return;
  throw new DomainError(
    'CONFLICT',
    `This was changed meanwhile: you expected version ${expected}, and it is at ${aggregate.version}. Look at it as it is now and decide again.`,
    { path: ['input', 'expectedVersion'], details: { version: aggregate.version } },
  );
}
