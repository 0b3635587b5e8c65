import type { Trace } from '@hiregraph/kernel';
import { DuplicateKeyError } from '@hiregraph/storage';
import type { Assignment } from '../domain/assignment.ts';
import { isAsked } from '../domain/owing.ts';
import { followAssignment, type Request } from '../domain/scorecard-decisions.ts';
import type { ScorecardSubject } from '../domain/scorecard.ts';
import { created, scorecardDecision } from './decisions.ts';
import { scorecardIdOf } from './scorecard-id.ts';
import type { StoredInterview, StoredScorecard, Stores } from './stores.ts';

type FollowStores = Pick<Stores, 'interviews' | 'scorecards'>;

/**
 * Brings the scorecards of an interview in line with it as it is now: requested from whoever is asked, released where
 * nobody asks any more. The interview's own write comes first and decides who owes; this follows, from the command that
 * made it and again from its event. Whatever a crash cuts off is done by the redelivered event, and doing it twice, late
 * or on two replicas at once changes nothing.
 */
export async function followInterview(
  stores: FollowStores,
  tenantId: string,
  interviewId: string,
  trace: Trace,
): Promise<void> {
  const interview = await stores.interviews.load(tenantId, interviewId);
  if (interview === null) return;
  const { assignments } = interview.state;
  const ids = assignments.map(({ interviewerId }) => scorecardIdOf(interviewId, interviewerId));
  const scorecards = await stores.scorecards.loadMany(tenantId, ids);
  await Promise.all(
    assignments.map((assignment, index) => {
      const id = ids[index] as string;
      return follow(stores, { tenantId, id, interview, assignment, trace }, scorecards.get(id) ?? null);
    }),
  );
}

interface Following {
  readonly tenantId: string;
  /** The scorecard's. */
  readonly id: string;
  readonly interview: StoredInterview;
  readonly assignment: Assignment;
  readonly trace: Trace;
}

async function follow(stores: FollowStores, following: Following, known: StoredScorecard | null): Promise<void> {
  const { tenantId, id, assignment, interview, trace } = following;
  const subject = subjectOf(interview, assignment.interviewerId);
  const request = requestOf(interview, assignment);
  if (known !== null && followAssignment(known.state, subject, request, known.updatedAt).length === 0) return;
  // Within one round it is asked for first and released afterwards, so this names each step once.
  const commandId = `follow:${id}:${assignment.round}:${request.asked ? 'asked' : 'released'}`;
  const command = { commandId, trace };
  if (known === null) {
    try {
      await stores.scorecards.create(tenantId, id, command, (now) =>
        created(scorecardDecision(null, followAssignment(null, subject, request, now))),
      );
      return;
    } catch (error) {
      // Somebody else has just created it, from another state of the interview: bring theirs in line.
      if (!(error instanceof DuplicateKeyError)) throw error;
    }
  }
  await stores.scorecards.change(tenantId, id, command, ({ state }, now) =>
    scorecardDecision(state, followAssignment(state, subject, request, now)),
  );
}

function subjectOf({ id, state }: StoredInterview, interviewerId: string): ScorecardSubject {
  const { applicationId, jobId, stageId } = state;
  return { interviewId: id, applicationId, jobId, stageId, interviewerId };
}

/** What an interview asks of one of its users. */
export function requestOf({ state }: StoredInterview, assignment: Assignment): Request {
  return { assignment, asked: isAsked(state.status, assignment), interviewEnd: state.slot?.end ?? null };
}
