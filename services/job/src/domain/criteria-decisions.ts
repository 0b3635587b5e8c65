import { DomainError, NotFoundError } from '@hiregraph/kernel';
import { assertAtMost, assertDistinct, requiredText, wholeNumber } from './bounded-text.ts';
import type { Criterion, CriterionKind, SourceSpan } from './criterion.ts';
import type { DecisionContext } from './decision-context.ts';
import type { Job } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { assertNotArchived } from './job-transitions.ts';
import { LIMITS } from './limits.ts';
import { assertTextFits } from './text-budget.ts';

/** A criterion as people ask for it. */
export interface CriterionDraft {
  readonly id?: string | null | undefined;
  readonly kind: CriterionKind;
  readonly text: string;
  readonly minimumYears?: number | null | undefined;
  /** As before, or by its kind, where not given. */
  readonly weight?: number | null | undefined;
  /** Only an import says where a text came from. */
  readonly sourceSpan?: SourceSpan;
}

/** How much a criterion counts whose weight nobody gave; the importer weighs alike. */
export const WEIGHT_OF_KIND: Readonly<Record<CriterionKind, number>> = {
  MUST_HAVE: 5,
  QUALIFICATION: 4,
  SKILL: 3,
  MINDSET: 3,
  RESPONSIBILITY: 3,
};

const LIST = ['input', 'criteria'];
const pathOf = (index: number): readonly string[] => [...LIST, String(index)];

/** Sets what the job asks of a person: matches by id, adds what has none, deactivates what is left out. */
export function setCriteria(job: Job, drafts: readonly CriterionDraft[], context: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  const criteria = mergedCriteria(job.criteria, drafts, context);
  assertTextFits({ ...job, criteria }, LIST);
  const isSame = JSON.stringify(criteria) === JSON.stringify(job.criteria);
  return isSame ? [] : [{ type: 'CriteriaSet', at: context.now, criteria }];
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED, NOT_FOUND for an id that the job does not know */
export function mergedCriteria(
  known: readonly Criterion[],
  drafts: readonly CriterionDraft[],
  { newId }: DecisionContext,
): Criterion[] {
  assertAtMost(drafts.length, LIMITS.activeCriteria, 'active criteria', LIST);
  assertDistinct(
    drafts.map(({ id }, index) => id ?? `#${index}`),
    'criterion',
    (index) => [...pathOf(index), 'id'],
  );
  const byId = new Map(known.map((criterion) => [criterion.id, criterion]));
  const active = drafts.map((draft, index) => {
    const before = draft.id == null ? null : byId.get(draft.id);
    if (before === undefined) throw new NotFoundError('criterion', [...pathOf(index), 'id']);
    return criterionOf(draft, before, before?.id ?? newId('criterion', `criterion:${index}`), pathOf(index));
  });
  const kept = new Set(active.map(({ id }) => id));
  const leftOut = known.filter(({ id }) => !kept.has(id));
  assertAtMost(active.length + leftOut.length, LIMITS.criteria, 'criteria, inactive ones included', LIST);
  return [...active, ...leftOut.map((criterion) => (criterion.active ? { ...criterion, active: false } : criterion))];
}

function criterionOf(draft: CriterionDraft, before: Criterion | null, id: string, path: readonly string[]): Criterion {
  // An import keeps the posting's own characters, so that its span reproduces them.
  const text = draft.sourceSpan ? draft.text : requiredText(draft.text, LIMITS.criterionText, [...path, 'text']);
  const weight = draft.weight ?? before?.weight ?? WEIGHT_OF_KIND[draft.kind];
  if (!Number.isFinite(weight) || weight < 0 || weight > LIMITS.weight) {
    const message = `A weight is a number from 0 to ${LIMITS.weight}, not ${weight}.`;
    throw new DomainError('INVALID_INPUT', message, { path: [...path, 'weight'] });
  }
  const years = draft.minimumYears ?? null;
  return {
    id,
    kind: draft.kind,
    text,
    minimumYears: years === null ? null : wholeNumber(years, 0, LIMITS.minimumYears, [...path, 'minimumYears']),
    weight: Math.round(weight * 100) / 100,
    sourceSpan: draft.sourceSpan ?? (before?.text === text ? before.sourceSpan : null),
    active: true,
  };
}
