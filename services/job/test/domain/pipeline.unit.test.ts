import { describe, expect, it } from '@jest/globals';
import type { Job } from '../../src/domain/job.ts';
import { changeStatus } from '../../src/domain/job-decisions.ts';
import { addStage, reorderStages, retireStage, updateStage } from '../../src/domain/pipeline-decisions.ts';
import type { StageKind } from '../../src/domain/stage.ts';
import { given, givenDraft, type When } from './given-job.ts';

const idOf = (job: Job, kind: StageKind): string => job.stages.find((stage) => stage.kind === kind)?.id ?? '';
const kinds = (job: Job): readonly StageKind[] => job.stages.map(({ kind }) => kind);
const retire =
  (kind: StageKind): When =>
  (job, given) =>
    retireStage(job, idOf(job, kind), given);
const short = givenDraft({
  stages: [
    { name: 'Found', kind: 'LEAD' },
    { name: 'Review', kind: 'REVIEW' },
    { name: 'Offer', kind: 'OFFER' },
  ],
});

describe('adding a stage', () => {
  it('puts it before the HIRED stage, and raises the plan version', () => {
    const after = short.when((job, given) => addStage(job, { name: 'Talk', kind: 'SCREEN' }, given)).then('StageAdded');
    expect(kinds(after)).toEqual(['LEAD', 'REVIEW', 'OFFER', 'SCREEN', 'HIRED']);
    expect(after.planVersion).toBe(2);
  });

  it('puts it where it is asked to', () => {
    const draft = { name: 'Talk', kind: 'SCREEN', position: 0 } as const;
    const after = short.when((job, given) => addStage(job, draft, given)).then('StageAdded');
    expect(kinds(after)).toEqual(['SCREEN', 'LEAD', 'REVIEW', 'OFFER', 'HIRED']);
  });

  it('refuses a place behind the HIRED stage, and a second HIRED stage', () => {
    short
      .when((job, given) => addStage(job, { name: 'Late', kind: 'OFFER', position: 4 }, given))
      .thenRefused('INVALID_INPUT', ['input', 'position']);
    short
      .when((job, given) => addStage(job, { name: 'Again', kind: 'HIRED' }, given))
      .thenRefused('INVALID_INPUT', ['input', 'kind']);
  });

  it('refuses more stages than a pipeline holds', () => {
    const full = givenDraft({ stages: Array.from({ length: 49 }, (_, n) => ({ name: `Stage ${n}`, kind: 'REVIEW' })) });
    full.when((job, given) => addStage(job, { name: 'More', kind: 'OFFER' }, given)).thenRefused('LIMIT_REACHED');
  });
});

describe('changing a stage', () => {
  it('changes what is given, and takes a time limit away with null', () => {
    const limited = short.and((job, given) => updateStage(job, idOf(job, 'OFFER'), { slaHours: 48 }, given));
    expect(limited.job.stages).toContainEqual(expect.objectContaining({ kind: 'OFFER', slaHours: 48 }));
    const after = limited
      .when((job, given) => updateStage(job, idOf(job, 'OFFER'), { name: 'Contract', slaHours: null }, given))
      .then('StageUpdated');
    expect(after.stages).toContainEqual(expect.objectContaining({ name: 'Contract', slaHours: null }));
    expect(after.planVersion).toBe(3);
  });

  it('makes nothing happen when all is as it was', () => {
    short.when((job, given) => updateStage(job, idOf(job, 'OFFER'), { name: 'Offer' }, given)).then();
  });

  it('keeps the HIRED stage the one of its kind', () => {
    short
      .when((job, given) => updateStage(job, idOf(job, 'HIRED'), { kind: 'OFFER' }, given))
      .thenRefused('STAGE_IN_USE', ['input', 'kind']);
    short
      .when((job, given) => updateStage(job, idOf(job, 'OFFER'), { kind: 'HIRED' }, given))
      .thenRefused('INVALID_INPUT', ['input', 'kind']);
  });

  it('keeps one stage that applications can enter', () => {
    short
      .and(retire('OFFER'))
      .when((job, given) => updateStage(job, idOf(job, 'REVIEW'), { kind: 'LEAD' }, given))
      .thenRefused('STAGE_IN_USE');
  });

  it('refuses one that is retired, and one that is not there', () => {
    short
      .and(retire('OFFER'))
      .when((job, given) => updateStage(job, idOf(job, 'OFFER'), { name: 'X' }, given))
      .thenRefused('STAGE_RETIRED');
    short.when((job, given) => updateStage(job, 'stg_none', { name: 'X' }, given)).thenRefused('NOT_FOUND');
  });
});

describe('retiring a stage', () => {
  it('keeps it, inactive, in its place', () => {
    const after = short.when(retire('REVIEW')).then('StageRetired');
    expect(kinds(after)).toEqual(['LEAD', 'REVIEW', 'OFFER', 'HIRED']);
    expect(after.stages[1]).toMatchObject({ active: false });
  });

  it('refuses the HIRED stage and the last one that applications can enter', () => {
    short.when(retire('HIRED')).thenRefused('STAGE_IN_USE', ['input', 'stageId']);
    short.and(retire('REVIEW')).when(retire('OFFER')).thenRefused('STAGE_IN_USE', ['input', 'stageId']);
  });

  it('refuses one that is retired already', () => {
    short.and(retire('REVIEW')).when(retire('REVIEW')).thenRefused('STAGE_RETIRED');
  });
});

describe('reordering stages', () => {
  const ids = (job: Job, ...order: StageKind[]): string[] => order.map((kind) => idOf(job, kind));

  it('puts the active ones into the order given; retired ones keep their places', () => {
    const after = short
      .and(retire('REVIEW'))
      .when((job, given) => reorderStages(job, ids(job, 'OFFER', 'LEAD', 'HIRED'), given))
      .then('StagesReordered');
    expect(kinds(after)).toEqual(['OFFER', 'REVIEW', 'LEAD', 'HIRED']);
  });

  it('makes nothing happen when they stand so already', () => {
    short.when((job, given) => reorderStages(job, ids(job, 'LEAD', 'REVIEW', 'OFFER', 'HIRED'), given)).then();
  });

  it.each([
    ['one is missing', ['LEAD', 'REVIEW', 'HIRED'], 'INVALID_INPUT'],
    ['one is there twice', ['LEAD', 'LEAD', 'REVIEW', 'OFFER', 'HIRED'], 'INVALID_INPUT'],
    ['the HIRED stage is not the last', ['LEAD', 'REVIEW', 'HIRED', 'OFFER'], 'INVALID_INPUT'],
    ['one is not of this job', ['LEAD', 'REVIEW', 'OFFER', 'SCREEN', 'HIRED'], 'NOT_FOUND'],
  ] as const)('is refused when %s', (_what, order, code) => {
    short.when((job, given) => reorderStages(job, ids(job, ...order), given)).thenRefused(code);
  });

  it('is refused when a retired one is listed', () => {
    short
      .and(retire('REVIEW'))
      .when((job, given) => reorderStages(job, ids(job, 'LEAD', 'REVIEW', 'OFFER', 'HIRED'), given))
      .thenRefused('STAGE_RETIRED');
  });
});

it('the pipeline of an archived job is left alone', () => {
  const archived = short.and(
    (job, given) => changeStatus(job, 'openJob', given),
    (job, given) => changeStatus(job, 'closeJob', given),
    (job, given) => changeStatus(job, 'archiveJob', given),
  );
  const decisions: readonly When[] = [
    (job, given) => addStage(job, { name: 'X', kind: 'OFFER' }, given),
    (job, given) => updateStage(job, idOf(job, 'OFFER'), { name: 'X' }, given),
    retire('OFFER'),
    (job, given) => reorderStages(job, [], given),
  ];
  for (const decide of decisions) given(archived.job).when(decide).thenRefused('ILLEGAL_TRANSITION');
});
