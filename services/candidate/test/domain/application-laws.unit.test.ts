import type { ApplicationFacts } from '@hiregraph/contracts';
import type { NewEvent } from '@hiregraph/kernel';
import { describe, expect, it } from '@jest/globals';
import type { HistoryEntry } from '@hiregraph/storage';
import fc from 'fast-check';
import { decidedOnApplication } from '../../src/application/decided.ts';
import { type StageTransition, stageTransitions } from '../../src/application/stage-transitions.ts';
import type { Application, ApplicationEvent } from '../../src/domain/application.ts';
import {
  moveApplication,
  rejectApplication,
  submitApplication,
  transferApplication,
  unrejectApplication,
  withdrawApplication,
} from '../../src/domain/application-decisions.ts';
import { confirmHire, refuseHire, requestHire, unhireApplication } from '../../src/domain/hire-decisions.ts';
import type { Pipeline } from '../../src/domain/pipeline.ts';
import { asked, at, ORIGIN, OTHER_PIPELINE, PIPELINE } from './fixtures.ts';

type Decide = (state: Application, seconds: number, sequence: number) => readonly ApplicationEvent[];

const pipelineOf = (state: Application): Pipeline => (state.jobId === ORIGIN.jobId ? PIPELINE : OTHER_PIPELINE);
const attemptIn = (state: Application): string => (state.hire === null ? 'none' : state.hire.attempt);
const REASON = { id: 'rsn_1', side: 'COMPANY', active: true } as const;
const SEAT = { openingId: 'opn_1', openedAt: at(-10) };

const decide: Readonly<Record<string, Decide>> = {
  moveToScreen: (state, s) =>
    moveApplication(
      state,
      { toStageId: 'screen', expectedFromStageId: state.stage.id },
      pipelineOf(state),
      asked(s, 'x'),
    ),
  moveToOffer: (state, s) =>
    moveApplication(state, { toStageId: 'offer', expectedFromStageId: state.stage.id }, pipelineOf(state), asked(s)),
  reject: (state, s) => rejectApplication(state, REASON, asked(s, 'because')),
  unreject: (state, s) => unrejectApplication(state, pipelineOf(state), asked(s)),
  withdraw: (state, s) => withdrawApplication(state, asked(s)),
  requestHire: (state, s, sequence) => requestHire(state, `app_1:${sequence + 1}`, asked(s)),
  confirmHire: (state, s) => confirmHire(state, { attempt: attemptIn(state), seat: SEAT }, pipelineOf(state), at(s)),
  refuseHire: (state, s) => refuseHire(state, { attempt: attemptIn(state), refusedBecause: 'NO_SEAT_LEFT' }, at(s)),
  unhire: (state, s) => unhireApplication(state, pipelineOf(state), asked(s)),
  transfer: (state, s) =>
    transferApplication(
      state,
      { toJobId: state.jobId === ORIGIN.jobId ? 'job_b' : ORIGIN.jobId, toStageId: null },
      state.jobId === ORIGIN.jobId ? OTHER_PIPELINE : PIPELINE,
      asked(s),
    ),
};

interface Run {
  readonly state: Application;
  readonly history: readonly HistoryEntry[];
}

/** Carries the commands out as the store would: refused ones change nothing, and time may stand still or jump back. */
function run(commands: readonly { readonly name: string; readonly seconds: number }[]): Run {
  const history: HistoryEntry[] = [];
  const record = (events: readonly NewEvent[]): void => {
    for (const event of events) {
      const sequence = history.length + 1;
      const envelope = { ...event, id: `app_1:${sequence}`, sequence } as unknown as HistoryEntry['event'];
      const memo = event.memo === undefined ? {} : { memo: event.memo };
      history.push({ sequence, recordedAt: event.time, commandId: 'cmd', event: envelope, ...memo });
    }
  };
  const first = decidedOnApplication(null, submitApplication(ORIGIN, PIPELINE, null, asked(0)));
  record(first?.events ?? []);
  let state = first?.state as Application;
  let now = 0;
  for (const { name, seconds } of commands) {
    now += seconds;
    try {
      const decision = decidedOnApplication(state, (decide[name] as Decide)(state, now, history.length));
      if (decision === null) continue;
      record(decision.events);
      state = decision.state;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
    }
  }
  return { state, history };
}

const commands = fc.array(
  fc.record({ name: fc.constantFrom(...Object.keys(decide)), seconds: fc.integer({ min: -50, max: 500 }) }),
  { maxLength: 40 },
);

/** What a reader works out from the transitions alone. */
function readFrom(transitions: readonly StageTransition[]) {
  const stays = new Map<string, { visits: number; completedSeconds: number }>();
  const stayOf = (id: string) => stays.get(id) ?? { visits: 0, completedSeconds: 0 };
  let status: Application['status'] = 'ACTIVE';
  let stageId = '';
  for (const { kind, fromStageId, toStageId, secondsInFrom } of transitions) {
    if (fromStageId !== null) {
      const stay = stayOf(fromStageId);
      stays.set(fromStageId, { ...stay, completedSeconds: stay.completedSeconds + (secondsInFrom ?? 0) });
    }
    if (toStageId !== null) {
      stageId = toStageId;
      stays.set(toStageId, { ...stayOf(toStageId), visits: stayOf(toStageId).visits + 1 });
    }
    status = kind === 'REJECTED' || kind === 'WITHDRAWN' || kind === 'HIRED' ? kind : 'ACTIVE';
  }
  return { status, stageId, stays };
}

describe('any sequence of commands', () => {
  it('leaves history, events and state saying the same', () => {
    fc.assert(
      fc.property(commands, (sequence) => {
        const { state, history } = run(sequence);
        const read = readFrom(stageTransitions(history));
        expect(read.status).toBe(state.status);
        expect(read.stageId).toBe(state.stage.id);
        expect([...read.stays].map(([stageId, stay]) => ({ stageId, ...stay }))).toEqual(state.stays);
        const last = history.at(-1)?.event.data as ApplicationFacts;
        expect(last).toMatchObject({ jobId: state.jobId, stage: { id: state.stage.id }, enteredAt: state.enteredAt });
      }),
    );
  });

  it('leaves sequences without a gap and no negative seconds', () => {
    fc.assert(
      fc.property(commands, (sequence) => {
        const { history } = run(sequence);
        expect(history.map((entry) => entry.sequence)).toEqual(history.map((_, index) => index + 1));
        for (const { secondsInFrom } of stageTransitions(history)) expect(secondsInFrom ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('leaves a hire only with a seat, and a rejection only while rejected', () => {
    fc.assert(
      fc.property(commands, (sequence) => {
        const { state } = run(sequence);
        expect(state.opening !== null).toBe(state.status === 'HIRED');
        expect(state.hire?.status === 'HIRED').toBe(state.status === 'HIRED');
        expect(state.rejection !== null).toBe(state.status === 'REJECTED');
        if (state.hire?.status === 'PENDING') expect(state.status).toBe('ACTIVE');
      }),
    );
  });

  it('gives every consumer the sum of what was spent in each stage', () => {
    fc.assert(
      fc.property(commands, (sequence) => {
        const { state, history } = run(sequence);
        const spent = stageTransitions(history).reduce((sum, one) => sum + (one.secondsInFrom ?? 0), 0);
        expect(state.stays.reduce((sum, { completedSeconds }) => sum + completedSeconds, 0)).toBe(spent);
      }),
    );
  });
});
