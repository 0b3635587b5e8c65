import { DomainError, NotFoundError } from '@hiregraph/kernel';

export type StageKind = 'LEAD' | 'REVIEW' | 'SCREEN' | 'INTERVIEW' | 'ASSESSMENT' | 'OFFER' | 'HIRED';

/** A stage as an application remembers it: as it was when the stay began. */
export interface StageRef {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  readonly position: number;
}

/** A stage as its job has it now. */
export interface Stage extends StageRef {
  readonly active: boolean;
}

/** What an application's decisions need to know of a job's pipeline. */
export interface Pipeline {
  /** Rises with every change to stages. */
  readonly planVersion: number;
  readonly stages: readonly Stage[];
}

export function stageRefOf({ id, name, kind, position }: StageRef): StageRef {
  return { id, name, kind, position };
}

export function findStage(pipeline: Pipeline, stageId: string): Stage | null {
  return pipeline.stages.find(({ id }) => id === stageId) ?? null;
}

/**
 * A stage that people can put an application into.
 * @throws NotFoundError where the job has no such stage; DomainError USE_HIRE, STAGE_RETIRED
 */
export function enterableStage(pipeline: Pipeline, stageId: string, path: readonly string[]): Stage {
  const stage = findStage(pipeline, stageId);
  if (stage === null) throw new NotFoundError('stage of this job', path);
  if (stage.kind === 'HIRED') {
    throw new DomainError('USE_HIRE', `"${stage.name}" is entered by hiring only. Use hireApplication.`, { path });
  }
  assertActive(stage, path);
  return stage;
}

/** @throws DomainError STAGE_RETIRED naming the stage */
export function assertActive(stage: Pick<Stage, 'id' | 'name' | 'active'>, path: readonly string[]): void {
  if (stage.active) return;
  throw new DomainError(
    'STAGE_RETIRED',
    `The stage "${stage.name}" is retired and takes no more applications. Choose another stage.`,
    { path, details: { stageId: stage.id } },
  );
}

/**
 * Where an application begins: the chosen stage, or the first active one that is neither LEAD nor HIRED.
 * @throws DomainError STAGE_RETIRED, USE_HIRE, NOT_FOUND for a chosen stage; INVALID_INPUT where there is none to begin in
 */
export function initialStage(pipeline: Pipeline, stageId: string | null, path: readonly string[]): Stage {
  if (stageId !== null) return enterableStage(pipeline, stageId, path);
  const [first] = pipeline.stages
    .filter(({ active, kind }) => active && kind !== 'LEAD' && kind !== 'HIRED')
    .sort((a, b) => a.position - b.position);
  if (first === undefined) {
    throw new DomainError('INVALID_INPUT', 'This job has no stage that applications begin in. Add one to it first.', {
      path,
    });
  }
  return first;
}

/** The one stage that hiring leads to; null where the pipeline as it is known has none. */
export function hiredStage(pipeline: Pipeline): Stage | null {
  return pipeline.stages.find(({ kind, active }) => kind === 'HIRED' && active) ?? null;
}
