import { faker } from '@faker-js/faker/locale/en_GB';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createSeedPlan, endOf } from '../../src/seed/plan/create-seed-plan.ts';
import type { SeedPlan, SeedStep, SeedValue } from '../../src/seed/plan/seed-plan.ts';
import { DAY, HOUR } from '../../src/seed/plan/working-time.ts';
import { timeSlices } from '../../src/seed/run/time-slices.ts';

const NOON = Date.parse('2026-03-18T12:00:00.000Z');
/** A week, so that every weekday is the last one. */
const DAYS = Array.from({ length: 7 }, (_, index) => NOON + index * DAY);

function count(plan: SeedPlan, mutation: SeedStep['mutation']): number {
  return plan.steps.filter((step) => step.mutation === mutation).length;
}

function refsIn(value: SeedValue): string[] {
  if (value === null || typeof value !== 'object') return [];
  if ('ref' in value && typeof value.ref === 'string') return [value.ref];
  return Object.values(value).flatMap((each) => refsIn(each as SeedValue));
}

describe('the plan of the sample company', () => {
  it('is the same for any time of one day, and another one for another day', () => {
    const plan = createSeedPlan(NOON, faker);
    expect(createSeedPlan(NOON + 5 * HOUR, faker)).toEqual(plan);
    expect(createSeedPlan(NOON + DAY, faker).ends).toBe(plan.ends + DAY);
  });

  it('tells from its beginning when it ends', () => {
    for (const day of DAYS) {
      const plan = createSeedPlan(day, faker);
      expect(endOf(plan.begins)).toBe(plan.ends);
    }
  });
});

describe.each(DAYS.map((day) => [new Date(day).toISOString().slice(0, 10), day] as const))(
  'the plan of %s',
  (_, day) => {
    let plan: SeedPlan;
    beforeAll(() => {
      plan = createSeedPlan(day, faker);
    });

    it('has six jobs and three hundred candidates, more applications than those, and a few hires', () => {
      expect(plan.counts).toMatchObject({ jobs: 6, candidates: 300 });
      expect(plan.counts.applications).toBeGreaterThan(310);
      expect(count(plan, 'importJobPosting')).toBe(6);
      expect(count(plan, 'hireApplication')).toBe(4);
      expect(count(plan, 'unhireApplication')).toBe(1);
    });

    it('has everything that can happen to people in it', () => {
      const seldom: SeedStep['mutation'][] = [
        'unrejectApplication',
        'transferApplication',
        'withdrawApplication',
        'rescheduleInterview',
        'cancelInterview',
        'markNoShow',
        'saveScorecardDraft',
        'amendScorecard',
        'tagCandidate',
      ];
      expect(seldom.filter((mutation) => count(plan, mutation) === 0)).toEqual([]);
    });

    it('names every step once, in the order of their times, none after its end', () => {
      expect(new Set(plan.steps.map(({ key }) => key)).size).toBe(plan.steps.length);
      expect(plan.steps.map(({ at }) => at)).toEqual(plan.steps.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(plan.steps.at(-1)?.at).toBeLessThan(plan.ends);
      expect(plan.steps.every(({ at }) => Number.isInteger(at))).toBe(true);
    });

    it('uses nothing before it is made', () => {
      const sent = new Map(plan.sent.map((one) => [one.application, one]));
      const made = new Set<string>();
      const firsts = new Set<string>();
      for (const step of plan.steps) {
        const names = [...refsIn(step.input), ...(step.by.kind === 'candidate' ? [step.by.candidate.ref] : [])];
        const people = names.filter((name) => /^(application|candidate|interview|scorecard):/u.test(name));
        expect({ step: step.key, missing: people.filter((name) => !made.has(name)) }).toEqual({
          step: step.key,
          missing: [],
        });
        if (step.makes !== undefined) made.add(step.makes);
        const application = step.key.split('/')[0] ?? '';
        if (step.mutation === 'submitApplication' && !firsts.has(application)) {
          firsts.add(application);
          made.add(application).add(sent.get(application)?.candidate ?? '');
        }
      }
      expect([...firsts].toSorted()).toEqual([...sent.keys()].toSorted());
    });

    it('lets staff work on working days', () => {
      const outside = plan.steps.filter(({ by, at, lane }) => {
        if (by.kind !== 'staff' || !/^(candidate|job):/u.test(lane)) return false;
        const date = new Date(at);
        const hour = date.getUTCHours();
        return [0, 6].includes(date.getUTCDay()) || hour < 8 || hour > 18;
      });
      expect(outside.map(({ key, at }) => `${key} ${new Date(at).toISOString()}`)).toEqual([]);
    });

    it('has an interview that is still to come, days after its end', () => {
      const upcoming = plan.steps.filter(
        ({ mutation, input }) =>
          mutation === 'scheduleInterview' && Date.parse(input.start as string) > plan.ends + 2 * DAY,
      );
      expect(upcoming.length).toBeGreaterThan(0);
    });

    it('takes applications for a job only once everything that it needs is done', () => {
      const slices = timeSlices(plan.steps);
      const sliceOf = (wanted: (step: SeedStep) => boolean): number =>
        slices.findIndex(({ steps }) => steps.some(wanted));
      for (const { application, job } of plan.sent) {
        const published = sliceOf(
          ({ key, mutation }) => mutation === 'publishJobPost' && key.startsWith(`job:${job}/`),
        );
        expect(published).toBeGreaterThan(0);
        expect(sliceOf(({ key }) => key.startsWith(`${application}/`))).toBeGreaterThan(published);
      }
    });

    it('is cut into slices that keep the order', () => {
      const slices = timeSlices(plan.steps);
      expect(slices.flatMap(({ steps }) => steps)).toEqual(plan.steps);
      for (const { steps, isSettled } of slices) {
        expect(steps.some(({ apart }) => apart === 'settled')).toBe(isSettled);
        if (steps.some(({ apart }) => apart !== undefined)) expect(steps).toHaveLength(1);
      }
    });
  },
);
