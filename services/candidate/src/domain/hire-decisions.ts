import type { Application, ApplicationEvent, HireRefusal, TakenSeat } from './application.ts';
import { type Asked, assertReturn } from './application-decisions.ts';
import { assertCanDo } from './application-transitions.ts';
import { findStage, hiredStage, type Pipeline, stageRefOf } from './pipeline.ts';
import { endStay } from './stay.ts';

type Events = readonly ApplicationEvent[];

/**
 * Asks job for a seat.
 * @param attempt the id that the event will have: it names this hire from here on
 * @throws DomainError ILLEGAL_TRANSITION, HIRE_PENDING
 */
export function requestHire(state: Application, attempt: string, asked: Asked): Events {
  assertCanDo('requestHire', state);
  return [{ type: 'HireRequested', ...asked, attempt }];
}

/**
 * A seat was reserved: hires, and moves to the HIRED stage, in one write. A stale attempt changes nothing, since what
 * ended it has told job already.
 */
export function confirmHire(
  state: Application,
  reserved: { readonly attempt: string; readonly seat: TakenSeat },
  pipeline: Pipeline,
  at: Asked['at'],
): Events {
  const { hire } = state;
  if (hire?.status !== 'PENDING' || hire.attempt !== reserved.attempt) return [];
  assertCanDo('confirmHire', state);
  const to = hiredStage(pipeline);
  if (to === null) throw new RangeError('A seat was reserved in a pipeline without a HIRED stage.');
  return [
    {
      type: 'ApplicationHired',
      at,
      actor: hire.requestedBy,
      note: hire.note,
      from: stageRefOf(findStage(pipeline, state.stage.id) ?? state.stage),
      to: stageRefOf(to),
      ...endStay(state.enteredAt, at),
      attempt: hire.attempt,
      seat: reserved.seat,
      planVersion: pipeline.planVersion,
    },
  ];
}

/** No seat was reserved: the application stays active. A stale attempt changes nothing. */
export function refuseHire(
  state: Application,
  refused: { readonly attempt: string; readonly refusedBecause: HireRefusal },
  at: Asked['at'],
): Events {
  const { hire } = state;
  if (hire?.status !== 'PENDING' || hire.attempt !== refused.attempt) return [];
  assertCanDo('refuseHire', state);
  return [{ type: 'HireRefused', at, actor: { type: 'SYSTEM' }, note: null, ...refused }];
}

/**
 * Takes a hire back, to the stage that it came from; cancels one that is still pending.
 * @throws DomainError ILLEGAL_TRANSITION, STAGE_RETIRED
 */
export function unhireApplication(state: Application, pipeline: Pipeline, asked: Asked): Events {
  if (state.hire?.status === 'PENDING') {
    return [{ type: 'HireRefused', ...asked, attempt: state.hire.attempt, refusedBecause: 'CANCELLED' }];
  }
  assertCanDo('unhire', state);
  if (state.status !== 'HIRED') return [];
  const { cameFrom, attempt } = state.hire;
  assertReturn(cameFrom, pipeline);
  return [
    {
      type: 'ApplicationUnhired',
      ...asked,
      from: state.stage,
      to: stageRefOf(findStage(pipeline, cameFrom.id) ?? cameFrom),
      ...endStay(state.enteredAt, asked.at),
      attempt,
      openingId: state.opening.openingId,
    },
  ];
}
