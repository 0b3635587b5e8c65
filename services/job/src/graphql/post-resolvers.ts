import { assertMaySee } from '../application/access-rules.ts';
import { postingJsonLd } from '../domain/posting-json-ld.ts';
import type { JobContext } from './context.ts';
import type { Resolvers } from './generated/resolver-types.ts';
import type { PostNode } from './nodes.ts';

/** Posts. Whoever holds a node may read the post; its job is another matter. */
export const postResolvers = {
  JobPost: {
    __resolveReference: async ({ id }, { loaders }) => {
      const found = await loaders.post.load(id);
      return found === null ? null : { ...found };
    },
    id: ({ post }) => post.id,
    job: ({ owner }, _arguments, { caller }) => {
      assertMaySee(caller, 'JobPost.job', owner);
      return { stored: owner };
    },
    title: ({ post }) => post.title,
    body: ({ post }) => post.body,
    status: ({ post }) => post.status,
    publishedAt: ({ post }) => post.publishedAt,
    jsonLd: (node, _arguments, context) => postingJsonLd(node.owner.state, node.post, companyNameOf(node, context)),
    questions: ({ post }) => post.questions.slice(),
    companyName: companyNameOfPost,
    department: ({ owner }) => owner.state.department,
    locations: ({ owner }) => owner.state.locations.slice(),
    employmentType: ({ owner }) => owner.state.employmentType,
    remote: ({ owner }) => owner.state.remote,
    version: ({ post }) => post.version,
    createdAt: ({ post }) => post.createdAt,
    updatedAt: ({ post }) => post.updatedAt,
  },
} satisfies Resolvers;

function companyNameOfPost(node: PostNode, _arguments: object, context: JobContext): string {
  return companyNameOf(node, context);
}

/** A tenant that the configuration has lost keeps its posts, under its id. */
function companyNameOf({ owner }: PostNode, { application }: JobContext): string {
  return application.tenants.findById(owner.tenantId)?.name ?? owner.tenantId;
}
