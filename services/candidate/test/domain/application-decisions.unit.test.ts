import { describe, expect, it } from '@jest/globals';
import type { Application } from '../../src/domain/application.ts';
import {
  moveApplication,
  rejectApplication,
  submitApplication,
  transferApplication,
  unrejectApplication,
  withdrawApplication,
} from '../../src/domain/application-decisions.ts';
import {
  APPLICATION_TRANSITIONS,
  type ApplicationAction,
  assertCanDo,
} from '../../src/domain/application-transitions.ts';
import { confirmHire, refuseHire, requestHire, unhireApplication } from '../../src/domain/hire-decisions.ts';
import { after, asked, at, given, ORIGIN, OTHER_PIPELINE, PIPELINE, RECRUITER, stage, submitted } from './fixtures.ts';

const REASON = { id: 'rsn_skills', side: 'COMPANY', active: true } as const;
const SEAT = { openingId: 'opn_1', openedAt: at(-1000) };
const move =
  (toStageId: string, expectedFromStageId: string, seconds = 60) =>
  (state: Application) =>
    moveApplication(state, { toStageId, expectedFromStageId }, PIPELINE, asked(seconds));
const reject =
  (seconds = 60) =>
  (state: Application) =>
    rejectApplication(state, REASON, asked(seconds, 'too junior'));
const request =
  (attempt = 'app_1:2', seconds = 60) =>
  (state: Application) =>
    requestHire(state, attempt, asked(seconds));
const confirm =
  (attempt = 'app_1:2', seconds = 70) =>
  (state: Application) =>
    confirmHire(state, { attempt, seat: SEAT }, PIPELINE, at(seconds));

const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'none';
};

describe('submitting', () => {
  it('begins in the first active stage that is not LEAD', () => {
    expect(submitted()).toMatchObject({ type: 'ApplicationSubmitted', stage: { id: 'review', position: 1 } });
  });

  it('begins in the chosen stage, LEAD included', () => {
    const [event] = submitApplication(ORIGIN, PIPELINE, 'lead', asked(0));
    expect(event).toMatchObject({ stage: { id: 'lead' } });
  });

  it.each([
    ['retired', 'STAGE_RETIRED'],
    ['hired', 'USE_HIRE'],
    ['nowhere', 'NOT_FOUND'],
  ])('does not begin in %s: %s', (stageId, code) => {
    expect(refusal(() => submitApplication(ORIGIN, PIPELINE, stageId, asked(0)))).toBe(code);
  });

  it('needs a stage to begin in', () => {
    const onlyLeads = { planVersion: 1, stages: [stage('lead', 'LEAD', 0), stage('hired', 'HIRED', 1)] };
    expect(refusal(() => submitApplication(ORIGIN, onlyLeads, null, asked(0)))).toBe('INVALID_INPUT');
  });
});

describe('moving', () => {
  it('ends the stay in one stage and begins one in the other', () => {
    expect(move('screen', 'review', 90)(given(submitted()))).toEqual([
      {
        type: 'ApplicationMoved',
        at: at(90),
        actor: RECRUITER,
        note: null,
        from: { id: 'review', name: 'review', kind: 'REVIEW', position: 1 },
        to: { id: 'screen', name: 'screen', kind: 'SCREEN', position: 2 },
        enteredFromAt: at(0),
        secondsInFrom: 90,
        direction: 'FORWARD',
        planVersion: 3,
      },
    ]);
  });

  it('goes backward as well, and counts visits', () => {
    const state = after(move('offer', 'review', 10), move('review', 'offer', 30));
    expect(state.stage.id).toBe('review');
    expect(state.enteredAt).toBe(at(30));
    expect(state.stays).toEqual([
      { stageId: 'review', visits: 2, completedSeconds: 10 },
      { stageId: 'offer', visits: 1, completedSeconds: 20 },
    ]);
  });

  it.each([
    ['from where it is not', 'screen', 'offer', 'CONFLICT'],
    ['to where it is', 'review', 'review', 'ILLEGAL_TRANSITION'],
    ['into the HIRED stage', 'hired', 'review', 'USE_HIRE'],
    ['into a retired stage', 'retired', 'review', 'STAGE_RETIRED'],
    ['to a stage of another job', 'other-review', 'review', 'NOT_FOUND'],
  ])('is refused %s', (_name, to, expectedFrom, code) => {
    expect(refusal(() => move(to, expectedFrom)(given(submitted())))).toBe(code);
  });

  it('says that it is elsewhere before it says anything about the target', () => {
    expect(refusal(() => move('hired', 'screen')(given(submitted())))).toBe('CONFLICT');
  });

  it('never counts a negative stay, whatever the clocks say', () => {
    const [event] = move('screen', 'review', -500)(given(submitted()));
    expect(event).toMatchObject({ secondsInFrom: 0 });
  });
});

describe('rejecting and taking it back', () => {
  it('keeps the stage, the reason and the note', () => {
    const state = after(reject(40));
    expect(state).toMatchObject({
      status: 'REJECTED',
      stage: { id: 'review' },
      rejection: { reasonId: 'rsn_skills', side: 'COMPANY', note: 'too junior', at: at(40), fromStageId: 'review' },
      stays: [{ stageId: 'review', visits: 1, completedSeconds: 40 }],
    });
  });

  it('refuses a retired reason', () => {
    const act = () => rejectApplication(given(submitted()), { ...REASON, active: false }, asked(1));
    expect(refusal(act)).toBe('INVALID_INPUT');
  });

  it('begins a new stay in the same stage when it is taken back', () => {
    const state = after(reject(40), (rejected) => unrejectApplication(rejected, PIPELINE, asked(100)));
    expect(state).toMatchObject({ status: 'ACTIVE', rejection: null, stage: { id: 'review' }, enteredAt: at(100) });
    expect(state.stays).toEqual([{ stageId: 'review', visits: 2, completedSeconds: 40 }]);
  });

  it('is not taken back into a stage that was retired meanwhile, and says which', () => {
    const retired = { ...PIPELINE, stages: PIPELINE.stages.map((one) => ({ ...one, active: one.id !== 'review' })) };
    const act = () => unrejectApplication(after(reject()), retired, asked(100));
    expect(act).toThrow(/"review" is retired/u);
    expect(refusal(act)).toBe('STAGE_RETIRED');
  });
});

describe('hiring', () => {
  it('moves to the HIRED stage in one fact, in the name of who asked', () => {
    const state = after(request('app_1:2', 60), confirm('app_1:2', 75));
    expect(state).toMatchObject({
      status: 'HIRED',
      stage: { id: 'hired' },
      hire: { status: 'HIRED', attempt: 'app_1:2', cameFrom: { id: 'review' } },
      opening: SEAT,
      stays: [
        { stageId: 'review', visits: 1, completedSeconds: 75 },
        { stageId: 'hired', visits: 1, completedSeconds: 0 },
      ],
    });
    expect(confirm('app_1:2')(after(request()))[0]).toMatchObject({ actor: RECRUITER });
  });

  it('stays active where no seat is left', () => {
    const refuse = (state: Application) =>
      refuseHire(state, { attempt: 'app_1:2', refusedBecause: 'NO_SEAT_LEFT' }, at(70));
    expect(after(request(), refuse)).toMatchObject({
      status: 'ACTIVE',
      stage: { id: 'review' },
      hire: { status: 'REFUSED', refusedBecause: 'NO_SEAT_LEFT' },
    });
  });

  it.each<[string, (state: Application) => unknown]>([
    ['move', move('screen', 'review')],
    ['reject', reject()],
    [
      'transfer',
      (state) => transferApplication(state, { toJobId: 'job_b', toStageId: null }, OTHER_PIPELINE, asked(1)),
    ],
    ['another hire', request('app_1:3')],
  ])('answers %s with HIRE_PENDING while it is pending', (_name, act) => {
    expect(refusal(() => act(after(request())))).toBe('HIRE_PENDING');
  });

  it('is cancelled by withdrawing, which names the attempt', () => {
    const state = after(request());
    expect(withdrawApplication(state, asked(80))[0]).toMatchObject({ attempt: 'app_1:2' });
    expect(after(request(), (pending) => withdrawApplication(pending, asked(80)))).toMatchObject({
      status: 'WITHDRAWN',
      hire: { status: 'REFUSED', refusedBecause: 'CANCELLED' },
    });
  });

  it('is cancelled by unhiring while it is pending', () => {
    expect(after(request(), (pending) => unhireApplication(pending, PIPELINE, asked(80)))).toMatchObject({
      status: 'ACTIVE',
      hire: { status: 'REFUSED', attempt: 'app_1:2', refusedBecause: 'CANCELLED' },
    });
  });

  it.each<[string, (state: Application) => readonly unknown[]]>([
    ['a reserved seat', confirm('app_1:2')],
    ['a refusal', (state) => refuseHire(state, { attempt: 'app_1:2', refusedBecause: 'NO_SEAT_LEFT' }, at(90))],
  ])('ignores %s for an attempt that is over', (_name, answer) => {
    const later = after(
      request('app_1:2'),
      (state) => unhireApplication(state, PIPELINE, asked(65)),
      request('app_1:4'),
    );
    expect(answer(later)).toEqual([]);
    expect(answer(given(submitted()))).toEqual([]);
  });

  it('goes back to the stage it came from when it is taken back, with the seat and the attempt', () => {
    const hired = after(move('offer', 'review', 10), request('app_1:3', 20), confirm('app_1:3', 30));
    const [event] = unhireApplication(hired, PIPELINE, asked(100));
    expect(event).toMatchObject({
      type: 'ApplicationUnhired',
      attempt: 'app_1:3',
      openingId: 'opn_1',
      from: { id: 'hired' },
      to: { id: 'offer' },
      enteredFromAt: at(30),
      secondsInFrom: 70,
    });
    const state = after(move('offer', 'review', 10), request('app_1:3', 20), confirm('app_1:3', 30), (one) =>
      unhireApplication(one, PIPELINE, asked(100)),
    );
    expect(state).toMatchObject({ status: 'ACTIVE', hire: null, opening: null, stage: { id: 'offer' } });
  });

  it('is not taken back into a stage that was retired meanwhile', () => {
    const hired = after(request(), confirm());
    const retired = { ...PIPELINE, stages: PIPELINE.stages.map((one) => ({ ...one, active: one.id !== 'review' })) };
    expect(refusal(() => unhireApplication(hired, retired, asked(100)))).toBe('STAGE_RETIRED');
  });
});

describe('transferring', () => {
  const transfer = (toJobId: string, toStageId: string | null) => (state: Application) =>
    transferApplication(state, { toJobId, toStageId }, OTHER_PIPELINE, asked(50));

  it('goes on for the other job with its history', () => {
    expect(after(transfer('job_b', null))).toMatchObject({
      jobId: 'job_b',
      status: 'ACTIVE',
      stage: { id: 'other-review' },
      appliedAt: at(0),
      stays: [
        { stageId: 'review', visits: 1, completedSeconds: 50 },
        { stageId: 'other-review', visits: 1, completedSeconds: 0 },
      ],
    });
  });

  it.each([
    ['the same job', 'job_a', null, 'INVALID_INPUT'],
    ['the HIRED stage', 'job_b', 'other-hired', 'USE_HIRE'],
    ['a stage of the old job', 'job_b', 'screen', 'NOT_FOUND'],
  ])('is refused to %s', (_name, jobId, stageId, code) => {
    expect(refusal(() => transfer(jobId, stageId)(given(submitted())))).toBe(code);
  });
});

describe('the transition table', () => {
  const STATES: Readonly<Record<Application['status'], Application>> = {
    ACTIVE: given(submitted()),
    REJECTED: after(reject()),
    WITHDRAWN: after((state) => withdrawApplication(state, asked(5))),
    HIRED: after(request(), confirm()),
  };
  const ACTIONS = Object.keys(APPLICATION_TRANSITIONS) as ApplicationAction[];
  const cells = ACTIONS.flatMap((action) =>
    (Object.keys(STATES) as Application['status'][]).map((status) => [action, status] as const),
  );

  it.each(cells)('says whether one may %s what is %s', (action, status) => {
    const allowed = APPLICATION_TRANSITIONS[action].from.includes(status);
    expect(refusal(() => assertCanDo(action, STATES[status]))).toBe(allowed ? 'none' : 'ILLEGAL_TRANSITION');
  });

  it.each(ACTIONS)('leads where it says for %s', (action) => {
    const steps: Readonly<Record<ApplicationAction, () => Application>> = {
      move: () => after(move('screen', 'review')),
      reject: () => after(reject()),
      unreject: () => after(reject(), (state) => unrejectApplication(state, PIPELINE, asked(9))),
      withdraw: () => STATES.WITHDRAWN,
      requestHire: () => after(request()),
      confirmHire: () => STATES.HIRED,
      refuseHire: () =>
        after(request(), (state) => refuseHire(state, { attempt: 'app_1:2', refusedBecause: 'JOB_NOT_OPEN' }, at(9))),
      unhire: () => after(request(), confirm(), (state) => unhireApplication(state, PIPELINE, asked(99))),
      transfer: () =>
        after((state) => transferApplication(state, { toJobId: 'job_b', toStageId: null }, OTHER_PIPELINE, asked(9))),
    };
    expect(steps[action]().status).toBe(APPLICATION_TRANSITIONS[action].to);
  });
});
