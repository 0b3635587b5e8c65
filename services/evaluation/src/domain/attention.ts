import type { Instant } from '@hiregraph/kernel';
import type { AttentionReason, InterviewEvent, InterviewState } from './interview.ts';
import { canDo } from './interview-transitions.ts';
import type { KnownApplication, KnownJob } from './known-facts.ts';

/** An application as it is after something happened to it. */
export interface ApplicationChange {
  readonly application: KnownApplication;
  /** The sequence of the newest event that `application` holds. */
  readonly sequence: number;
  /** When it happened. */
  readonly at: Instant;
  /** The stage that it left just now, where it left one. */
  readonly leftStageId: string | null;
}

/**
 * Why an interview that is still to come makes no sense any more, or null where it does. One that was planned ahead, for
 * a stage that the application has yet to reach, still does.
 * @param job the interview's own job, for the order of its stages; null where it is not known
 */
export function attentionReason(
  interview: Pick<InterviewState, 'jobId' | 'stageId'>,
  { application, leftStageId }: Pick<ApplicationChange, 'application' | 'leftStageId'>,
  job: Pick<KnownJob, 'stages'> | null,
): AttentionReason | null {
  switch (application.status) {
    case 'REJECTED':
    case 'WITHDRAWN':
    case 'HIRED':
      return application.status;
    case 'ACTIVE': {
      if (application.jobId !== interview.jobId) return 'TRANSFERRED';
      if (interview.stageId === null || interview.stageId === application.stageId) return null;
      if (interview.stageId === leftStageId) return 'MOVED';
      const position = (id: string): number => job?.stages.find((stage) => stage.id === id)?.position ?? -1;
      return position(interview.stageId) > position(application.stageId) ? null : 'MOVED';
    }
  }
}

/**
 * What a change of the application means for one of its interviews. Each change is looked at once: a flag that somebody
 * has dealt with does not come back with a repeated event.
 */
export function followApplication(
  state: InterviewState,
  change: ApplicationChange,
  job: Pick<KnownJob, 'stages'> | null,
  at: Instant,
): readonly InterviewEvent[] {
  if (change.sequence <= state.applicationSequence || !canDo('raiseAttention', state.status)) return [];
  const reason = attentionReason(state, change, job);
  const applicationSequence = change.sequence;
  if (reason === null) {
    const type = state.attention === null ? 'ApplicationFollowed' : 'AttentionLowered';
    return [{ type, at, applicationSequence }];
  }
  if (state.attention?.reason === reason) return [{ type: 'ApplicationFollowed', at, applicationSequence }];
  return [{ type: 'AttentionRaised', at, reason, since: change.at, applicationSequence }];
}
