import { DomainError, type Instant } from '@hiregraph/kernel';
import type { Actor } from './actor.ts';
import type { Application, ApplicationEvent, ApplicationOrigin, Direction } from './application.ts';
import { assertCanDo } from './application-transitions.ts';
import {
  assertActive,
  enterableStage,
  findStage,
  initialStage,
  type Pipeline,
  type StageRef,
  stageRefOf,
} from './pipeline.ts';
import { endStay } from './stay.ts';

/** A decision's circumstances: when, who, and what they noted with it. */
export interface Asked {
  readonly at: Instant;
  readonly actor: Actor;
  readonly note: string | null;
}

type Events = readonly ApplicationEvent[];

/** @throws DomainError STAGE_RETIRED, USE_HIRE, NOT_FOUND for a chosen stage */
export function submitApplication(
  origin: ApplicationOrigin,
  pipeline: Pipeline,
  stageId: string | null,
  asked: Asked,
): Events {
  const stage = stageRefOf(initialStage(pipeline, stageId, ['input', 'stageId']));
  return [{ type: 'ApplicationSubmitted', ...asked, origin, stage }];
}

export interface Move {
  readonly toStageId: string;
  /** Where the caller saw it. */
  readonly expectedFromStageId: string;
}

/** @throws DomainError CONFLICT, ILLEGAL_TRANSITION, HIRE_PENDING, USE_HIRE, STAGE_RETIRED, NOT_FOUND */
export function moveApplication(state: Application, move: Move, pipeline: Pipeline, asked: Asked): Events {
  assertIn(state, move.expectedFromStageId);
  assertCanDo('move', state);
  const path = ['input', 'toStageId'];
  const to = enterableStage(pipeline, move.toStageId, path);
  if (to.id === state.stage.id) {
    throw new DomainError('ILLEGAL_TRANSITION', `The application is in "${to.name}" already. Choose another stage.`, {
      path,
    });
  }
  const from = presentStage(state, pipeline);
  return [
    {
      type: 'ApplicationMoved',
      ...asked,
      from,
      to: stageRefOf(to),
      ...endStay(state.enteredAt, asked.at),
      direction: directionOf(from, to),
      planVersion: pipeline.planVersion,
    },
  ];
}

/** The stage as the pipeline has it now: it may have got another name or place since the stay began. */
function presentStage(state: Application, pipeline: Pipeline): StageRef {
  return stageRefOf(findStage(pipeline, state.stage.id) ?? state.stage);
}

export function directionOf(from: StageRef, to: StageRef): Direction {
  if (from.position === to.position) return null;
  return to.position > from.position ? 'FORWARD' : 'BACKWARD';
}

function assertIn(state: Application, expectedStageId: string): void {
  if (state.stage.id === expectedStageId) return;
  throw new DomainError(
    'CONFLICT',
    `The application is in "${state.stage.name}", not where it was expected. Look at it anew and decide again.`,
    { path: ['input', 'expectedFromStageId'], details: { stageId: state.stage.id } },
  );
}

export interface Reason {
  readonly id: string;
  readonly side: 'COMPANY' | 'CANDIDATE';
  readonly active: boolean;
}

/** Ends the process with a reason. The stage stays as it is. @throws DomainError ILLEGAL_TRANSITION, HIRE_PENDING, INVALID_INPUT */
export function rejectApplication(state: Application, reason: Reason, asked: Asked): Events {
  assertCanDo('reject', state);
  if (!reason.active) {
    throw new DomainError('INVALID_INPUT', 'This rejection reason is retired. Choose an active one.', {
      path: ['input', 'reasonId'],
    });
  }
  const stay = endStay(state.enteredAt, asked.at);
  return [{ type: 'ApplicationRejected', ...asked, ...stay, reasonId: reason.id, side: reason.side }];
}

/** @param pipeline of its job, as it is now @throws DomainError ILLEGAL_TRANSITION, STAGE_RETIRED */
export function unrejectApplication(state: Application, pipeline: Pipeline, asked: Asked): Events {
  assertCanDo('unreject', state);
  assertReturn(state.stage, pipeline);
  return [{ type: 'ApplicationUnrejected', ...asked }];
}

/** Whether an application may go back to a stage. One that the pipeline as it is known lacks is left to the known name. */
export function assertReturn(stage: StageRef, pipeline: Pipeline): void {
  const now = findStage(pipeline, stage.id);
  if (now !== null) assertActive(now, ['input', 'applicationId']);
}

/** Cancels a pending hire as well. @throws DomainError ILLEGAL_TRANSITION */
export function withdrawApplication(state: Application, asked: Asked): Events {
  assertCanDo('withdraw', state);
  const attempt = state.hire?.status === 'PENDING' ? state.hire.attempt : null;
  return [{ type: 'ApplicationWithdrawn', ...asked, ...endStay(state.enteredAt, asked.at), attempt }];
}

export interface Transfer {
  readonly toJobId: string;
  /** Null: the first active stage that is not of kind LEAD. */
  readonly toStageId: string | null;
}

/** @param pipeline of the job that it goes on for @throws DomainError ILLEGAL_TRANSITION, HIRE_PENDING, INVALID_INPUT, STAGE_RETIRED, USE_HIRE, NOT_FOUND */
export function transferApplication(state: Application, transfer: Transfer, pipeline: Pipeline, asked: Asked): Events {
  assertCanDo('transfer', state);
  if (transfer.toJobId === state.jobId) {
    throw new DomainError('INVALID_INPUT', 'The application is for this job already. Choose another job.', {
      path: ['input', 'toJobId'],
    });
  }
  const to = initialStage(pipeline, transfer.toStageId, ['input', 'toStageId']);
  return [
    {
      type: 'ApplicationTransferred',
      ...asked,
      from: state.stage,
      to: stageRefOf(to),
      ...endStay(state.enteredAt, asked.at),
      fromJobId: state.jobId,
      toJobId: transfer.toJobId,
      planVersion: pipeline.planVersion,
    },
  ];
}
