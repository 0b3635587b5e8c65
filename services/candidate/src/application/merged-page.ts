import type { CursorPosition, Page } from '@hiregraph/kernel';

export interface PageOrder<T> {
  readonly positionOf: (item: T) => CursorPosition;
  readonly descending: boolean;
}

/** Compares positions of one list: sort values first, the id last. Instants and ids compare as text. */
function compare(a: CursorPosition, b: CursorPosition): number {
  for (let index = 0; index < a.length; index++) {
    const [left, right] = [a[index] ?? '', b[index] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/**
 * One page of what a store gave and what is in memory already, each item once.
 * @param stored the store's page of the same order, behind the same position
 * @param loaded all that is in memory, in any order
 */
export function mergedPage<T extends { readonly id: string }>(
  stored: Page<T>,
  loaded: readonly T[],
  { positionOf, descending }: PageOrder<T>,
  { first, after }: { readonly first: number; readonly after: CursorPosition | null },
): Page<T> {
  if (loaded.length === 0) return stored;
  const sign = descending ? -1 : 1;
  const inOrder = (a: CursorPosition, b: CursorPosition): number => sign * compare(a, b);
  const behind = loaded.filter((item) => after === null || inOrder(positionOf(item), after) > 0);
  const byId = new Map([...stored.items, ...behind].map((item) => [item.id, item]));
  const items = [...byId.values()].sort((a, b) => inOrder(positionOf(a), positionOf(b)));
  return { items: items.slice(0, first), hasNextPage: stored.hasNextPage || items.length > first };
}
