import { type Debt, debtsOf, wasReleased } from '../domain/owing.ts';
import { isSubmitted } from '../domain/scorecard.ts';
import type { StoredInterview, StoredScorecard, Stores } from './stores.ts';

/** What is known of one application's feedback, read in the order that keeps the blind rule. */
export interface Feedback {
  readonly applicationId: string;
  readonly interviews: readonly StoredInterview[];
  /** Drafts and all: `visibleFeedback` says what of it may be shown. */
  readonly scorecards: readonly StoredScorecard[];
  /** What everybody owes. */
  readonly debts: readonly Debt[];
  /** Whether the reader owes, or may owe: then they get their own scorecards only. */
  readonly blind: boolean;
}

type FeedbackStores = {
  readonly interviews: Pick<Stores['interviews'], 'ofApplications'>;
  readonly scorecards: Pick<Stores['scorecards'], 'ofApplications'>;
};

const MOST_LOOKS = 4;

/**
 * The blind rule's reader, and the only way to scorecards other than one's own.
 *
 * The law: whatever of others' feedback an answer holds was written before some moment, within the reading, at which the
 * reader owed nothing for the application. Interviews say who is asked (assignment is one write to one interview),
 * scorecards say who has submitted (one write to one scorecard). No two documents are read at one moment, here or on
 * another replica, so the order of the reads has to keep the law:
 *
 * 1. The scorecards come first. What is shown was therefore written before step 2 began, and a scorecard seen submitted
 *    stays so: its debt is over from here on.
 * 2. The interviews come second. Say that none of them asks the reader for a scorecard that step 1 did not see submitted.
 *    Let t be the moment when step 2 begins. If the reader owed at t for some interview, step 2 read that interview
 *    later. It was then either still asking, which contradicts what was said (the scorecard was not submitted at t, so
 *    not in step 1), or it had released the reader, which a document never forgets: somebody took them off (OFF), or
 *    it did not take place. So where no interview shows the reader as released, they owed nothing at t.
 * 3. Where one does, a debt may have passed from interview to interview behind the reading's back (assigned to the first
 *    after it was read, released from the second before it was), so that the reader owed all the time. Then the interviews
 *    are read again until two readings in a row are equal, to the storage version: between the two nothing changed, so
 *    that moment is as both say. If they never settle, the reader counts as blind: in doubt nothing is shown.
 *
 * Reading interviews first would break the law: assigned after the interviews were read, a user would be shown what
 * others submitted after that. The tests run both orders through every interleaving.
 *
 * @param reader the user who asks; null for callers who see no scorecards anyway
 * @returns one for each application, in their order; two store queries in all, and more only for step 3
 */
export async function readFeedback(
  stores: FeedbackStores,
  tenantId: string,
  reader: string | null,
  applicationIds: readonly string[],
): Promise<readonly Feedback[]> {
  const scorecards = await stores.scorecards.ofApplications(tenantId, applicationIds);
  const interviews = await stores.interviews.ofApplications(tenantId, applicationIds);
  const feedback = applicationIds.map((applicationId, index) =>
    feedbackOf(applicationId, interviews[index] ?? [], scorecards[index] ?? [], reader),
  );
  if (reader === null) return feedback;
  return await settleDoubts(stores, tenantId, reader, feedback);
}

function feedbackOf(
  applicationId: string,
  interviews: readonly StoredInterview[],
  scorecards: readonly StoredScorecard[],
  reader: string | null,
): Feedback {
  const debts = debtsOf(interviews, submissionsIn(scorecards));
  return { applicationId, interviews, scorecards, debts, blind: debts.some(({ userId }) => userId === reader) };
}

/** So few are looked through faster than a set of them is made. */
const FEW = 16;

/** Tells whose scorecard of which interview is submitted. */
function submissionsIn(scorecards: readonly StoredScorecard[]): (interviewId: string, userId: string) => boolean {
  if (scorecards.length <= FEW) {
    return (interviewId, userId) => {
      for (const { state } of scorecards) {
        if (state.interviewerId === userId && state.interviewId === interviewId && isSubmitted(state)) return true;
      }
      return false;
    };
  }
  const submitted = new Set<string>();
  for (const { state } of scorecards) {
    if (isSubmitted(state)) submitted.add(pairOf(state.interviewId, state.interviewerId));
  }
  return (interviewId, userId) => submitted.has(pairOf(interviewId, userId));
}

function pairOf(interviewId: string, userId: string): string {
  return `${interviewId} ${userId}`;
}

/** Step 3. */
async function settleDoubts(
  stores: FeedbackStores,
  tenantId: string,
  reader: string,
  feedback: readonly Feedback[],
): Promise<readonly Feedback[]> {
  const settled = [...feedback];
  let doubtful = feedback.flatMap(({ blind, interviews }, index) =>
    !blind && wasReleased(interviews, reader) ? [index] : [],
  );
  for (let look = 1; doubtful.length > 0 && look < MOST_LOOKS; look++) {
    const ids = doubtful.map((index) => (settled[index] as Feedback).applicationId);
    const again = await stores.interviews.ofApplications(tenantId, ids);
    doubtful = doubtful.filter((index, position) => {
      const before = settled[index] as Feedback;
      const interviews = again[position] ?? [];
      if (isSame(before.interviews, interviews)) return false;
      const now = feedbackOf(before.applicationId, interviews, before.scorecards, reader);
      settled[index] = now;
      return !now.blind;
    });
  }
  for (const index of doubtful) settled[index] = { ...(settled[index] as Feedback), blind: true };
  return settled;
}

function isSame(before: readonly StoredInterview[], after: readonly StoredInterview[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ id, storageVersion }, index) => {
      const other = after[index];
      return other?.id === id && other.storageVersion === storageVersion;
    })
  );
}
