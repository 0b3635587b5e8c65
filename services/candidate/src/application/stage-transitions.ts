import { type ActorData, type ApplicationFacts, applicationEvents, isEvent, type StageRef } from '@hiregraph/contracts';
import type { EventEnvelope, Instant } from '@hiregraph/kernel';
import type { HistoryEntry } from '@hiregraph/storage';
import type { Direction } from '../domain/application.ts';
import { directionOf } from '../domain/application-decisions.ts';

export type StageTransitionKind =
  | 'SUBMITTED'
  | 'MOVED'
  | 'REJECTED'
  | 'UNREJECTED'
  | 'WITHDRAWN'
  | 'HIRED'
  | 'UNHIRED'
  | 'TRANSFERRED';

/** One fact in an application's history, as it follows from its frozen event. */
export interface StageTransition {
  readonly sequence: number;
  readonly kind: StageTransitionKind;
  readonly fromStageId: string | null;
  readonly toStageId: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly enteredFromAt: Instant | null;
  readonly secondsInFrom: number | null;
  readonly direction: Direction;
  readonly actor: ActorData;
  readonly reasonId: string | null;
  readonly note: string | null;
}

type Passage = Pick<
  StageTransition,
  'kind' | 'fromStageId' | 'toStageId' | 'enteredFromAt' | 'secondsInFrom' | 'direction'
>;

/** An application's transitions, the oldest first. Asking for a hire, and its refusal, move nothing and are none. */
export function stageTransitions(history: readonly HistoryEntry[]): readonly StageTransition[] {
  return history.flatMap((entry) => {
    const passage = passageOf(entry.event);
    if (passage === null) return [];
    const { event, sequence, recordedAt, memo } = entry;
    // Every event of this topic carries these.
    const { actor } = event.data as ApplicationFacts;
    const reasonId = isEvent(applicationEvents.rejected, event) ? event.data.reasonId : null;
    const note = typeof memo?.note === 'string' ? memo.note : null;
    return [{ sequence, ...passage, occurredAt: event.time, recordedAt, actor, reasonId, note }];
  });
}

function passageOf(event: EventEnvelope): Passage | null {
  if (isEvent(applicationEvents.submitted, event)) return entered('SUBMITTED', event.data);
  if (isEvent(applicationEvents.unrejected, event)) return entered('UNREJECTED', event.data);
  if (isEvent(applicationEvents.rejected, event)) return ended('REJECTED', event.data);
  if (isEvent(applicationEvents.withdrawn, event)) return ended('WITHDRAWN', event.data);
  if (isEvent(applicationEvents['stage-changed'], event)) {
    return { ...passed('MOVED', event.data, event.data.to), direction: event.data.direction };
  }
  if (isEvent(applicationEvents.hired, event)) return passedAlong('HIRED', event.data);
  if (isEvent(applicationEvents.unhired, event)) return passedAlong('UNHIRED', event.data);
  if (isEvent(applicationEvents.transferred, event)) return passed('TRANSFERRED', event.data, event.data.to);
  return null;
}

function entered(kind: StageTransitionKind, { stage }: ApplicationFacts): Passage {
  return { kind, fromStageId: null, toStageId: stage.id, enteredFromAt: null, secondsInFrom: null, direction: null };
}

function ended(kind: StageTransitionKind, { stage, enteredAt, secondsInStage }: ApplicationFacts): Passage {
  return {
    kind,
    fromStageId: stage.id,
    toStageId: null,
    enteredFromAt: enteredAt,
    secondsInFrom: secondsInStage,
    direction: null,
  };
}

interface Stay {
  readonly from: StageRef;
  readonly enteredFromAt: Instant;
  readonly secondsInFrom: number;
}

function passed(kind: StageTransitionKind, { from, enteredFromAt, secondsInFrom }: Stay, to: StageRef): Passage {
  return { kind, fromStageId: from.id, toStageId: to.id, enteredFromAt, secondsInFrom, direction: null };
}

/** From one stage of the pipeline to another, whose places tell the direction. */
function passedAlong(kind: StageTransitionKind, data: Stay & ApplicationFacts): Passage {
  return { ...passed(kind, data, data.stage), direction: directionOf(data.from, data.stage) };
}
