import { type Instant, unreachable } from '@hiregraph/kernel';
import type { Actor } from './actor.ts';
import type { StageRef } from './pipeline.ts';
import type { Resume } from './resume.ts';
import type { Source } from './source.ts';
import { type EndedStay, enterStage, leaveStage, type Stay } from './stay.ts';

export type ApplicationStatus = 'ACTIVE' | 'REJECTED' | 'WITHDRAWN' | 'HIRED';

export interface Answer {
  readonly questionId: string;
  readonly value: string;
}

/** What a person sent with an application. It stays here and changes no candidate that was known before. */
export interface Submission {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly links: readonly string[];
  readonly location: string | null;
  readonly resume: Resume | null;
}

/** What is set when an application begins. */
export interface ApplicationOrigin {
  readonly jobId: string;
  readonly candidateId: string;
  /** The post that was applied to; null where staff added the application. */
  readonly postId: string | null;
  /** The reference on the sender's receipt; null where staff added the application. */
  readonly reference: string | null;
  readonly source: Source;
  readonly creditedTo: string | null;
  readonly answers: readonly Answer[];
  readonly submission: Submission | null;
  /** True where the job had stopped taking applications a moment before this one came. */
  readonly late: boolean;
}

export interface Rejection {
  readonly reasonId: string;
  readonly side: 'COMPANY' | 'CANDIDATE';
  readonly note: string | null;
  readonly at: Instant;
  readonly by: Actor;
  readonly fromStageId: string;
}

export type HireRefusal = 'NO_SEAT_LEFT' | 'JOB_NOT_OPEN' | 'CANCELLED';

export interface PendingHire {
  readonly status: 'PENDING';
  /** The id of the event that asked for the hire. */
  readonly attempt: string;
  readonly requestedBy: Actor;
  readonly note: string | null;
}

export interface RefusedHire {
  readonly status: 'REFUSED';
  readonly attempt: string;
  readonly refusedBecause: HireRefusal;
}

export interface DoneHire {
  readonly status: 'HIRED';
  readonly attempt: string;
  /** Where unhiring leads back to. */
  readonly cameFrom: StageRef;
}

export interface TakenSeat {
  readonly openingId: string;
  readonly openedAt: Instant;
}

interface Ongoing extends ApplicationOrigin {
  readonly appliedAt: Instant;
  /** As it was when the stay began. */
  readonly stage: StageRef;
  /** When the newest stay in `stage` began; it goes on while the application is ACTIVE. */
  readonly enteredAt: Instant;
  readonly stays: readonly Stay[];
}

export interface ActiveApplication extends Ongoing {
  readonly status: 'ACTIVE';
  readonly hire: PendingHire | RefusedHire | null;
  readonly rejection: null;
  readonly opening: null;
}

export interface RejectedApplication extends Ongoing {
  readonly status: 'REJECTED';
  readonly hire: RefusedHire | null;
  readonly rejection: Rejection;
  readonly opening: null;
}

export interface WithdrawnApplication extends Ongoing {
  readonly status: 'WITHDRAWN';
  readonly hire: RefusedHire | null;
  readonly rejection: null;
  readonly opening: null;
}

export interface HiredApplication extends Ongoing {
  readonly status: 'HIRED';
  readonly hire: DoneHire;
  readonly rejection: null;
  readonly opening: TakenSeat;
}

/** One candidate's process for one job. */
export type Application = ActiveApplication | RejectedApplication | WithdrawnApplication | HiredApplication;

interface Fact {
  readonly at: Instant;
  readonly actor: Actor;
  readonly note: string | null;
}

/** A fact that brings the application from one stage to another. */
interface Passage extends Fact, EndedStay {
  readonly from: StageRef;
  readonly to: StageRef;
}

export type Direction = 'FORWARD' | 'BACKWARD' | null;

export type ApplicationEvent =
  | (Fact & { readonly type: 'ApplicationSubmitted'; readonly origin: ApplicationOrigin; readonly stage: StageRef })
  | (Passage & { readonly type: 'ApplicationMoved'; readonly direction: Direction; readonly planVersion: number })
  | (Fact &
      EndedStay & {
        readonly type: 'ApplicationRejected';
        readonly reasonId: string;
        readonly side: 'COMPANY' | 'CANDIDATE';
      })
  | (Fact & { readonly type: 'ApplicationUnrejected' })
  | (Fact & EndedStay & { readonly type: 'ApplicationWithdrawn'; readonly attempt: string | null })
  | (Fact & { readonly type: 'HireRequested'; readonly attempt: string })
  | (Passage & {
      readonly type: 'ApplicationHired';
      readonly attempt: string;
      readonly seat: TakenSeat;
      readonly planVersion: number;
    })
  | (Fact & { readonly type: 'HireRefused'; readonly attempt: string; readonly refusedBecause: HireRefusal })
  | (Passage & { readonly type: 'ApplicationUnhired'; readonly attempt: string; readonly openingId: string })
  | (Passage & {
      readonly type: 'ApplicationTransferred';
      readonly fromJobId: string;
      readonly toJobId: string;
      readonly planVersion: number;
    });

/** A cancelled hire leaves a refusal behind; every other one stays as it is. */
function afterEnd(hire: ActiveApplication['hire']): RefusedHire | null {
  return hire?.status === 'PENDING'
    ? { status: 'REFUSED', attempt: hire.attempt, refusedBecause: 'CANCELLED' }
    : (hire ?? null);
}

function open(state: Application, stage: StageRef, at: Instant, stays: readonly Stay[]): ActiveApplication {
  const hire = state.status === 'HIRED' ? null : afterEnd(state.hire);
  return {
    ...state,
    status: 'ACTIVE',
    rejection: null,
    opening: null,
    hire,
    stage,
    enteredAt: at,
    stays: enterStage(stays, stage.id),
  };
}

/** The stays after the one in the present stage ended. */
function closed(state: Application, event: EndedStay): readonly Stay[] {
  return leaveStage(state.stays, state.stage.id, event.secondsInFrom);
}

function begin(event: Extract<ApplicationEvent, { type: 'ApplicationSubmitted' }>): ActiveApplication {
  return {
    ...event.origin,
    appliedAt: event.at,
    status: 'ACTIVE',
    stage: event.stage,
    enteredAt: event.at,
    stays: enterStage([], event.stage.id),
    rejection: null,
    hire: null,
    opening: null,
  };
}

/** Folds one event into the state. Events are trusted: what may happen was decided before. */
export function evolve(state: Application | null, event: ApplicationEvent): Application {
  if (event.type === 'ApplicationSubmitted') return begin(event);
  if (state === null) throw new RangeError(`${event.type} came before ApplicationSubmitted.`);
  const untouched = state.status === 'HIRED' ? null : afterEnd(state.hire);
  switch (event.type) {
    case 'ApplicationMoved':
      return open(state, event.to, event.at, closed(state, event));
    case 'ApplicationTransferred':
      return { ...open(state, event.to, event.at, closed(state, event)), jobId: event.toJobId };
    case 'ApplicationRejected': {
      const { reasonId, side, note, at, actor } = event;
      const rejection = { reasonId, side, note, at, by: actor, fromStageId: state.stage.id };
      return { ...state, status: 'REJECTED', rejection, hire: untouched, opening: null, stays: closed(state, event) };
    }
    case 'ApplicationWithdrawn':
      return {
        ...state,
        status: 'WITHDRAWN',
        rejection: null,
        hire: untouched,
        opening: null,
        stays: closed(state, event),
      };
    case 'ApplicationUnrejected':
      return open(state, state.stage, event.at, state.stays);
    case 'HireRequested': {
      const hire: PendingHire = {
        status: 'PENDING',
        attempt: event.attempt,
        requestedBy: event.actor,
        note: event.note,
      };
      return { ...state, status: 'ACTIVE', rejection: null, opening: null, hire };
    }
    case 'HireRefused': {
      const hire: RefusedHire = {
        status: 'REFUSED',
        attempt: event.attempt,
        refusedBecause: event.refusedBecause,
      };
      return { ...state, status: 'ACTIVE', rejection: null, opening: null, hire };
    }
    case 'ApplicationHired':
      return {
        ...state,
        status: 'HIRED',
        rejection: null,
        hire: { status: 'HIRED', attempt: event.attempt, cameFrom: event.from },
        opening: event.seat,
        stage: event.to,
        enteredAt: event.at,
        stays: enterStage(closed(state, event), event.to.id),
      };
    case 'ApplicationUnhired':
      return open(state, event.to, event.at, closed(state, event));
    default:
      return unreachable(event);
  }
}
