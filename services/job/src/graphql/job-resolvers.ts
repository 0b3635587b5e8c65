import { assertMaySee } from '../application/access-rules.ts';
import { isTaken } from '../domain/opening.ts';
import { isPublished } from '../domain/job-post.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import { criterionNode, openingNode, stageNode } from './nodes.ts';

/** A job and what hangs on it. Whoever holds a node may read its job: entrances look before they make one. */
export const jobResolvers = {
  Job: {
    __resolveReference: async ({ id }, { loaders }) => {
      const stored = await loaders.job.load(id);
      return stored === null ? null : { stored };
    },
    id: ({ stored }) => stored.id,
    title: ({ stored }) => stored.state.title,
    department: ({ stored }) => stored.state.department,
    locations: ({ stored }) => stored.state.locations.slice(),
    employmentType: ({ stored }) => stored.state.employmentType,
    remote: ({ stored }) => stored.state.remote,
    confidential: ({ stored }) => stored.state.confidential,
    status: ({ stored }) => stored.state.status,
    hiringTeam: ({ stored }, _arguments, { caller }) => {
      assertMaySee(caller, 'Job.hiringTeam', stored);
      return stored.state.hiringTeam.slice();
    },
    criteria: ({ stored }, { includeInactive }) =>
      stored.state.criteria
        .filter(({ active }) => active || includeInactive)
        .map((criterion) => ({ owner: stored, criterion })),
    stages: ({ stored }) => stored.state.stages.map((stage, position) => ({ ...stage, position })),
    openings: async ({ stored }, list, { application }) => {
      const page = await application.queries.openings(stored, list);
      const edges = page.edges.map(({ node, cursor }) => ({ cursor, node: { owner: stored, opening: node } }));
      return { ...page, edges, nodes: edges.map(({ node }) => node) };
    },
    posts: ({ stored }) => stored.state.posts.map((post) => ({ owner: stored, post })),
    openedAt: ({ stored }) => stored.state.openedAt,
    closedAt: ({ stored }) => stored.state.closedAt,
    planVersion: ({ stored }) => stored.state.planVersion,
    version: ({ stored }) => stored.version,
    createdAt: ({ stored }) => stored.createdAt,
    updatedAt: ({ stored }) => stored.updatedAt,
  },
  PipelineStage: {
    __resolveReference: async ({ id }, { loaders }) => {
      const stored = await loaders.jobOfStage.load(id);
      return stored === null ? null : stageNode(stored, id);
    },
  },
  Opening: {
    __resolveReference: async ({ id }, { loaders }) => {
      const stored = await loaders.jobOfOpening.load(id);
      return stored === null ? null : openingNode(stored, id);
    },
    id: ({ opening }) => opening.id,
    status: ({ opening }) => opening.status,
    openedAt: ({ opening }) => opening.openedAt,
    application: ({ owner, opening }, _arguments, { caller }) => {
      assertMaySee(caller, 'Opening.application', owner);
      return isTaken(opening) ? { id: opening.holder.applicationId } : null;
    },
    closedAt: ({ opening }) => (opening.status === 'CLOSED' ? opening.closedAt : null),
    closeReason: ({ opening }) => (opening.status === 'CLOSED' ? opening.closeReason : null),
  },
  Criterion: {
    __resolveReference: async ({ id }, { loaders }) => {
      const stored = await loaders.jobOfCriterion.load(id);
      return stored === null ? null : criterionNode(stored, id);
    },
    id: ({ criterion }) => criterion.id,
    kind: ({ criterion }) => criterion.kind,
    text: ({ criterion }) => criterion.text,
    minimumYears: ({ criterion }) => criterion.minimumYears,
    weight: ({ criterion }) => criterion.weight,
    sourceSpan: ({ owner, criterion }) => {
      const { sourceSpan } = criterion;
      return sourceSpan === null ? null : { owner, span: sourceSpan };
    },
    active: ({ criterion }) => criterion.active,
  },
  SourceSpan: {
    post: ({ owner, span }) => {
      const post = owner.state.posts.find(({ id }) => id === span.postId);
      return post === undefined ? null : { owner, post };
    },
    start: ({ span }) => span.start,
    end: ({ span }) => span.end,
  },
  HiringTeamMember: {
    user: async ({ userId }, _arguments, { loaders }) => {
      const stored = await loaders.user.load(userId);
      return stored === null ? null : { stored };
    },
  },
  JobFacts: {
    id: ({ stored }) => stored.id,
    lastSequence: ({ stored }) => stored.lastSequence,
    occurredAt: ({ stored }) => stored.lastOccurredAt ?? stored.createdAt,
    title: ({ stored }) => stored.state.title,
    status: ({ stored }) => stored.state.status,
    department: ({ stored }) => stored.state.department,
    locations: ({ stored }) => stored.state.locations.slice(),
    employmentType: ({ stored }) => stored.state.employmentType,
    confidential: ({ stored }) => stored.state.confidential,
    planVersion: ({ stored }) => stored.state.planVersion,
    stages: ({ stored }) => stored.state.stages.map((stage, position) => ({ ...stage, position })),
    hiringTeam: ({ stored }) => stored.state.hiringTeam.slice(),
    criteria: ({ stored }) => stored.state.criteria.slice(),
    publishedPosts: ({ stored }) => stored.state.posts.filter(isPublished).map(({ id }) => id),
    requiredQuestions: ({ stored }) =>
      stored.state.posts
        .filter(isPublished)
        .flatMap(({ id: postId, questions }) =>
          questions.filter(({ required }) => required).map(({ id: questionId }) => ({ postId, questionId })),
        ),
    openSeats: ({ stored }) => stored.state.openings.filter(({ status }) => status === 'OPEN').length,
  },
} satisfies Resolvers;
