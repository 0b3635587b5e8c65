import { afterEach, describe, expect, it } from '@jest/globals';
import { type Cans, openCanned, openCannedShop } from './canned-subgraph.ts';
import type { Answer, Comparison, Operation } from './comparison.ts';
import type { INTENDED_DIFFERENCES } from './intended-differences.ts';

type Difference = keyof typeof INTENDED_DIFFERENCES;
type Test = () => Promise<void>;

let comparison: Comparison | undefined;
afterEach(async () => {
  await comparison?.stop();
});

async function bothIn(opened: Promise<Comparison>, operation: Operation): Promise<{ stock: Answer; compiled: Answer }> {
  comparison = await opened;
  return { stock: await comparison.stock(operation), compiled: await comparison.compiled(operation) };
}

function data({ data: text }: Answer): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

const representationsOf = ({ asked }: Answer): readonly unknown[] =>
  asked.flatMap(({ variables }) => (variables['representations'] as unknown[] | undefined) ?? []);

const noAnswer = { message: 'No.', path: ['_entities', 0, 'email'], extensions: { code: 'FORBIDDEN' } };

const TESTS: Readonly<Record<Difference, Test>> = {
  'error-path-behind-skipped-objects': async () => {
    const cans: Cans = {
      catalog: () => ({ data: { items: [film(1), author(2)] } }),
      people: () => ({ data: { _entities: [{ __typename: 'Author', email: null }] }, errors: [noAnswer] }),
    };
    const { stock, compiled } = await bothIn(openCannedShop(cans), { query: '{ items { ... on Author { email } } }' });
    expect(stock.errors).toEqual(['["items",0,"email"] FORBIDDEN']);
    expect(compiled.errors).toEqual(['["items",1,"email"] FORBIDDEN']);
    expect(compiled.data).toBe(stock.data);
  },

  'entity-asked-once': async () => {
    const cans: Cans = {
      catalog: () => ({ data: { authors: [author(1), author(2), author(1)] } }),
      people: (_query, { representations }) => ({
        data: {
          _entities: (representations as { id: string }[]).map(({ id }) => ({ __typename: 'Author', email: id })),
        },
        errors: (representations as { id: string }[]).flatMap(({ id }, index) =>
          id === 'Author-1' ? [{ ...noAnswer, path: ['_entities', index, 'email'] }] : [],
        ),
      }),
    };
    const { stock, compiled } = await bothIn(openCannedShop(cans), { query: '{ authors { email } }' });
    expect(representationsOf(stock)).toHaveLength(3);
    expect(representationsOf(compiled)).toEqual([author(1), author(2)]);
    expect(compiled.data).toBe(stock.data);
    expect(compiled.errors).toEqual(stock.errors);
    expect(compiled.errors).toEqual(['["authors",0,"email"] FORBIDDEN', '["authors",2,"email"] FORBIDDEN']);
  },

  'renamed-values-that-are-false': async () => {
    const asked: unknown[] = [];
    const cans: Cans = {
      // Both types have a weight, of clashing types: the planner makes up an alias for one of them.
      catalog: (query) => {
        const [, alias = '?'] = /(\w+):\s*weight/u.exec(query) ?? [];
        const renamed = query.indexOf(alias) > query.indexOf('on Film') ? 'Film' : 'Book';
        const weigh = (item: Item): unknown => ({ ...item, [item.__typename === renamed ? alias : 'weight']: 0 });
        return { data: { items: [book(1), film(2)].map(weigh) } };
      },
      warehouse: (_query, { representations }) => {
        asked.push(...(representations as unknown[]));
        return { data: { _entities: (representations as unknown[]).map(() => ({ shippingCost: 7 })) } };
      },
    };
    const query = '{ items { ... on Book { shippingCost } ... on Film { shippingCost } } }';
    const { stock, compiled } = await bothIn(openCannedShop(cans), { query });
    expect(data(compiled)).toEqual({ items: [{ shippingCost: 7 }, { shippingCost: 7 }] });
    expect(JSON.stringify(data(stock))).toContain('null');
    expect(asked).toContainEqual({ __typename: 'Film', id: 'Film-2', weight: 0 });
  },

  'malformed-entity-costs-itself': async () => {
    const cans: Cans = {
      catalog: () => ({ data: { authors: [author(1), author(2), author(3), author(4)] } }),
      people: () => ({ data: { _entities: [{ email: 'a' }, 5, { email: { no: 'leaf' } }, { email: 'd' }] } }),
    };
    const { stock, compiled } = await bothIn(openCannedShop(cans), { query: '{ authors { email } }' });
    expect(data(stock)).toEqual({ authors: [{ email: 'a' }, { email: null }, { email: null }, { email: null }] });
    expect(data(compiled)).toEqual({ authors: [{ email: 'a' }, { email: null }, { email: null }, { email: 'd' }] });
    expect(compiled.errors).toEqual(stock.errors);
    expect(compiled.errors).toEqual(['nowhere INTERNAL_ERROR']);
  },

  'lists-of-lists-are-merged': async () => {
    const sdl = {
      left: `type Query { grid: Grid } type Grid @key(fields: "id") { id: ID!, cells: [[Cell]] @shareable } type Cell { left: Int }`,
      right: `type Grid @key(fields: "id") { id: ID!, cells: [[Cell]] @shareable } type Cell { right: Int }`,
    };
    const cans: Cans = {
      left: () => ({ data: { grid: { __typename: 'Grid', id: '1', cells: [[{ left: 1 }, null], [{ left: 2 }]] } } }),
      right: () => ({ data: { _entities: [{ __typename: 'Grid', cells: [[{ right: 3 }, null], [{ right: 4 }]] }] } }),
    };
    const { stock, compiled } = await bothIn(openCanned(sdl, cans), { query: '{ grid { cells { left right } } }' });
    const withLeft = (first: number | null, second: number | null): unknown => ({
      grid: { cells: [[{ left: first, right: 3 }, null], [{ left: second, right: 4 }]] },
    });
    expect(data(stock)).toEqual(withLeft(null, null));
    expect(data(compiled)).toEqual(withLeft(1, 2));
  },

  'lists-of-lists-are-required': async () => {
    const sdl = {
      left: `type Query { grid: Grid } type Grid @key(fields: "id") { id: ID!, cells: [[Cell]] } type Cell @shareable { x: Int }`,
      right: `type Grid @key(fields: "id") { id: ID!, cells: [[Cell]] @external, sum: Int @requires(fields: "cells { x }") }
        type Cell @shareable { x: Int }`,
    };
    const cans: Cans = {
      left: () => ({ data: { grid: { __typename: 'Grid', id: '1', cells: [[{ x: 1 }, { x: 2 }], null] } } }),
      right: () => ({ data: { _entities: [{ __typename: 'Grid', sum: 3 }] } }),
    };
    const { stock, compiled } = await bothIn(openCanned(sdl, cans), { query: '{ grid { sum } }' });
    expect(representationsOf(stock)).toEqual([{ __typename: 'Grid', id: '1', cells: [null, null] }]);
    expect(representationsOf(compiled)).toEqual([{ __typename: 'Grid', id: '1', cells: [[{ x: 1 }, { x: 2 }], null] }]);
  },

  'narrowed-again': async () => {
    const cans: Cans = { catalog: () => ({ data: { strictBook: { title: 'x', pages: 3 } } }) };
    const query = '{ strictBook { ... on Media { title ... on Book { pages } } } }';
    const { stock, compiled } = await bothIn(openCannedShop(cans), { query });
    expect(data(stock)).toEqual({ strictBook: { title: 'x' } });
    expect(data(compiled)).toEqual({ strictBook: { title: 'x', pages: 3 } });
  },

  'nobody-asked': async () => {
    const cans: Cans = {
      catalog: () => ({ data: { authors: [{ ...author(1), email: 'nobody asked me' }] } }),
      people: () => ({ data: null, errors: [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }] }),
    };
    const { stock, compiled } = await bothIn(openCannedShop(cans), { query: '{ authors { email } }' });
    expect(data(stock)).toEqual({ authors: [{ email: 'nobody asked me' }] });
    expect(data(compiled)).toEqual({ authors: [{ email: null }] });
  },

  // compiled-gateway.int.test.ts has more on deadlines.
  'answers-in-time': async () => {
    const cans: Cans = { catalog: () => ({ data: { authors: [author(1)] } }), people: () => ({ data: null }) };
    const opened = openCannedShop(cans);
    const { stock, compiled } = await bothIn(opened, { query: '{ authors { id email } }' });
    expect(compiled.data).toBe(stock.data);
    const late = await comparison!.lateAnswer({ query: '{ authors { id email } }' }, 'people');
    expect(data(late)).toEqual({ authors: [{ id: 'Author-1', email: null }] });
    expect(late.errors).toEqual(['nowhere DEADLINE_EXCEEDED']);
  },
};

interface Item {
  readonly __typename: string;
  readonly id: string;
}

function author(number: number): Item {
  return { __typename: 'Author', id: `Author-${number}` };
}
function film(number: number): Item {
  return { __typename: 'Film', id: `Film-${number}` };
}
function book(number: number): Item {
  return { __typename: 'Book', id: `Book-${number}` };
}

describe('on purpose the compiled executor differs from the stock one', () => {
  it.each(Object.entries(TESTS))('in %s', async (_difference, test) => {
    await test();
  });
});
