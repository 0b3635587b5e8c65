import type { Resolvers } from './generated/resolver-types.ts';

interface Stored<Aggregate> {
  readonly stored: Aggregate;
}

const toNode = <Aggregate>(stored: Aggregate): Stored<Aggregate> => ({ stored });

interface Page {
  readonly count: () => Promise<number>;
}
const totalCount = ({ count }: Page): Promise<number> => count();

/** Pages as the application gives them: of aggregates, counted only where the total is asked for. */
export const connectionResolvers = {
  JobConnection: { edges: ({ edges }) => edges.slice(), nodes: ({ nodes }) => nodes.map(toNode), totalCount },
  JobEdge: { node: ({ node }) => ({ stored: node }) },
  OpeningConnection: { edges: ({ edges }) => edges.slice(), nodes: ({ nodes }) => nodes.slice(), totalCount },
  JobPostConnection: { edges: ({ edges }) => edges.slice(), nodes: ({ nodes }) => nodes.slice(), totalCount },
  RejectionReasonConnection: {
    edges: ({ edges }) => edges.slice(),
    nodes: ({ nodes }) => nodes.map(toNode),
    totalCount,
  },
  RejectionReasonEdge: { node: ({ node }) => ({ stored: node }) },
  UserConnection: { edges: ({ edges }) => edges.slice(), nodes: ({ nodes }) => nodes.map(toNode), totalCount },
  UserEdge: { node: ({ node }) => ({ stored: node }) },
} satisfies Resolvers;
