import { ForbiddenError } from '@hiregraph/kernel';
import type {
  InterviewConnectionResolvers,
  InterviewKitConnectionResolvers,
  ScorecardConnectionResolvers,
} from './generated/resolver-types.ts';
import type { InterviewListParent } from './parents.ts';

function assertMaySeeNodes({ maySeeNodes }: InterviewListParent): void {
  if (!maySeeNodes) throw new ForbiddenError('Your role sees the number of interviews alone. Ask for totalCount.');
}

const NO_PAGE = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

export const interviewConnectionResolvers: InterviewConnectionResolvers = {
  edges: async (list) => {
    assertMaySeeNodes(list);
    return [...(await list.connection()).edges];
  },
  nodes: async (list) => {
    assertMaySeeNodes(list);
    return [...(await list.connection()).nodes];
  },
  // Cursors tell where interviews stand, so there are none for those who see counts alone.
  pageInfo: async (list) => (list.maySeeNodes ? (await list.connection()).pageInfo : NO_PAGE),
  totalCount: (list) => list.count(),
};

export const scorecardConnectionResolvers: ScorecardConnectionResolvers = {
  edges: async (list) => [...(await list.connection()).edges],
  nodes: async (list) => [...(await list.connection()).nodes],
  pageInfo: async (list) => (await list.connection()).pageInfo,
  totalCount: (list) => list.count(),
};

export const interviewKitConnectionResolvers: InterviewKitConnectionResolvers = {
  edges: async (list) => [...(await list.connection()).edges],
  nodes: async (list) => [...(await list.connection()).nodes],
  pageInfo: async (list) => (await list.connection()).pageInfo,
  totalCount: (list) => list.count(),
};
