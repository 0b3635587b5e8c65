import type { StoredAggregate } from '@hiregraph/storage';
import { type Feedback, readFeedback } from '../../src/application/blind-rule.ts';
import type { StoredInterview, StoredScorecard } from '../../src/application/stores.ts';
import { evolveInterview, type InterviewEvent, type InterviewState } from '../../src/domain/interview.ts';
import { debtsOf } from '../../src/domain/owing.ts';
import { evolveScorecard, isSubmitted, type ScorecardState } from '../../src/domain/scorecard.ts';

const AT = '2026-03-02T09:00:00.000Z';
export const READER = 'usr_reader';
export const COLLEAGUE = 'usr_colleague';

/** One atomic write of one document; what does not fit the state does nothing, as the domain would refuse it. */
export type Write =
  | { readonly kind: 'plan'; readonly interview: string; readonly users: readonly string[] }
  | { readonly kind: 'set'; readonly interview: string; readonly users: readonly string[]; readonly by: string }
  | { readonly kind: 'cancel'; readonly interview: string }
  | { readonly kind: 'submit'; readonly interview: string; readonly user: string };

function stored<State>(id: string, before: StoredAggregate<State> | undefined, state: State): StoredAggregate<State> {
  return {
    id,
    tenantId: 'ten_1',
    storageVersion: (before?.storageVersion ?? 0) + 1,
    version: 1,
    lastSequence: 1,
    lastOccurredAt: AT,
    createdAt: AT,
    updatedAt: AT,
    state,
  };
}

/**
 * The documents of one application as they change write by write, and readings of them that go on step by step between
 * the writes: a reading is a walk along the ids, one document a step, as a server without snapshots may do it.
 */
export class FeedbackModel {
  private readonly interviews = new Map<string, StoredInterview>();
  private readonly scorecards = new Map<string, StoredScorecard>();
  /** After how many writes each scorecard was submitted. */
  private readonly submittedAt = new Map<string, number>();
  /** Whether the reader owed after each number of writes. */
  readonly owed: boolean[] = [false];

  write(write: Write): void {
    this.apply(write);
    const submitted = (interview: string, user: string): boolean => this.scorecards.has(`${interview} ${user}`);
    this.owed.push(debtsOf([...this.interviews.values()], submitted).some(({ userId }) => userId === READER));
  }

  get writes(): number {
    return this.owed.length - 1;
  }

  submittedAfter(scorecardId: string): number {
    return this.submittedAt.get(scorecardId) ?? Number.POSITIVE_INFINITY;
  }

  private apply(write: Write): void {
    const interview = this.interviews.get(write.interview);
    if (write.kind === 'plan') {
      if (interview === undefined) this.fold(write.interview, undefined, planned(write.users));
      return;
    }
    if (interview === undefined) return;
    if (write.kind === 'submit') {
      this.submit(interview, write.user);
    } else if (interview.state.status !== 'CANCELLED') {
      const event: InterviewEvent =
        write.kind === 'cancel'
          ? { type: 'InterviewCancelled', at: AT }
          : { type: 'InterviewersSet', at: AT, by: write.by, interviewerIds: write.users };
      this.fold(interview.id, interview, event);
    }
  }

  private fold(id: string, before: StoredInterview | undefined, event: InterviewEvent): void {
    const state: InterviewState = evolveInterview(before?.state ?? null, event);
    this.interviews.set(id, stored(id, before, state));
  }

  private submit(interview: StoredInterview, user: string): void {
    const id = `${interview.id} ${user}`;
    const isInterviewer = interview.state.assignments.some(
      (one) => one.interviewerId === user && one.standing !== 'OFF',
    );
    if (!isInterviewer || this.scorecards.has(id)) return;
    this.submittedAt.set(id, this.writes + 1);
    this.scorecards.set(id, stored(id, undefined, submittedState(interview.id, user)));
  }

  /** Reads all documents of a kind, one a step. @param step resolves when the next document may be read */
  async walk<Item extends { readonly id: string }>(
    of: 'interviews' | 'scorecards',
    step: () => Promise<void>,
  ): Promise<readonly Item[]> {
    const documents = this[of] as unknown as ReadonlyMap<string, Item>;
    const found: Item[] = [];
    for (let last = ''; ; ) {
      await step();
      const next = [...documents.keys()].sort().find((id) => id > last);
      if (next === undefined) return found;
      found.push(documents.get(next) as Item);
      last = next;
    }
  }

  /** The product's reader over this model. */
  read(step: () => Promise<void>): Promise<Feedback> {
    const stores = {
      interviews: { ofApplications: async () => [await this.walk<StoredInterview>('interviews', step)] },
      scorecards: { ofApplications: async () => [await this.walk<StoredScorecard>('scorecards', step)] },
    };
    return readFeedback(stores, 'ten_1', READER, ['app_1']).then((all) => all[0] as Feedback);
  }
}

function planned(users: readonly string[]): InterviewEvent {
  return {
    type: 'InterviewPlanned',
    at: AT,
    by: COLLEAGUE,
    applicationId: 'app_1',
    jobId: 'job_1',
    stageId: null,
    kitId: null,
    interviewerIds: users,
    applicationSequence: 1,
  };
}

function submittedState(interviewId: string, interviewerId: string): ScorecardState {
  const subject = { interviewId, interviewerId, applicationId: 'app_1', jobId: 'job_1', stageId: null };
  const judgement = { ratings: [], recommendation: 'YES' as const, notes: null };
  const common = { at: AT, interviewEnd: null };
  const requested = evolveScorecard(null, {
    ...common,
    type: 'ScorecardRequested',
    subject,
    round: 1,
    requestedAt: AT,
  });
  return evolveScorecard(requested, { ...common, type: 'ScorecardSubmitted', judgement, afterSeeingOthers: false });
}

/** What a reading would show of others'. */
export function shownBy(feedback: Pick<Feedback, 'blind' | 'scorecards'>): readonly string[] {
  if (feedback.blind) return [];
  return feedback.scorecards
    .filter(({ state }) => isSubmitted(state) && state.interviewerId !== READER)
    .map(({ id }) => id);
}
