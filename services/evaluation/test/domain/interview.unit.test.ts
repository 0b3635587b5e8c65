import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attentionReason, followApplication } from '../../src/domain/attention.ts';
import {
  evolveInterview,
  INTERVIEW_STATUSES,
  type InterviewEvent,
  type InterviewState,
  type InterviewStatus,
} from '../../src/domain/interview.ts';
import {
  cancelInterview,
  completeInterview,
  markNoShow,
  passEnd,
  planInterview,
  receiveFeedback,
  rescheduleInterview,
  scheduleInterview,
  setInterviewers,
} from '../../src/domain/interview-decisions.ts';
import { INTERVIEW_TRANSITIONS, type InterviewAction } from '../../src/domain/interview-transitions.ts';
import type { KnownApplication, KnownJob } from '../../src/domain/known-facts.ts';
import { debtsOf } from '../../src/domain/owing.ts';

const NOW = '2026-03-02T09:00:00.000Z';
const SLOT = {
  start: '2026-03-10T10:00:00.000Z',
  end: '2026-03-10T11:00:00.000Z',
  timeZone: 'Europe/Berlin',
  location: null,
};
const AFTER = '2026-03-10T11:00:00.000Z';
const JOB: KnownJob = {
  confidential: false,
  hiringTeam: [{ userId: 'usr_team', role: 'INTERVIEWER' }],
  stages: ['stg_1', 'stg_2', 'stg_3'].map((id, position) => ({ id, position })),
  criteria: [],
};
const APPLICATION: KnownApplication = { jobId: 'job_1', candidateId: 'cand_1', stageId: 'stg_2', status: 'ACTIVE' };
const asked = (by = 'usr_planner', at = NOW) => ({ at, by });

function fold(events: readonly InterviewEvent[], before: InterviewState | null = null): InterviewState {
  const state = events.reduce<InterviewState | null>(evolveInterview, before);
  if (state === null) throw new Error('no event');
  return state;
}

function planned(interviewerIds: readonly string[] = ['usr_a', 'usr_b']): InterviewState {
  const command = { applicationId: 'app_1', stageId: undefined, kitId: null, interviewerIds };
  return fold(planInterview(command, { application: APPLICATION, applicationSequence: 1, job: JOB }, asked()));
}

/** An interview of every status, reached by the decisions themselves. */
function inStatus(status: InterviewStatus): InterviewState {
  const start = planned();
  if (status === 'TO_SCHEDULE') return start;
  const scheduled = fold(scheduleInterview(start, SLOT, asked()), start);
  switch (status) {
    case 'SCHEDULED':
      return scheduled;
    case 'CANCELLED':
      return fold(cancelInterview(scheduled, NOW), scheduled);
    case 'NO_SHOW':
      return fold(markNoShow(scheduled, NOW), scheduled);
    case 'AWAITING_FEEDBACK':
      return fold(completeInterview(scheduled, NOW), scheduled);
    case 'COMPLETE': {
      const waiting = fold(completeInterview(scheduled, NOW), scheduled);
      const one = fold(receiveFeedback(waiting, 'usr_a', NOW), waiting);
      return fold(receiveFeedback(one, 'usr_b', NOW), one);
    }
  }
}

/** What is done for each action of the table; null where the clock or a reaction does it without ever refusing. */
const DECIDE: Readonly<Record<InterviewAction, ((state: InterviewState) => readonly InterviewEvent[]) | null>> = {
  schedule: (state) => scheduleInterview(state, SLOT, asked()),
  reschedule: (state) => rescheduleInterview(state, { ...SLOT, location: 'elsewhere' }, asked()),
  setInterviewers: (state) => setInterviewers(state, ['usr_c'], JOB, asked()),
  complete: (state) => completeInterview(state, NOW),
  cancel: (state) => cancelInterview(state, NOW),
  markNoShow: (state) => markNoShow(state, NOW),
  passEnd: null,
  receiveLastFeedback: null,
  raiseAttention: null,
};

describe('the status of an interview', () => {
  const actions = Object.keys(DECIDE) as InterviewAction[];
  const cells = actions.flatMap((action) => INTERVIEW_STATUSES.map((status) => [action, status] as const));

  it.each(cells.filter(([action]) => DECIDE[action] !== null))('follows the table for %s when %s', (action, status) => {
    const state = inStatus(status);
    const decide = (): InterviewState => fold(DECIDE[action]!(state), state);
    const { from, to } = INTERVIEW_TRANSITIONS[action];
    if (from.includes(status)) expect(decide().status).toBe(to ?? status);
    // What is over already is what completing wanted.
    else if (action === 'complete' && status === 'AWAITING_FEEDBACK') expect(decide()).toEqual(state);
    else expect(decide).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  it.each(INTERVIEW_STATUSES)(
    'lets the clock and reactions do nothing where the table forbids them, when %s',
    (status) => {
      const state = inStatus(status);
      const isScheduled = status === 'SCHEDULED';
      expect(passEnd(state, AFTER).length > 0).toBe(isScheduled);
      expect(passEnd(state, SLOT.start)).toEqual([]);
      const change = {
        application: { ...APPLICATION, status: 'REJECTED' as const },
        sequence: 2,
        at: NOW,
        leftStageId: null,
      };
      const isOpen = INTERVIEW_TRANSITIONS.raiseAttention.from.includes(status);
      expect(followApplication(state, change, JOB, NOW).length > 0).toBe(isOpen);
    },
  );

  it('becomes COMPLETE with the last owed scorecard, and with taking off the last who owes', () => {
    const waiting = inStatus('AWAITING_FEEDBACK');
    const one = fold(receiveFeedback(waiting, 'usr_a', NOW), waiting);
    expect(one.status).toBe('AWAITING_FEEDBACK');
    expect(receiveFeedback(one, 'usr_a', NOW)).toEqual([]);
    expect(fold(receiveFeedback(one, 'usr_b', NOW), one).status).toBe('COMPLETE');
    expect(fold(setInterviewers(one, ['usr_a'], JOB, asked()), one).status).toBe('COMPLETE');
    expect(fold(setInterviewers(one, ['usr_a'], JOB, asked('usr_b')), one).status).toBe('AWAITING_FEEDBACK');
  });

  it('is COMPLETE at its end where everybody has judged it before', () => {
    const scheduled = inStatus('SCHEDULED');
    const judged = ['usr_a', 'usr_b'].reduce((state, id) => fold(receiveFeedback(state, id, NOW), state), scheduled);
    expect(judged.status).toBe('SCHEDULED');
    expect(fold(passEnd(judged, AFTER), judged).status).toBe('COMPLETE');
  });
});

describe('planning and scheduling', () => {
  const plan = (change: object, facts: object = {}) =>
    planInterview(
      { applicationId: 'app_1', stageId: undefined, kitId: null, interviewerIds: [], ...change },
      { application: APPLICATION, applicationSequence: 1, job: JOB, ...facts },
      asked(),
    );

  it('needs an active application', () => {
    const application = { ...APPLICATION, status: 'WITHDRAWN' as const };
    expect(() => plan({}, { application })).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  it('takes interviewers of a confidential job from its team alone', () => {
    const job = { ...JOB, confidential: true };
    expect(plan({ interviewerIds: ['usr_team'] }, { job })).toHaveLength(1);
    expect(() => plan({ interviewerIds: ['usr_team', 'usr_a'] }, { job })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', inputPath: ['input', 'interviewerIds', '1'] }),
    );
  });

  it('names nobody twice, and keeps the stage that was asked for', () => {
    expect(plan({ interviewerIds: ['usr_a', 'usr_a'], stageId: 'stg_3' })).toMatchObject([
      { interviewerIds: ['usr_a'], stageId: 'stg_3' },
    ]);
    expect(plan({ stageId: null })).toMatchObject([{ stageId: null }]);
  });

  it('keeps every revision, and the time zone and place where no other is given', () => {
    const scheduled = fold(scheduleInterview(planned(), { ...SLOT, location: ' Room 1 ' }, asked()), planned());
    const change = { start: AFTER, end: '2026-03-10T12:00:00.000Z', timeZone: undefined, location: undefined };
    const moved = fold(rescheduleInterview(scheduled, change, asked('usr_other')), scheduled);
    expect(moved.slot).toEqual({ start: change.start, end: change.end, timeZone: 'Europe/Berlin', location: 'Room 1' });
    expect(moved.revisions.map(({ revision, by }) => [revision, by])).toEqual([
      [1, 'usr_planner'],
      [2, 'usr_other'],
    ]);
    const nowhere = fold(rescheduleInterview(moved, { ...change, location: null }, asked()), moved);
    expect(nowhere.slot?.location).toBeNull();
  });
});

describe('attention', () => {
  const interview = { jobId: 'job_1', stageId: 'stg_2' };
  const reason = (change: Partial<KnownApplication>, leftStageId: string | null = null) =>
    attentionReason(interview, { application: { ...APPLICATION, ...change }, leftStageId }, JOB);

  it.each(['REJECTED', 'WITHDRAWN', 'HIRED'] as const)('is due when the application is %s', (status) => {
    expect(reason({ status })).toBe(status);
  });

  it('is due when the application left or passed the stage, or the job, and not before it has reached it', () => {
    expect(reason({ stageId: 'stg_2' })).toBeNull();
    expect(reason({ stageId: 'stg_3' })).toBe('MOVED');
    expect(reason({ stageId: 'stg_1' })).toBeNull();
    expect(reason({ stageId: 'stg_1' }, 'stg_2')).toBe('MOVED');
    expect(reason({ jobId: 'job_2' })).toBe('TRANSFERRED');
  });

  it('is raised once for each fact, taken away when all is well again or the interview is dealt with', () => {
    const change = (sequence: number, status: KnownApplication['status']) => ({
      application: { ...APPLICATION, status },
      sequence,
      at: NOW,
      leftStageId: null,
    });
    const scheduled = inStatus('SCHEDULED');
    const flagged = fold(followApplication(scheduled, change(2, 'REJECTED'), JOB, NOW), scheduled);
    expect(flagged.attention).toEqual({ reason: 'REJECTED', since: NOW });
    expect(followApplication(flagged, change(2, 'REJECTED'), JOB, NOW)).toEqual([]);
    const dealtWith = fold(rescheduleInterview(flagged, { ...SLOT, location: null }, asked()), flagged);
    expect(dealtWith.attention).toBeNull();
    expect(followApplication(dealtWith, change(2, 'REJECTED'), JOB, NOW)).toEqual([]);
    const well = fold(followApplication(flagged, change(3, 'ACTIVE'), JOB, NOW), flagged);
    expect(well.attention).toBeNull();
  });
});

describe('what is owed', () => {
  const who = (state: InterviewState, submitted: readonly string[] = []) =>
    debtsOf([{ id: 'int_1', state }], (_interview, user) => submitted.includes(user)).map(({ userId }) => userId);

  it('begins with assignment and ends with submitting, cancelling, a no-show, or being taken off by another', () => {
    const start = planned();
    expect(who(start)).toEqual(['usr_a', 'usr_b']);
    expect(who(start, ['usr_a'])).toEqual(['usr_b']);
    expect(who(inStatus('CANCELLED'))).toEqual([]);
    expect(who(inStatus('NO_SHOW'))).toEqual([]);
    expect(who(fold(setInterviewers(start, ['usr_a'], JOB, asked()), start))).toEqual(['usr_a']);
  });

  it('goes on for whoever takes themselves off, until somebody else sets the interviewers without them', () => {
    const start = planned();
    const left = fold(setInterviewers(start, ['usr_a'], JOB, asked('usr_b')), start);
    expect(left.interviewerIds).toEqual(['usr_a']);
    expect(who(left)).toEqual(['usr_a', 'usr_b']);
    expect(setInterviewers(left, ['usr_a'], JOB, asked('usr_b'))).toEqual([]);
    const released = fold(setInterviewers(left, ['usr_a'], JOB, asked()), left);
    expect(who(released)).toEqual(['usr_a']);
  });

  it('begins anew, as another round, for whoever is put on again', () => {
    const start = planned();
    const off = fold(setInterviewers(start, ['usr_a'], JOB, asked()), start);
    const on = fold(setInterviewers(off, ['usr_a', 'usr_b'], JOB, asked('usr_planner', AFTER)), off);
    expect(on.assignments[1]).toEqual({
      interviewerId: 'usr_b',
      standing: 'ON',
      round: 2,
      since: AFTER,
      feedbackAt: null,
    });
  });

  it('can be ended by nobody for themselves, whatever they and others do with the interviewers', () => {
    const users = ['usr_a', 'usr_b', 'usr_c'];
    const setting = fc.record({ by: fc.constantFrom(...users), ids: fc.subarray(users) });
    fc.assert(
      fc.property(fc.array(setting, { maxLength: 12 }), (settings) => {
        let state = planned(['usr_a']);
        for (const { by, ids } of settings) {
          const before = who(state);
          state = fold(setInterviewers(state, ids, JOB, asked(by)), state);
          expect(who(state)).toEqual(
            expect.arrayContaining([...new Set([...ids, ...before.filter((id) => id === by)])]),
          );
          expect(state.interviewerIds).toEqual(ids);
        }
      }),
    );
  });
});
