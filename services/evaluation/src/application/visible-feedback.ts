import { isSubmitted } from '../domain/scorecard.ts';
import { permits, type Standing } from './access-rules.ts';
import type { Feedback } from './blind-rule.ts';
import type { StoredScorecard } from './stores.ts';

/** What one user may see of an application's feedback. */
export interface VisibleFeedback {
  /** Theirs, a draft too while it is owed. */
  readonly own: readonly StoredScorecard[];
  /** The others' submitted ones; null where the user may not see them now. */
  readonly others: readonly StoredScorecard[] | null;
  /** They are shown others' although they owe: ADMIN alone, and it is recorded. */
  readonly roundTheRule: boolean;
}

/**
 * The blind rule, applied: the one place that says whose scorecards a user gets.
 * @param isReadable whether the user may know of the job that a scorecard was given for; an application may have come
 *   from a confidential one
 */
export function visibleFeedback(
  feedback: Feedback,
  userId: string,
  standings: ReadonlySet<Standing>,
  isReadable: (jobId: string) => boolean,
): VisibleFeedback {
  const own: StoredScorecard[] = [];
  const others: StoredScorecard[] = [];
  for (const scorecard of feedback.scorecards) {
    const { interviewerId, jobId, owed } = scorecard.state;
    const isOwn = interviewerId === userId;
    if (!isSubmitted(scorecard.state) && !(isOwn && owed)) continue;
    if (isReadable(jobId)) (isOwn ? own : others).push(scorecard);
  }
  const roundTheRule = feedback.blind && standings.has('ADMIN');
  if (!permits('Application.scorecards', standings) || (feedback.blind && !roundTheRule)) {
    return { own, others: null, roundTheRule: false };
  }
  return { own, others, roundTheRule };
}
