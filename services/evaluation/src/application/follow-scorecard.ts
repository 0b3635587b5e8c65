import type { Trace } from '@hiregraph/kernel';
import { receiveFeedback } from '../domain/interview-decisions.ts';
import { isSubmitted } from '../domain/scorecard.ts';
import { interviewDecision } from './decisions.ts';
import type { Stores } from './stores.ts';

/**
 * Tells the interview that a scorecard of its is submitted: with the last one that is owed it becomes COMPLETE. Follows
 * the scorecard's own write, from the command and again from its event; repeating it is harmless.
 */
export async function followScorecard(
  stores: Pick<Stores, 'interviews' | 'scorecards'>,
  tenantId: string,
  scorecardId: string,
  trace: Trace,
): Promise<void> {
  const scorecard = await stores.scorecards.load(tenantId, scorecardId);
  if (scorecard === null || !isSubmitted(scorecard.state)) return;
  const { interviewId, interviewerId } = scorecard.state;
  const command = { commandId: `feedback:${scorecardId}`, trace };
  await stores.interviews.change(tenantId, interviewId, command, ({ state }, now) =>
    interviewDecision(state, receiveFeedback(state, interviewerId, now)),
  );
}
