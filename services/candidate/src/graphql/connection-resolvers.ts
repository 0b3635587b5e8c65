import type { CountedPage } from './nodes.ts';

/** The fields of a connection. Each is read on its own, so that a total alone reads no page and a page counts nothing. */
export function connectionResolvers<Node>() {
  return {
    edges: async ({ page }: CountedPage<Node>) => [...(await page()).edges],
    nodes: async ({ page }: CountedPage<Node>) => [...(await page()).nodes],
    pageInfo: async ({ page }: CountedPage<Node>) => (await page()).pageInfo,
    totalCount: ({ count }: CountedPage<Node>) => count(),
  };
}
