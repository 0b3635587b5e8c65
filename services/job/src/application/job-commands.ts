import { hasRole, NotFoundError, type UserCaller } from '@hiregraph/kernel';
import type { CriterionDraft } from '../domain/criteria-decisions.ts';
import { setCriteria } from '../domain/criteria-decisions.ts';
import { setHiringTeam } from '../domain/hiring-team-decisions.ts';
import { draftImportedJob } from '../domain/import-decisions.ts';
import { type EmploymentType, teamRoleOf, type TeamMember } from '../domain/job.ts';
import { changeStatus, draftJob, updateJob } from '../domain/job-decisions.ts';
import type { JobEvent } from '../domain/job-events.ts';
import type { DecisionContext } from '../domain/decision-context.ts';
import type { JobTransition } from '../domain/job-transitions.ts';
import type { StageDraft } from '../domain/stage.ts';
import { changeJob } from './change-job.ts';
import { assertMayHide } from './confidentiality.ts';
import type { PostingImporter } from './posting-importer.ts';
import { postingSourceOf } from './posting-source.ts';
import { type Asking, type Command, type CommandInput, runCommand } from './run-command.ts';
import type { Stores } from './stores.ts';
import { created, jobDecision } from './to-decision.ts';

type Given<T> = T | null | undefined;

export interface CreateJob extends CommandInput {
  readonly title: string;
  readonly department?: Given<string>;
  readonly locations?: Given<readonly string[]>;
  readonly employmentType?: Given<EmploymentType>;
  readonly remote?: Given<boolean>;
  readonly confidential?: Given<boolean>;
  readonly openings?: Given<number>;
  readonly stages?: Given<readonly StageDraft[]>;
  readonly hiringTeam?: Given<readonly TeamMember[]>;
  readonly criteria?: Given<readonly CriterionDraft[]>;
}

export interface UpdateJob extends CommandInput {
  readonly jobId: string;
  readonly title?: Given<string>;
  readonly department?: Given<string>;
  readonly locations?: Given<readonly string[]>;
  readonly employmentType?: Given<EmploymentType>;
  readonly remote?: Given<boolean>;
  readonly confidential?: Given<boolean>;
  readonly expectedVersion?: Given<number>;
}

export interface ChangeStatus extends CommandInput {
  readonly jobId: string;
  readonly expectedVersion?: Given<number>;
}

export interface SetHiringTeam extends CommandInput {
  readonly jobId: string;
  readonly members: readonly TeamMember[];
  readonly expectedVersion: number;
}

export interface SetCriteria extends CommandInput {
  readonly jobId: string;
  readonly criteria: readonly CriterionDraft[];
  readonly expectedVersion: number;
}

export interface ImportJobPosting extends CommandInput {
  readonly text?: Given<string>;
  readonly jsonLd?: Given<string>;
  readonly confidential?: Given<boolean>;
  readonly openings?: Given<number>;
}

/** The mutations of jobs as such. Each answers ids; the caller loads and authorises anew. */
export interface JobCommands {
  createJob(asking: Asking, input: CreateJob): Promise<{ jobId: string }>;
  updateJob(asking: Asking, input: UpdateJob): Promise<{ jobId: string }>;
  changeStatus(asking: Asking, transition: JobTransition, input: ChangeStatus): Promise<{ jobId: string }>;
  setHiringTeam(asking: Asking, input: SetHiringTeam): Promise<{ jobId: string }>;
  setCriteria(asking: Asking, input: SetCriteria): Promise<{ jobId: string }>;
  importJobPosting(asking: Asking, input: ImportJobPosting): Promise<{ jobId: string; postId: string }>;
}

const JOB_ID = ['input', 'jobId'];

export function createJobCommands({ jobs, users, commands }: Stores, importPosting: PostingImporter): JobCommands {
  async function assertKnown(tenantId: string, members: readonly TeamMember[], path: readonly string[]): Promise<void> {
    const known = await users.loadMany(
      tenantId,
      members.map(({ userId }) => userId),
    );
    const stranger = members.findIndex(({ userId }) => !known.has(userId));
    if (stranger !== -1) throw new NotFoundError('user', [...path, String(stranger), 'userId']);
  }

  async function create(
    { tenantId, scope }: Command,
    decide: (context: DecisionContext) => readonly JobEvent[],
  ): Promise<string> {
    const jobId = scope.newId('job');
    await jobs.create(tenantId, jobId, scope, (now) => created(jobDecision(null, decide({ now, newId: scope.newId }))));
    return jobId;
  }

  return {
    createJob: (asking, input) =>
      runCommand(commands, asking, 'createJob', input, async (command) => {
        const confidential = input.confidential ?? false;
        const given = input.hiringTeam ?? [];
        await assertKnown(command.tenantId, given, ['input', 'hiringTeam']);
        const profile = {
          title: input.title,
          department: input.department ?? null,
          locations: input.locations ?? [],
          employmentType: input.employmentType ?? 'FULL_TIME',
          remote: input.remote ?? false,
          confidential,
        } as const;
        const draft = {
          profile,
          openings: input.openings ?? 1,
          stages: input.stages,
          hiringTeam: confidential ? withCreator(given, command.caller) : given,
          criteria: input.criteria ?? [],
        };
        return { jobId: await create(command, (context) => draftJob(draft, context)) };
      }),

    updateJob: (asking, input) =>
      runCommand(commands, asking, 'updateJob', input, async (command) => {
        const target = { jobId: input.jobId, expectedVersion: input.expectedVersion, path: JOB_ID };
        const changes = {
          title: input.title ?? undefined,
          department: input.department,
          locations: input.locations ?? undefined,
          employmentType: input.employmentType ?? undefined,
          remote: input.remote ?? undefined,
          confidential: input.confidential ?? undefined,
        };
        await changeJob(jobs, command, 'updateJob', target, (job, context) => {
          if (changes.confidential === true) assertMayHide(command.caller, job);
          return updateJob(job, changes, context);
        });
        return { jobId: input.jobId };
      }),

    changeStatus: (asking, transition, input) =>
      runCommand(commands, asking, transition, input, async (command) => {
        await changeJob(jobs, command, transition, { ...input, path: JOB_ID }, (job, context) =>
          changeStatus(job, transition, context),
        );
        return { jobId: input.jobId };
      }),

    setHiringTeam: (asking, input) =>
      runCommand(commands, asking, 'setHiringTeam', input, async (command) => {
        await assertKnown(command.tenantId, input.members, ['input', 'members']);
        await changeJob(jobs, command, 'setHiringTeam', { ...input, path: JOB_ID }, (job, context) =>
          setHiringTeam(job, input.members, context),
        );
        return { jobId: input.jobId };
      }),

    setCriteria: (asking, input) =>
      runCommand(commands, asking, 'setCriteria', input, async (command) => {
        await changeJob(jobs, command, 'setCriteria', { ...input, path: JOB_ID }, (job, context) =>
          setCriteria(job, input.criteria, context),
        );
        return { jobId: input.jobId };
      }),

    importJobPosting: (asking, input) =>
      runCommand(commands, asking, 'importJobPosting', input, async (command) => {
        const { source, field } = postingSourceOf(input);
        const posting = await importPosting(source);
        const confidential = input.confidential ?? false;
        const hiringTeam = confidential ? withCreator([], command.caller) : [];
        const options = { confidential, openings: input.openings ?? 1, hiringTeam, field };
        const jobId = await create(command, (context) => draftImportedJob(posting, options, context));
        return { jobId, postId: command.scope.newId('jobPost') };
      }),
  };
}

/** Whoever drafts a confidential job would not see it otherwise. ADMIN sees every job. */
function withCreator(team: readonly TeamMember[], caller: UserCaller): readonly TeamMember[] {
  if (hasRole(caller, 'ADMIN') || teamRoleOf({ hiringTeam: team }, caller.userId) !== null) return team;
  return [...team, { userId: caller.userId, role: 'RECRUITER' }];
}
