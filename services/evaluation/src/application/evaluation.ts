import { type Clock, createIdGenerator } from '@hiregraph/kernel';
import type { OwnerClient } from '@hiregraph/subgraph';
import type { Asking } from './asking.ts';
import { createKnowledge, type Knowledge } from './knowledge.ts';
import { createOwnerQuestions } from './owner-questions.ts';
import { createRequestReads, type RequestReads } from './request-reads.ts';
import { createShownFeedbacks, type ShownFeedbacks } from './shown-feedback.ts';
import { createSightings, type Sightings } from './sightings.ts';
import type { Stores } from './stores.ts';

/** What every use case of this service works with. */
export interface Evaluation {
  readonly stores: Stores;
  readonly knowledge: Knowledge;
  readonly sightings: Sightings;
  readonly clock: Clock;
}

/** One request's part of it. */
export interface EvaluationRequest {
  readonly asking: Asking;
  readonly reads: RequestReads;
  readonly shown: ShownFeedbacks;
  /** Forgets what was read: a command has changed it. */
  forget(): void;
}

export function createEvaluation(stores: Stores, owners: OwnerClient, clock: Clock): Evaluation {
  return {
    stores,
    knowledge: createKnowledge(stores, createOwnerQuestions(owners)),
    sightings: createSightings(stores, clock, createIdGenerator(clock)),
    clock,
  };
}

export function createEvaluationRequest(evaluation: Evaluation, asking: Asking): EvaluationRequest {
  const reads = createRequestReads(evaluation.stores, evaluation.knowledge, asking);
  const shown = createShownFeedbacks(reads, evaluation.sightings);
  return {
    asking,
    reads,
    shown,
    forget: () => {
      reads.forget();
      shown.forget();
    },
  };
}
