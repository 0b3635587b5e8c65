import {
  type Connection,
  type ConnectionArguments,
  createConnection,
  type CursorCodec,
  type CursorPosition,
  type CursorScope,
  type Page,
  pageSize,
} from '@hiregraph/kernel';
import type { PageRequest } from '@hiregraph/storage';

/** A connection whose total is asked for by itself, and only then costs anything. */
export interface CountedConnection<Item> extends Connection<Item> {
  readonly count: () => Promise<number>;
}

export interface PagedList<Item> {
  readonly scope: CursorScope;
  readonly page: (request: PageRequest) => Promise<Page<Item>>;
  readonly count: () => Promise<number>;
  readonly positionOf: (item: Item) => CursorPosition;
}

/**
 * One page of a list as a connection.
 * @throws BadUserInputError when `first` or `after` is not acceptable
 */
export async function connectionTo<Item>(
  cursors: CursorCodec,
  { first, after }: ConnectionArguments,
  { scope, page, count, positionOf }: PagedList<Item>,
): Promise<CountedConnection<Item>> {
  const size = pageSize(first);
  const position = after === null || after === undefined ? null : cursors.decode(scope, after, ['after']);
  const found = await page({ first: size, after: position });
  const cursorOf = (item: Item): string => cursors.encode(scope, positionOf(item));
  return counted(createConnection(found, cursorOf, after), count);
}

/** A connection together with what counts the whole list. */
export function counted<Item>(
  { edges, nodes, pageInfo }: Connection<Item>,
  count: () => Promise<number>,
): CountedConnection<Item> {
  return { edges, nodes, pageInfo, count };
}
