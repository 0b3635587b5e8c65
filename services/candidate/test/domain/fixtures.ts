import type { Actor } from '../../src/domain/actor.ts';
import {
  type Application,
  type ApplicationEvent,
  type ApplicationOrigin,
  evolve,
} from '../../src/domain/application.ts';
import { type Asked, submitApplication } from '../../src/domain/application-decisions.ts';
import type { Pipeline, Stage, StageKind } from '../../src/domain/pipeline.ts';

export const RECRUITER: Actor = { type: 'USER', userId: 'usr_recruiter' };
export const T0 = '2026-03-02T09:00:00.000Z';

export function stage(id: string, kind: StageKind, position: number, active = true): Stage {
  return { id, name: id, kind, position, active };
}

export const PIPELINE: Pipeline = {
  planVersion: 3,
  stages: [
    stage('lead', 'LEAD', 0),
    stage('review', 'REVIEW', 1),
    stage('screen', 'SCREEN', 2),
    stage('offer', 'OFFER', 3),
    stage('retired', 'SCREEN', 4, false),
    stage('hired', 'HIRED', 5),
  ],
};

export const OTHER_PIPELINE: Pipeline = {
  planVersion: 1,
  stages: [stage('other-review', 'REVIEW', 0), stage('other-hired', 'HIRED', 1)],
};

export const ORIGIN: ApplicationOrigin = {
  jobId: 'job_a',
  candidateId: 'cand_ada',
  postId: 'pst_a',
  reference: 'ABCD',
  source: { channel: 'careers-site', detail: null },
  creditedTo: null,
  answers: [],
  submission: null,
  late: false,
};

/** Seconds after T0. */
export function at(seconds: number): string {
  return new Date(Date.parse(T0) + seconds * 1000).toISOString();
}

export function asked(seconds: number, note: string | null = null): Asked {
  return { at: at(seconds), actor: RECRUITER, note };
}

/** The state after these events. */
export function given(...events: readonly ApplicationEvent[]): Application {
  const state = events.reduce<Application | null>(evolve, null);
  if (state === null) throw new Error('An application begins with an event.');
  return state;
}

export function submitted(seconds = 0): ApplicationEvent {
  const [event] = submitApplication(ORIGIN, PIPELINE, null, asked(seconds));
  return event as ApplicationEvent;
}

/** Carries decisions out one after the other. */
export function after(...steps: readonly ((state: Application) => readonly ApplicationEvent[])[]): Application {
  return steps.reduce((state, step) => step(state).reduce<Application>(evolve, state), given(submitted()));
}
