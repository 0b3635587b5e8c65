import type { Tenant } from '@hiregraph/kernel';
import type { CountedConnection } from '../application/paging.ts';
import type { OwnedPost } from '../application/post-queries.ts';
import type { StoredJob, StoredReason, StoredUser } from '../application/stores.ts';
import type { Criterion, SourceSpan } from '../domain/criterion.ts';
import type { TeamMember } from '../domain/job.ts';
import type { JobPostQuestion } from '../domain/job-post.ts';
import type { Opening } from '../domain/opening.ts';
import type { Stage } from '../domain/stage.ts';

/**
 * What resolvers hand on: made anew for each answer, since the executor marks entities with their type, and a stored
 * document is not ours to mark. What hangs on a job carries it, so that guarded fields are decided without a look-up.
 */
export interface JobNode {
  readonly stored: StoredJob;
}

export interface StageNode extends Stage {
  readonly position: number;
}

export interface OpeningNode {
  readonly owner: StoredJob;
  readonly opening: Opening;
}

export interface CriterionNode {
  readonly owner: StoredJob;
  readonly criterion: Criterion;
}

export interface SpanNode {
  readonly owner: StoredJob;
  readonly span: SourceSpan;
}

export interface ReasonNode {
  readonly stored: StoredReason;
}

export interface UserNode {
  readonly stored: StoredUser;
}

/** Under names of their own, since the generated types have these too. */
export type PostNode = OwnedPost;
export type MemberNode = TeamMember;
export type QuestionNode = JobPostQuestion;
export type TenantNode = Tenant;

export type JobPage = CountedConnection<StoredJob>;
export type JobEdgeNode = JobPage['edges'][number];
export type OpeningPage = CountedConnection<OpeningNode>;
export type OpeningEdgeNode = OpeningPage['edges'][number];
export type PostPage = CountedConnection<PostNode>;
export type PostEdgeNode = PostPage['edges'][number];
export type ReasonPage = CountedConnection<StoredReason>;
export type ReasonEdgeNode = ReasonPage['edges'][number];
export type UserPage = CountedConnection<StoredUser>;
export type UserEdgeNode = UserPage['edges'][number];

export function stageNode(stored: StoredJob, stageId: string): StageNode | null {
  const position = stored.state.stages.findIndex(({ id }) => id === stageId);
  const stage = stored.state.stages[position];
  return stage === undefined ? null : { ...stage, position };
}

export function openingNode(owner: StoredJob, openingId: string): OpeningNode | null {
  const opening = owner.state.openings.find(({ id }) => id === openingId);
  return opening === undefined ? null : { owner, opening };
}

export function criterionNode(owner: StoredJob, criterionId: string): CriterionNode | null {
  const criterion = owner.state.criteria.find(({ id }) => id === criterionId);
  return criterion === undefined ? null : { owner, criterion };
}
