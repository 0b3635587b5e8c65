import { expect } from '@jest/globals';
import { DomainError, type IdKind } from '@hiregraph/kernel';
import type { DecisionContext } from '../../src/domain/decision-context.ts';
import { foldJob } from '../../src/domain/evolve-job.ts';
import type { Job } from '../../src/domain/job.ts';
import { draftJob, type JobDraft } from '../../src/domain/job-decisions.ts';
import type { JobEvent } from '../../src/domain/job-events.ts';

export const NOW = '2026-03-02T09:00:00.000Z';
export const LATER = '2026-03-03T09:00:00.000Z';

let commands = 0;

/** A context of a command of its own: its ids are new, and the same slot gives the same id. */
export function context(now = NOW): DecisionContext {
  const command = ++commands;
  return { now, newId: (kind: IdKind, slot = '') => `${kind}_${command}_${slot}` };
}

export const draft: JobDraft = {
  profile: {
    title: 'Baker',
    department: 'Bakery',
    locations: ['Berlin'],
    employmentType: 'FULL_TIME',
    remote: false,
    confidential: false,
  },
  openings: 1,
  hiringTeam: [],
  criteria: [],
};

export type When = (job: Job, context: DecisionContext) => readonly JobEvent[];

export interface Given {
  /** The job as it is. */
  readonly job: Job;
  /** Goes on with what a decision made happen. */
  and(...decisions: readonly When[]): Given;
  when(decision: When): Outcome;
}

export interface Outcome {
  /** These kinds of things happened, in this order. */
  then(...types: readonly JobEvent['type'][]): Job;
  /** The rule said no, with this code and, where given, this path. */
  thenRefused(code: string, path?: readonly string[]): void;
}

/** A drafted job with the default pipeline and one seat, or one as given. */
export function givenDraft(change: Partial<JobDraft> = {}): Given {
  return given(foldJob(null, draftJob({ ...draft, ...change }, context())) as Job);
}

export function given(job: Job): Given {
  return {
    job,
    and: (...decisions) =>
      given(decisions.reduce((state, decide) => foldJob(state, decide(state, context())) as Job, job)),
    when: (decision) => ({
      then: (...types) => {
        const events = decision(job, context(LATER));
        expect(events.map(({ type }) => type)).toEqual(types);
        return foldJob(job, events) as Job;
      },
      thenRefused: (code, path) => {
        const refusal = refusalOf(() => decision(job, context(LATER)));
        expect(refusal.code).toBe(code);
        if (path !== undefined) expect(refusal.inputPath).toEqual(path);
      },
    }),
  };
}

export function refusalOf(decide: () => unknown): DomainError {
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}
