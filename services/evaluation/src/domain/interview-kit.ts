import { DomainError, type Instant } from '@hiregraph/kernel';
import { assertAtMost, boundedText, distinctIds } from './bounded-text.ts';
import type { KnownJob } from './known-facts.ts';
import { LIMITS } from './limits.ts';
import { UnknownToJobError } from './unknown-to-job-error.ts';

export interface KitQuestion {
  readonly id: string;
  readonly text: string;
  readonly criterionId: string | null;
}

export interface InterviewKitState {
  readonly jobId: string;
  readonly stageId: string | null;
  readonly focusCriterionIds: readonly string[];
  readonly questions: readonly KitQuestion[];
}

export type InterviewKitEvent =
  | { readonly type: 'InterviewKitCreated'; readonly at: Instant; readonly kit: InterviewKitState }
  | { readonly type: 'InterviewKitUpdated'; readonly at: Instant; readonly kit: InterviewKitState };

/** Folds one fact into a kit; a kit's facts hold it whole. */
export function evolveInterviewKit(_state: InterviewKitState | null, event: InterviewKitEvent): InterviewKitState {
  return event.kit;
}

/** A question as it was put in. */
export interface QuestionInput {
  /** Null: a new one. */
  readonly id: string | null;
  readonly text: string;
  readonly criterionId: string | null;
}

export interface CreateInterviewKit {
  readonly jobId: string;
  readonly stageId: string | null;
  readonly criterionIds: readonly string[] | null;
  readonly fromJobCriteria: boolean;
  readonly questions: readonly QuestionInput[];
}

/** Gives the id of the n-th question of this command. */
export type QuestionIds = (index: number) => string;

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function createInterviewKit(
  command: CreateInterviewKit,
  job: KnownJob,
  newQuestionId: QuestionIds,
  at: Instant,
): readonly InterviewKitEvent[] {
  if (command.fromJobCriteria && command.criterionIds !== null) {
    throw new DomainError('INVALID_INPUT', 'Give either criterionIds or fromJobCriteria, not both.', {
      path: ['input', 'fromJobCriteria'],
    });
  }
  const active = job.criteria.filter((criterion) => criterion.active).map((criterion) => criterion.id);
  const criterionIds = command.fromJobCriteria ? active : (command.criterionIds ?? []);
  if (criterionIds.length === 0 && command.questions.length === 0) {
    throw new DomainError('INVALID_INPUT', 'A kit needs something to rate or to ask. Give criteria or questions.', {
      path: command.fromJobCriteria ? ['input', 'fromJobCriteria'] : ['input'],
    });
  }
  const kit = { jobId: command.jobId, stageId: command.stageId, criterionIds, questions: command.questions };
  return [{ type: 'InterviewKitCreated', at, kit: checkedKit(kit, [], job, newQuestionId) }];
}

/** What to change; undefined leaves it. */
export interface KitChange {
  readonly stageId?: string | null | undefined;
  readonly criterionIds?: readonly string[] | undefined;
  readonly questions?: readonly QuestionInput[] | undefined;
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function updateInterviewKit(
  state: InterviewKitState,
  change: KitChange,
  job: KnownJob,
  newQuestionId: QuestionIds,
  at: Instant,
): readonly InterviewKitEvent[] {
  const wanted = {
    jobId: state.jobId,
    stageId: change.stageId === undefined ? state.stageId : change.stageId,
    criterionIds: change.criterionIds ?? state.focusCriterionIds,
    questions: change.questions ?? state.questions,
  };
  return [{ type: 'InterviewKitUpdated', at, kit: checkedKit(wanted, state.questions, job, newQuestionId) }];
}

function checkedKit(
  kit: Omit<CreateInterviewKit, 'fromJobCriteria' | 'criterionIds'> & { readonly criterionIds: readonly string[] },
  known: readonly KitQuestion[],
  job: KnownJob,
  newQuestionId: QuestionIds,
): InterviewKitState {
  if (kit.stageId !== null && !job.stages.some((stage) => stage.id === kit.stageId)) {
    throw new UnknownToJobError('This is no stage of the job.', ['input', 'stageId']);
  }
  const focusCriterionIds = distinctIds(kit.criterionIds, LIMITS.id, ['input', 'criterionIds']);
  assertAtMost(focusCriterionIds.length, LIMITS.focusCriteria, 'focus criteria', ['input', 'criterionIds']);
  focusCriterionIds.forEach((id, index) => assertCriterionOf(job, id, ['input', 'criterionIds', String(index)]));
  assertAtMost(kit.questions.length, LIMITS.questions, 'questions', ['input', 'questions']);
  const questions = kit.questions.map((question, index) =>
    checkedQuestion(question, known, job, () => newQuestionId(index), ['input', 'questions', String(index)]),
  );
  if (new Set(questions.map(({ id }) => id)).size < questions.length) {
    throw new DomainError('INVALID_INPUT', 'A question comes twice. Give each id once.', {
      path: ['input', 'questions'],
    });
  }
  return { jobId: kit.jobId, stageId: kit.stageId, focusCriterionIds, questions };
}

function checkedQuestion(
  question: QuestionInput,
  known: readonly KitQuestion[],
  job: KnownJob,
  newId: () => string,
  path: readonly string[],
): KitQuestion {
  if (question.id !== null && !known.some(({ id }) => id === question.id)) {
    throw new DomainError('INVALID_INPUT', 'The kit has no such question. Leave the id out to add a new one.', {
      path: [...path, 'id'],
    });
  }
  const text = boundedText(question.text, LIMITS.questionText, [...path, 'text']);
  if (text === null) {
    throw new DomainError('INVALID_INPUT', 'A question needs a text.', { path: [...path, 'text'] });
  }
  if (question.criterionId !== null) assertCriterionOf(job, question.criterionId, [...path, 'criterionId']);
  return { id: question.id ?? newId(), text, criterionId: question.criterionId };
}

function assertCriterionOf(job: KnownJob, id: string, path: readonly string[]): void {
  if (job.criteria.some((criterion) => criterion.id === id)) return;
  throw new UnknownToJobError(`The criterion ${id} is none of the job's.`, path);
}
