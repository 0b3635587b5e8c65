import type { SeedStep } from '../plan/seed-plan.ts';
import type { KnownNames } from './known-names.ts';

interface Identified {
  readonly id: string;
}

interface ImportedPosting {
  readonly job: Identified & {
    readonly stages: readonly (Identified & { readonly kind: string })[];
    readonly criteria: readonly Criterion[];
  };
  readonly jobPost: Identified;
}

interface Criterion extends Identified {
  readonly kind: string;
  readonly text: string;
  readonly minimumYears: number | null;
}

/** Notes the ids of what a step has made under the name that the plan has for it. */
export function learnNames(names: KnownNames, step: SeedStep, payload: unknown): void {
  const { makes } = step;
  if (makes === undefined) return;
  switch (step.mutation) {
    case 'importJobPosting': {
      learnJob(names, makes, payload as ImportedPosting);
      return;
    }
    case 'updateJobPost': {
      const { jobPost } = payload as { readonly jobPost: { readonly questions: readonly Identified[] } };
      jobPost.questions.forEach(({ id }, index) => names.set(`question:${makes}:${index}`, id));
      return;
    }
    case 'submitApplication':
      return;
    default: {
      // Every other payload has the one object that was made.
      const made = Object.values(payload as object).find(isIdentified);
      if (made === undefined) throw new Error(`${step.key} made ${makes}, but its answer holds no id.`);
      names.set(makes, made.id);
    }
  }
}

function learnJob(names: KnownNames, key: string, { job, jobPost }: ImportedPosting): void {
  names.set(`job:${key}`, job.id);
  names.set(`post:${key}`, jobPost.id);
  // In a repeat the job is as it became later: its own stages are those with the lowest ids.
  const stages = job.stages.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const { id, kind } of stages) {
    const name = `stage:${key}:${kind}`;
    if (!names.has(name)) names.set(name, id);
  }
  job.criteria.forEach(({ id }, index) => names.set(`criterion:${key}:${index}`, id));
  names.set(`weighted-criteria:${key}`, job.criteria.map(weighted));
}

/** The company finds the first demands the most important, and tasks the least. */
function weighted({ id, kind, text, minimumYears }: Criterion, index: number): object {
  const weight = kind === 'MUST_HAVE' && index < 8 ? { weight: 8 } : kind === 'RESPONSIBILITY' ? { weight: 2 } : {};
  return { id, kind, text, minimumYears, ...weight };
}

function isIdentified(value: unknown): value is Identified {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}
