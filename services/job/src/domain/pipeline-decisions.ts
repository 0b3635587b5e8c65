import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { assertAtMost, assertDistinct, publicLabel, wholeNumber } from './bounded-text.ts';
import type { DecisionContext } from './decision-context.ts';
import { DEFAULT_PIPELINE, HIRED_STAGE } from './default-pipeline.ts';
import type { Job } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { assertNotArchived } from './job-transitions.ts';
import { LIMITS } from './limits.ts';
import { canBeEntered, type Stage, type StageDraft, type StageKind } from './stage.ts';
import { assertPlanFits } from './text-budget.ts';

type Path = readonly string[];
const NAME: Path = ['input', 'name'];
const KIND: Path = ['input', 'kind'];
const SLA: Path = ['input', 'slaHours'];
const STAGE_ID: Path = ['input', 'stageId'];

/**
 * The pipeline of a new job: as asked for, with the HIRED stage at its end, or the default one.
 * @throws DomainError INVALID_INPUT, PERSONAL_DATA, LIMIT_REACHED
 */
export function newPipeline(drafts: readonly StageDraft[] | null | undefined, { newId }: DecisionContext): Stage[] {
  const given = drafts === null || drafts === undefined || drafts.length === 0 ? DEFAULT_PIPELINE : drafts;
  const hired = given.findIndex(({ kind }) => kind === 'HIRED');
  if (hired !== -1 && hired !== given.length - 1) {
    throw new DomainError(
      'INVALID_INPUT',
      'A pipeline has exactly one stage of kind HIRED, and it is the last one. Put it there, or leave it out.',
      { path: ['input', 'stages', String(hired), 'kind'] },
    );
  }
  const whole = hired === -1 ? [...given, HIRED_STAGE] : given;
  assertAtMost(whole.length, LIMITS.stages, 'stages', ['input', 'stages']);
  return whole.map((draft, index) => {
    const path = ['input', 'stages', String(index)];
    return {
      id: newId('stage', `stage:${index}`),
      name: publicLabel(draft.name, LIMITS.label, [...path, 'name']),
      kind: draft.kind,
      slaHours: slaHours(draft.slaHours ?? null, [...path, 'slaHours']),
      active: true,
    };
  });
}

/** Adds a stage: at a position, or before the HIRED stage. */
export function addStage(
  job: Job,
  draft: StageDraft & { readonly position?: number | null | undefined },
  { now, newId }: DecisionContext,
): JobEvent[] {
  assertNotArchived(job);
  assertNotHired(draft.kind);
  assertAtMost(job.stages.length + 1, LIMITS.stages, 'stages, retired ones included', ['input']);
  const last = job.stages.findIndex(({ kind }) => kind === 'HIRED');
  const position = wholeNumber(draft.position ?? last, 0, last, ['input', 'position']);
  const name = publicLabel(draft.name, LIMITS.label, NAME);
  const stage: Stage = {
    id: newId('stage'),
    name,
    kind: draft.kind,
    slaHours: slaHours(draft.slaHours ?? null, SLA),
    active: true,
  };
  assertPlanFits({ ...job, stages: [...job.stages, stage] }, NAME);
  return [{ type: 'StageAdded', at: now, stage, position }];
}

/** Changes what is given of a stage; null takes its time limit away. */
export function updateStage(
  job: Job,
  stageId: string,
  given: {
    readonly name?: string | undefined;
    readonly kind?: StageKind | undefined;
    readonly slaHours?: number | null | undefined;
  },
  { now }: DecisionContext,
): JobEvent[] {
  assertNotArchived(job);
  const stage = stageOf(job, stageId);
  assertActive(stage);
  const kind = given.kind ?? stage.kind;
  if (kind !== stage.kind) {
    if (stage.kind === 'HIRED') throw needed('The HIRED stage keeps its kind: hires need it.', KIND);
    assertNotHired(kind);
  }
  const next: Stage = {
    ...stage,
    kind,
    name: given.name === undefined ? stage.name : publicLabel(given.name, LIMITS.label, NAME),
    slaHours: given.slaHours === undefined ? stage.slaHours : slaHours(given.slaHours, SLA),
  };
  assertStillEnterable(job, next, KIND);
  assertPlanFits({ ...job, stages: job.stages.map((one) => (one.id === stageId ? next : one)) }, NAME);
  const changes = {
    ...(next.name === stage.name ? {} : { name: next.name }),
    ...(next.kind === stage.kind ? {} : { kind: next.kind }),
    ...(next.slaHours === stage.slaHours ? {} : { slaHours: next.slaHours }),
  };
  return Object.keys(changes).length === 0 ? [] : [{ type: 'StageUpdated', at: now, stageId, changes }];
}

/** Puts the active stages into another order. Retired ones keep their places, so that old moves keep their direction. */
export function reorderStages(job: Job, stageIds: readonly string[], { now }: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  const pathOf = (index: number): Path => ['input', 'stageIds', String(index)];
  assertDistinct(stageIds, 'stage', pathOf);
  stageIds.forEach((stageId, index) => assertActive(stageOf(job, stageId, pathOf(index)), pathOf(index)));
  const active = job.stages.filter((stage) => stage.active);
  const missing = active.find(({ id }) => !stageIds.includes(id));
  if (missing !== undefined) {
    const message = `The stage ${missing.id} is missing. List every active stage once.`;
    throw new DomainError('INVALID_INPUT', message, { path: ['input', 'stageIds'] });
  }
  if (active.find(({ id }) => id === stageIds.at(-1))?.kind !== 'HIRED') {
    throw new DomainError('INVALID_INPUT', 'The HIRED stage is the last one. Put it at the end of the list.', {
      path: ['input', 'stageIds'],
    });
  }
  let next = 0;
  const order = job.stages.map((stage) => (stage.active ? (stageIds[next++] ?? stage.id) : stage.id));
  const isSame = order.every((stageId, index) => stageId === job.stages[index]?.id);
  return isSame ? [] : [{ type: 'StagesReordered', at: now, stageIds: order }];
}

/** Retires a stage: never deletes it, since applications may be in it and history names it. */
export function retireStage(job: Job, stageId: string, { now }: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  const stage = stageOf(job, stageId);
  assertActive(stage);
  if (stage.kind === 'HIRED') throw needed('The HIRED stage cannot be retired: hires need it.', STAGE_ID);
  assertStillEnterable(job, { ...stage, active: false }, STAGE_ID);
  return [{ type: 'StageRetired', at: now, stageId }];
}

function stageOf(job: Job, stageId: string, path: Path = STAGE_ID): Stage {
  const stage = job.stages.find(({ id }) => id === stageId);
  if (stage === undefined) throw new NotFoundError('stage', path);
  return stage;
}

function assertActive(stage: Stage, path: Path = STAGE_ID): void {
  if (stage.active) return;
  throw new DomainError('STAGE_RETIRED', `The stage ${stage.id} (${stage.name}) is retired. Choose an active one.`, {
    path,
    details: { stageId: stage.id },
  });
}

function assertNotHired(kind: StageKind): void {
  if (kind !== 'HIRED') return;
  throw new DomainError(
    'INVALID_INPUT',
    'A pipeline has exactly one stage of kind HIRED, and it has one. Choose another kind.',
    {
      path: KIND,
    },
  );
}

/** A pipeline that applications could enter stays one. */
function assertStillEnterable(job: Job, changed: Stage, path: Path): void {
  const after = job.stages.map((stage) => (stage.id === changed.id ? changed : stage));
  if (!job.stages.some(canBeEntered) || after.some(canBeEntered)) return;
  throw needed('This is the last active stage that applications can enter. Add another one first.', path);
}

function needed(message: string, path: Path): DomainError {
  return new DomainError('STAGE_IN_USE', message, { path });
}

function slaHours(value: number | null, path: Path): number | null {
  return value === null ? null : wholeNumber(value, 1, LIMITS.slaHours, path);
}
