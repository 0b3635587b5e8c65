import { type Instant, secondsBetween } from '@hiregraph/kernel';
import { assertAtMost } from './bounded-text.ts';
import { LIMITS } from './limits.ts';

/** How often and how long an application was in one stage, save for a stay that goes on. */
export interface Stay {
  readonly stageId: string;
  readonly visits: number;
  /** Whole seconds of all stays that have ended, each floored by itself. */
  readonly completedSeconds: number;
}

/** The stays after a stage was entered. In order of the first visit; one entry a stage, so the list is bounded. */
export function enterStage(stays: readonly Stay[], stageId: string): readonly Stay[] {
  if (stays.some((stay) => stay.stageId === stageId)) {
    return stays.map((stay) => (stay.stageId === stageId ? { ...stay, visits: stay.visits + 1 } : stay));
  }
  assertAtMost(stays.length + 1, LIMITS.stays, 'stages in the history of one application', []);
  return [...stays, { stageId, visits: 1, completedSeconds: 0 }];
}

/** The stays after one in that stage ended. @param seconds how long it was */
export function leaveStage(stays: readonly Stay[], stageId: string, seconds: number): readonly Stay[] {
  return stays.map((stay) =>
    stay.stageId === stageId ? { ...stay, completedSeconds: stay.completedSeconds + seconds } : stay,
  );
}

/** A stay that an event ends: when it had begun, and its length in whole seconds. */
export interface EndedStay {
  readonly enteredFromAt: Instant;
  readonly secondsInFrom: number;
}

export function endStay(enteredAt: Instant, at: Instant): EndedStay {
  return { enteredFromAt: enteredAt, secondsInFrom: secondsBetween(enteredAt, at) };
}
