import type { OpeningCloseReason } from '../domain/opening.ts';
import { addOpenings, closeOpening } from '../domain/opening-decisions.ts';
import { addStage, reorderStages, retireStage, updateStage } from '../domain/pipeline-decisions.ts';
import type { StageKind } from '../domain/stage.ts';
import { changeJob, jobOfPart } from './change-job.ts';
import { type Asking, type CommandInput, runCommand } from './run-command.ts';
import type { Stores } from './stores.ts';

type Given<T> = T | null | undefined;

interface OfJob extends CommandInput {
  readonly jobId: string;
  /** The job's. */
  readonly expectedVersion?: Given<number>;
}

interface OfStage extends CommandInput {
  readonly stageId: string;
  /** The job's. */
  readonly expectedVersion?: Given<number>;
}

export interface AddOpenings extends OfJob {
  /** 1 where not given. */
  readonly count?: Given<number>;
}

export interface CloseOpening extends CommandInput {
  readonly openingId: string;
  readonly reason: OpeningCloseReason;
  readonly expectedVersion?: Given<number>;
}

export interface AddStage extends OfJob {
  readonly name: string;
  readonly kind: StageKind;
  readonly position?: Given<number>;
  readonly slaHours?: Given<number>;
}

export interface UpdateStage extends OfStage {
  readonly name?: Given<string>;
  readonly kind?: Given<StageKind>;
  readonly slaHours?: Given<number>;
}

export interface ReorderStages extends OfJob {
  readonly stageIds: readonly string[];
}

/** The mutations of a job's seats and pipeline. Each answers ids; the caller loads and authorises anew. */
export interface SeatAndStageCommands {
  addOpenings(asking: Asking, input: AddOpenings): Promise<{ jobId: string; openingIds: readonly string[] }>;
  closeOpening(asking: Asking, input: CloseOpening): Promise<{ jobId: string; openingId: string }>;
  addStage(asking: Asking, input: AddStage): Promise<{ jobId: string; stageId: string }>;
  updateStage(asking: Asking, input: UpdateStage): Promise<{ jobId: string; stageId: string }>;
  reorderStages(asking: Asking, input: ReorderStages): Promise<{ jobId: string }>;
  retireStage(asking: Asking, input: OfStage): Promise<{ jobId: string; stageId: string }>;
}

const JOB_ID = ['input', 'jobId'];
const STAGE_ID = ['input', 'stageId'];
const OPENING_ID = ['input', 'openingId'];

export function createSeatAndStageCommands({ jobs, commands }: Stores): SeatAndStageCommands {
  return {
    addOpenings: (asking, input) =>
      runCommand(commands, asking, 'addOpenings', input, async (command) => {
        const count = input.count ?? 1;
        await changeJob(jobs, command, 'addOpenings', { ...input, path: JOB_ID }, (job, context) =>
          addOpenings(job, count, context),
        );
        const openingIds = Array.from({ length: count }, (_, index) =>
          command.scope.newId('opening', `opening:${index}`),
        );
        return { jobId: input.jobId, openingIds };
      }),

    closeOpening: (asking, input) =>
      runCommand(commands, asking, 'closeOpening', input, async (command) => {
        const { openingId, reason, expectedVersion } = input;
        const { id: jobId } = await jobOfPart(jobs, command, 'openings', openingId, 'opening', OPENING_ID);
        const target = { jobId, expectedVersion, path: OPENING_ID };
        await changeJob(jobs, command, 'closeOpening', target, (job, context) =>
          closeOpening(job, openingId, reason, context),
        );
        return { jobId, openingId };
      }),

    addStage: (asking, input) =>
      runCommand(commands, asking, 'addStage', input, async (command) => {
        await changeJob(jobs, command, 'addStage', { ...input, path: JOB_ID }, (job, context) =>
          addStage(job, input, context),
        );
        return { jobId: input.jobId, stageId: command.scope.newId('stage') };
      }),

    updateStage: (asking, input) =>
      runCommand(commands, asking, 'updateStage', input, async (command) => {
        const { stageId, expectedVersion } = input;
        const { id: jobId } = await jobOfPart(jobs, command, 'stages', stageId, 'stage', STAGE_ID);
        const changes = { name: input.name ?? undefined, kind: input.kind ?? undefined, slaHours: input.slaHours };
        await changeJob(jobs, command, 'updateStage', { jobId, expectedVersion, path: STAGE_ID }, (job, context) =>
          updateStage(job, stageId, changes, context),
        );
        return { jobId, stageId };
      }),

    reorderStages: (asking, input) =>
      runCommand(commands, asking, 'reorderStages', input, async (command) => {
        await changeJob(jobs, command, 'reorderStages', { ...input, path: JOB_ID }, (job, context) =>
          reorderStages(job, input.stageIds, context),
        );
        return { jobId: input.jobId };
      }),

    retireStage: (asking, input) =>
      runCommand(commands, asking, 'retireStage', input, async (command) => {
        const { stageId, expectedVersion } = input;
        const { id: jobId } = await jobOfPart(jobs, command, 'stages', stageId, 'stage', STAGE_ID);
        await changeJob(jobs, command, 'retireStage', { jobId, expectedVersion, path: STAGE_ID }, (job, context) =>
          retireStage(job, stageId, context),
        );
        return { jobId, stageId };
      }),
  };
}
