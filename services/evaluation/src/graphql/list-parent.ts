import {
  type Connection,
  type ConnectionArguments,
  createConnection,
  type CursorCodec,
  type CursorScope,
  type Page,
  pageSize,
} from '@hiregraph/kernel';
import type { Listing } from '../application/list-interviews.ts';

/** A connection whose page and count are each read when a field asks for them, and once. */
export interface ListParent<Item> {
  connection(): Promise<Connection<Item>>;
  count(): Promise<number>;
}

/**
 * @param scope what its cursors are bound to
 * @throws BadUserInputError for a `first` out of range or a cursor of another list
 */
export function createListParent<Item>(
  listing: Listing<Item>,
  { first, after }: ConnectionArguments,
  cursors: CursorCodec,
  scope: CursorScope,
): ListParent<Item> {
  const size = pageSize(first);
  const position = after == null ? null : cursors.decode(scope, after, ['after']);
  let page: Promise<Page<Item>> | null = null;
  return {
    async connection() {
      page ??= listing.page({ first: size, after: position });
      return createConnection(await page, (item) => cursors.encode(scope, listing.positionOf(item)), after);
    },
    count: () => listing.count(),
  };
}
