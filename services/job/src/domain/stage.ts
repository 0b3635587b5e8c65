export const STAGE_KINDS = ['LEAD', 'REVIEW', 'SCREEN', 'INTERVIEW', 'ASSESSMENT', 'OFFER', 'HIRED'] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** One step of a job's hiring pipeline. Its position is its place in the job's list. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly kind: StageKind;
  /** How many hours an application should stay at most. */
  readonly slaHours: number | null;
  readonly active: boolean;
}

/** A stage as people ask for it. */
export interface StageDraft {
  readonly name: string;
  readonly kind: StageKind;
  readonly slaHours?: number | null | undefined;
}

/** Whether applications can enter a stage: it is active, and of a kind that is entered otherwise than by finding or hiring. */
export function canBeEntered(stage: Stage): boolean {
  return stage.active && stage.kind !== 'LEAD' && stage.kind !== 'HIRED';
}
