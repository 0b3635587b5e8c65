import { DomainError } from '@hiregraph/kernel';
import type { Job } from './job.ts';
import { LIMITS } from './limits.ts';

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * Holds all texts of a job together to a bound, so that its document, and with it every later write of a hire, fits.
 * @throws DomainError LIMIT_REACHED naming the bound
 */
export function assertTextFits(job: Pick<Job, 'criteria' | 'posts'>, path: readonly string[]): void {
  const ofPosts = job.posts.reduce((sum, { title, body, questions }) => {
    const asked = questions.reduce((more, { text }) => more + bytes(text), 0);
    return sum + bytes(title) + bytes(body) + asked;
  }, 0);
  const size = job.criteria.reduce((sum, { text }) => sum + bytes(text), ofPosts);
  if (size <= LIMITS.textBytes) return;
  throw new DomainError(
    'LIMIT_REACHED',
    `The posts and criteria of this job would have ${size} bytes of text; at most ${LIMITS.textBytes} are allowed. Shorten some first.`,
    { path, details: { limit: LIMITS.textBytes } },
  );
}

/**
 * Holds what every event of a job's life carries to a bound, so that a job that could be made can also be opened.
 * @throws DomainError LIMIT_REACHED naming the bound
 */
export function assertPlanFits(
  { department, locations, stages }: Pick<Job, 'department' | 'locations' | 'stages'>,
  path: readonly string[],
): void {
  const positioned = stages.map((stage, position) => ({ ...stage, position }));
  const size = bytes(JSON.stringify({ department, locations, stages: positioned }));
  if (size <= LIMITS.planBytes) return;
  throw new DomainError(
    'LIMIT_REACHED',
    `Department, locations and stages of this job would take ${size} bytes; at most ${LIMITS.planBytes} are allowed. Use shorter names.`,
    { path, details: { limit: LIMITS.planBytes } },
  );
}
