import { BadUserInputError } from './errors.ts';

/** Arguments of a Relay connection (https://relay.dev/graphql/connections.htm), forward only. */
export interface ConnectionArguments {
  /** 1 to 100; 20 where not given. */
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** @throws BadUserInputError when `first` is not from 1 to 100 */
export function pageSize(first: number | null | undefined, path: readonly string[] = ['first']): number {
  if (first === null || first === undefined) return DEFAULT_PAGE_SIZE;
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE_SIZE) {
    throw new BadUserInputError(`"first" must be from 1 to ${MAX_PAGE_SIZE}, not ${first}.`, path);
  }
  return first;
}

/** One page as a store gave it: at most `first` items, and whether there are more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
}

/** What the GraphQL type `<X>Connection` resolves from, save totalCount, which is its own, separately costed field. */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/**
 * Cursors are made when they are read: a page whose cursors nobody asks for signs none.
 *
 * @param cursorOf the cursor of one item
 * @param after the cursor that the page began behind, if any
 */
export function createConnection<T>(
  page: Page<T>,
  cursorOf: (item: T) => string,
  after: string | null | undefined,
): Connection<T> {
  const { items, hasNextPage } = page;
  const cursorAt = (place: number): string | null => {
    const item = items.at(place);
    return item === undefined ? null : cursorOf(item);
  };
  return {
    get edges() {
      return items.map((node) => ({
        node,
        get cursor() {
          return cursorOf(node);
        },
      }));
    },
    nodes: items,
    pageInfo: {
      hasNextPage,
      hasPreviousPage: after !== null && after !== undefined,
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(-1);
      },
    },
  };
}
