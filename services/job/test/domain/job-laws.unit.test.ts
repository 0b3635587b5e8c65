import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@hiregraph/kernel';
import fc from 'fast-check';
import { jobDecision } from '../../src/application/to-decision.ts';
import { type CriterionDraft, setCriteria } from '../../src/domain/criteria-decisions.ts';
import type { DecisionContext } from '../../src/domain/decision-context.ts';
import { foldJob } from '../../src/domain/evolve-job.ts';
import { fillOpening, releaseOpening, reserveOpening } from '../../src/domain/hire-decisions.ts';
import type { Job } from '../../src/domain/job.ts';
import { changeStatus, draftJob, updateJob } from '../../src/domain/job-decisions.ts';
import type { JobEvent } from '../../src/domain/job-events.ts';
import { JOB_TRANSITIONS, type JobTransition } from '../../src/domain/job-transitions.ts';
import { addOpenings, closeOpening } from '../../src/domain/opening-decisions.ts';
import { addStage, reorderStages, retireStage, updateStage } from '../../src/domain/pipeline-decisions.ts';
import { createJobPost, publishJobPost, unpublishJobPost } from '../../src/domain/post-decisions.ts';
import { STAGE_KINDS } from '../../src/domain/stage.ts';
import { context, draft } from './given-job.ts';

type Step = (job: Job, context: DecisionContext) => readonly JobEvent[];

const pick = <T extends { readonly id: string }>(list: readonly T[], index: number): string =>
  list.length === 0 ? 'none' : (list[index % list.length]?.id ?? 'none');
const index = fc.nat(11);
const holder = fc
  .tuple(fc.constantFrom('app_a', 'app_b', 'app_c', 'app_d'), fc.integer({ min: 2, max: 5 }))
  .map(([applicationId, sequence]) => ({ applicationId, attemptId: `${applicationId}:${sequence}` }));

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constantFrom(...(Object.keys(JOB_TRANSITIONS) as JobTransition[])).map(
    (transition): Step =>
      (job, given) =>
        changeStatus(job, transition, given),
  ),
  fc.boolean().map(
    (confidential): Step =>
      (job, given) =>
        updateJob(job, { confidential }, given),
  ),
  fc.integer({ min: 1, max: 2 }).map(
    (count): Step =>
      (job, given) =>
        addOpenings(job, count, given),
  ),
  index.map(
    (at): Step =>
      (job, given) =>
        closeOpening(job, pick(job.openings, at), 'OTHER', given),
  ),
  fc.tuple(fc.constantFrom(...STAGE_KINDS), fc.option(index)).map(
    ([kind, position]): Step =>
      (job, given) =>
        addStage(job, { name: kind, kind, position }, given),
  ),
  fc.tuple(index, fc.constantFrom(...STAGE_KINDS)).map(
    ([at, kind]): Step =>
      (job, given) =>
        updateStage(job, pick(job.stages, at), { kind }, given),
  ),
  index.map(
    (at): Step =>
      (job, given) =>
        retireStage(job, pick(job.stages, at), given),
  ),
  fc.infiniteStream(fc.nat(99)).map(
    (weights): Step =>
      (job, given) => {
        const active = job.stages
          .filter((stage) => stage.active)
          .map(({ id }) => ({ id, by: weights.next().value as number }));
        return reorderStages(
          job,
          active.sort((a, b) => a.by - b.by).map(({ id }) => id),
          given,
        );
      },
  ),
  fc.subarray([0, 1, 2, 3]).map(
    (kept): Step =>
      (job, given) => {
        const known = kept.flatMap((at): CriterionDraft[] => {
          const criterion = job.criteria[at];
          return criterion === undefined ? [] : [{ id: criterion.id, kind: criterion.kind, text: criterion.text }];
        });
        return setCriteria(job, [...known, { kind: 'SKILL', text: 'Something new' }], given);
      },
  ),
  fc.constant<Step>((job, given) => createJobPost(job, { body: 'Bake.' }, given)),
  index.map(
    (at): Step =>
      (job, given) =>
        publishJobPost(job, pick(job.posts, at), given),
  ),
  index.map(
    (at): Step =>
      (job, given) =>
        unpublishJobPost(job, pick(job.posts, at), given),
  ),
  // Hires weigh more: their races are what the laws are about.
  ...Array.from({ length: 3 }, () =>
    holder.map(
      (who): Step =>
        (job, { now }) =>
          reserveOpening(job, who, now),
    ),
  ),
  ...Array.from({ length: 2 }, () =>
    holder.map(
      (who): Step =>
        (job, { now }) =>
          fillOpening(job, who, now),
    ),
  ),
  holder.map(
    (who): Step =>
      (job, { now }) =>
        releaseOpening(job, who, now),
  ),
);

interface Life {
  readonly states: readonly Job[];
  readonly events: readonly JobEvent[];
  readonly contractEvents: number;
}

/** Runs commands one after another; what a rule refuses leaves no trace. */
function live(steps: readonly Step[]): Life {
  const events: JobEvent[] = [...draftJob({ ...draft, openings: 2 }, context())];
  let decision = jobDecision(null, events);
  let contractEvents = decision?.events.length ?? 0;
  const states: Job[] = [decision?.state as Job];
  for (const decide of steps) {
    const job = states.at(-1) as Job;
    try {
      const more = decide(job, context());
      decision = jobDecision(job, more);
      if (decision === null) continue;
      events.push(...more);
      contractEvents += decision.events.length;
      states.push(decision.state);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
  return { states, events, contractEvents };
}

const SILENT = new Set(['JobPostDrafted', 'JobPostUpdated']);
const law = (check: (life: Life) => void): void => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => check(live(steps))),
    { numRuns: 150 },
  );
};

describe('any sequence of commands', () => {
  it('leaves events that fold to the state', () => {
    law(({ states, events }) => expect(foldJob(null, events)).toEqual(states.at(-1)));
  });

  it('tells the platform of every event, save what posts say', () => {
    law(({ events, contractEvents }) => {
      expect(contractEvents).toBe(events.filter(({ type }) => !SILENT.has(type)).length);
    });
  });

  it('never has two seats for one attempt, or two for one application', () => {
    law(({ states }) => {
      for (const { openings } of states) {
        const holders = openings.flatMap((opening) => ('holder' in opening ? [opening.holder.applicationId] : []));
        expect(new Set(holders).size).toBe(holders.length);
      }
    });
  });

  it('never has more hires than seats, and fills only what was reserved for that attempt', () => {
    law(({ events }) => {
      const reserved = new Map<string, string>();
      let [seats, hires] = [0, 0];
      for (const event of events) {
        if (event.type === 'OpeningAdded') seats++;
        if (event.type === 'OpeningClosed') seats--;
        if (event.type === 'OpeningReserved') {
          expect(reserved.has(event.openingId)).toBe(false);
          reserved.set(event.openingId, event.holder.attemptId);
        }
        if (event.type === 'OpeningFilled') {
          expect(reserved.get(event.openingId)).toBe(event.holder.attemptId);
          hires++;
        }
        if (event.type === 'OpeningReleased') {
          expect(reserved.get(event.openingId)).toBe(event.holder.attemptId);
          reserved.delete(event.openingId);
          if (event.from === 'FILLED') hires--;
        }
        expect(hires).toBeLessThanOrEqual(reserved.size);
        expect(reserved.size).toBeLessThanOrEqual(seats);
      }
    });
  });

  it('answers no attempt twice, however often it is asked again and whatever became of its seat', () => {
    law(({ events }) => {
      const answered = events.flatMap((event) =>
        event.type === 'OpeningReserved' || event.type === 'OpeningRefused' ? [event.holder.attemptId] : [],
      );
      expect(new Set(answered).size).toBe(answered.length);
    });
  });

  it('answers every request for a seat with a reservation or a refusal, save those that are answered already', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), holder, (steps, who) => {
        const job = live(steps).states.at(-1) as Job;
        const answers = reserveOpening(job, who, '2026-03-02T09:00:00.000Z').filter(
          ({ type }) => type !== 'OpeningReleased',
        );
        const answered = job.answeredHires.find(({ applicationId }) => applicationId === who.applicationId);
        const isStale = (answered?.sequence ?? 0) >= Number(who.attemptId.split(':')[1]);
        expect(answers).toHaveLength(isStale ? 0 : 1);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps exactly one HIRED stage, active and the last of the active ones', () => {
    law(({ states }) => {
      for (const { stages } of states) {
        expect(stages.filter(({ kind }) => kind === 'HIRED')).toHaveLength(1);
        expect(stages.filter(({ active }) => active).at(-1)?.kind).toBe('HIRED');
      }
    });
  });

  it('never deletes a stage, a seat, a criterion or a post', () => {
    law(({ states }) => {
      states.slice(1).forEach((after, at) => {
        const before = states[at] as Job;
        for (const part of ['stages', 'openings', 'criteria', 'posts'] as const) {
          const ids = new Set(after[part].map(({ id }) => id));
          for (const { id } of before[part]) expect(ids.has(id)).toBe(true);
        }
      });
    });
  });

  it('publishes posts of open jobs alone, and never of confidential ones', () => {
    law(({ states }) => {
      for (const { posts, status, confidential } of states) {
        if (posts.some((post) => post.status === 'PUBLISHED')) {
          expect({ status, confidential }).toEqual({ status: 'OPEN', confidential: false });
        }
      }
    });
  });

  it('raises the plan version with every change of stages, and with nothing else', () => {
    law(({ states }) => {
      states.slice(1).forEach((after, at) => {
        const before = states[at] as Job;
        expect(after.planVersion !== before.planVersion).toBe(after.stages !== before.stages);
      });
    });
  });
});
