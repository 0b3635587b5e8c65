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

/** Its cursors are made when they are read: a page whose cursors nobody asks for signs none. */
interface CursorSource<T> {
  readonly items: readonly T[];
  readonly cursorOf: (item: T) => string;
}

/*
 * These are classes, whose getters all of their objects share. Of a getter in an object that is written out, the engine
 * makes a pair in its old generation for every single object, and keeps by it all that the object belongs to (a whole
 * request) until the next full collection.
 */
class LazyEdge<T> {
  readonly node: T;
  readonly #cursorOf: (item: T) => string;

  constructor(node: T, cursorOf: (item: T) => string) {
    this.node = node;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.node);
  }
}

class LazyPageInfo<T> {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #source: CursorSource<T>;

  constructor(source: CursorSource<T>, hasNextPage: boolean, hasPreviousPage: boolean) {
    this.#source = source;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return cursorAt(this.#source, 0);
  }

  get endCursor(): string | null {
    return cursorAt(this.#source, -1);
  }
}

class LazyConnection<T> implements Connection<T> {
  readonly nodes: readonly T[];
  readonly pageInfo: Connection<T>['pageInfo'];
  readonly #source: CursorSource<T>;

  constructor(source: CursorSource<T>, pageInfo: Connection<T>['pageInfo']) {
    this.#source = source;
    this.nodes = source.items;
    this.pageInfo = pageInfo;
  }

  get edges(): Connection<T>['edges'] {
    const { items, cursorOf } = this.#source;
    return items.map((node) => new LazyEdge(node, cursorOf));
  }
}

function cursorAt<T>({ items, cursorOf }: CursorSource<T>, place: number): string | null {
  const item = items.at(place);
  return item === undefined ? null : cursorOf(item);
}

/**
 * Makes a connection of a page.
 *
 * @param cursorOf the cursor of one item; called when it is read
 * @param after the cursor that the page began behind, if any
 */
export function createConnection<T>(
  { items, hasNextPage }: Page<T>,
  cursorOf: (item: T) => string,
  after: string | null | undefined,
): Connection<T> {
  const source = { items, cursorOf };
  return new LazyConnection(source, new LazyPageInfo(source, hasNextPage, after !== null && after !== undefined));
}
