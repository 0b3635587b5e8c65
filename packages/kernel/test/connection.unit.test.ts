import { describe, expect, it } from '@jest/globals';
import { createConnection } from '../src/connection.ts';

describe('a connection', () => {
  const cursorOf = (item: string): string => `cursor of ${item}`;

  it('gives each item its cursor, and the page the first and the last of them', () => {
    const connection = createConnection({ items: ['a', 'b'], hasNextPage: true }, cursorOf, 'before a');
    expect(connection.edges.map(({ node, cursor }) => ({ node, cursor }))).toEqual([
      { node: 'a', cursor: 'cursor of a' },
      { node: 'b', cursor: 'cursor of b' },
    ]);
    expect(connection.nodes).toEqual(['a', 'b']);
    expect(connection.pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: 'cursor of a',
      endCursor: 'cursor of b',
    });
  });

  it('has no cursors where the page is empty', () => {
    const { edges, pageInfo } = createConnection({ items: [], hasNextPage: false }, cursorOf, null);
    expect(edges).toEqual([]);
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
  });

  it('makes no cursor that nobody reads', () => {
    const made: string[] = [];
    const connection = createConnection(
      { items: ['a', 'b', 'c'], hasNextPage: false },
      (item) => {
        made.push(item);
        return item;
      },
      null,
    );
    expect(connection.nodes).toHaveLength(3);
    expect(connection.edges.map(({ node }) => node)).toEqual(['a', 'b', 'c']);
    expect(connection.pageInfo.hasNextPage).toBe(false);
    expect(made).toEqual([]);
    expect(connection.pageInfo.endCursor).toBe('c');
    expect(made).toEqual(['c']);
  });

  it('has no getter of its own, by which the engine would keep the request that it belongs to', () => {
    const connection = createConnection({ items: ['a'], hasNextPage: false }, cursorOf, null);
    const made: readonly object[] = [connection, connection.pageInfo, ...connection.edges];
    for (const one of made) {
      const own = Object.values(Object.getOwnPropertyDescriptors(one));
      expect(own.filter(({ get }) => get !== undefined)).toEqual([]);
    }
  });
});
