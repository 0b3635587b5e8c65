import { BadUserInputError, type CursorPosition, HiregraphError, MAX_PAGE_SIZE, type Page } from '@hiregraph/kernel';
import type { PageRequest, Reads } from '../aggregate-store.ts';
import {
  type EngineCollection,
  type Explanation,
  ID_INDEX,
  type ReadOptions,
  type StoredDocument,
} from '../engine/engine.ts';
import { ListTooLongError } from '../engine/engine-errors.ts';
import type { Filter, IndexSpec, Query, Sort } from '../query.ts';
import { tenantFilter } from './tenant-filter.ts';

const DEFAULT_CAP = 100;

/** Shows how a declared query is carried out; what the explain suite asks. */
export interface Explains {
  explain<P>(tenantId: string, query: Query<P>, params: P, as: 'list' | PageRequest): Promise<Explanation>;
}

export interface ReadsOptions<Item> {
  readonly collection: EngineCollection;
  readonly indexes: readonly IndexSpec[];
  readonly toItem: (document: StoredDocument) => Item;
  /** Paths that items do not show. */
  readonly without?: readonly string[];
}

/** The reads that aggregates and projections share: every one under a tenant, every one on the index it names. */
export function createReads<Item extends { readonly id: string }>(options: ReadsOptions<Item>): Reads<Item> & Explains {
  const { collection, toItem } = options;
  const without = options.without === undefined ? {} : { without: options.without };
  const byId: ReadOptions = { hint: ID_INDEX, ...without };

  function optionsOf<P>(query: Query<P>, filter: Filter, sort: Sort | undefined, limit: number): ReadOptions {
    const index = options.indexes.find(({ name }) => name === query.index);
    if (index === undefined) {
      throw new HiregraphError(
        'INTERNAL_ERROR',
        `The query ${query.name} names the index ${query.index}, which ${collection.name} does not declare. Declare it.`,
      );
    }
    return { hint: query.index, sort: sort ?? indexOrder(index, filter), limit, ...without };
  }

  function pageOptions<P>(query: Query<P>, filter: Filter, request: PageRequest): ReadOptions {
    if (!Number.isInteger(request.first) || request.first < 1 || request.first > MAX_PAGE_SIZE) {
      throw new BadUserInputError(`A page has from 1 to ${MAX_PAGE_SIZE} elements, not ${request.first}.`, ['first']);
    }
    const sort = totalSort(query.sort ?? []);
    if (request.after !== null && request.after.length !== sort.length) {
      throw new BadUserInputError('This cursor does not belong to this list. Start without one.', ['after']);
    }
    return { ...optionsOf(query, filter, sort, request.first + 1), after: request.after };
  }

  const listOptions = <P>(query: Query<P>, filter: Filter): ReadOptions =>
    optionsOf(query, filter, query.sort && totalSort(query.sort), (query.cap ?? DEFAULT_CAP) + 1);

  const toList = <P>(query: Query<P>, found: readonly StoredDocument[]): readonly Item[] => {
    const cap = query.cap ?? DEFAULT_CAP;
    if (found.length > cap) throw new ListTooLongError(query.name, cap);
    return found.map(toItem);
  };

  const filterOf = <P>(tenantId: string, query: Query<P>, params: P): Filter =>
    tenantFilter(tenantId, query.filter(params));

  return {
    async load(tenantId, id, defer) {
      const asked = defer === undefined ? byId : { ...byId, defer };
      const found = await collection.findOne(tenantFilter(tenantId, { _id: id }), asked);
      return found === null ? null : toItem(found);
    },
    async loadMany(tenantId, ids) {
      if (ids.length === 0) return new Map();
      const found = await collection.find(tenantFilter(tenantId, { _id: { $in: [...new Set(ids)] } }), byId);
      return new Map(found.map((document) => [document._id, toItem(document)]));
    },
    async list(tenantId, query, params, defer) {
      const filter = filterOf(tenantId, query, params);
      const asked = listOptions(query, filter);
      return toList(query, await collection.find(filter, defer === undefined ? asked : { ...asked, defer }));
    },
    async listEach(tenantId, query, params) {
      const filters = params.map((one) => filterOf(tenantId, query, one));
      const [first] = filters;
      if (first === undefined) return [];
      const lists = await collection.findEach(filters, listOptions(query, first));
      return lists.map((found) => toList(query, found));
    },
    async page(tenantId, query, params, request) {
      const filter = filterOf(tenantId, query, params);
      const found = await collection.find(filter, pageOptions(query, filter, request));
      return toPage(found, request.first, toItem);
    },
    async pageEach(tenantId, query, params, request) {
      const filters = params.map((one) => filterOf(tenantId, query, one));
      const [first] = filters;
      if (first === undefined) return [];
      const pages = await collection.findEach(filters, pageOptions(query, first, request));
      return pages.map((found) => toPage(found, request.first, toItem));
    },
    count: (tenantId, query, params) => collection.count(filterOf(tenantId, query, params), { hint: query.index }),
    countEach: async (tenantId, query, params) => {
      if (params.length === 0) return [];
      const filters = params.map((one) => filterOf(tenantId, query, one));
      return await collection.countEach(filters, { hint: query.index });
    },
    positionOf: (query, item) => totalSort(query.sort ?? []).map(([path]) => valueAt(item, path)),
    explain: (tenantId, query, params, as) => {
      const filter = filterOf(tenantId, query, params);
      return collection.explain(filter, as === 'list' ? listOptions(query, filter) : pageOptions(query, filter, as));
    },
  };
}

function toPage<Item>(
  found: readonly StoredDocument[],
  first: number,
  toItem: (document: StoredDocument) => Item,
): Page<Item> {
  const hasNextPage = found.length > first;
  return { items: (hasNextPage ? found.slice(0, first) : found).map(toItem), hasNextPage };
}

/** Made once for a declared order, so that engines know it again. */
const totalSorts = new WeakMap<Sort, Sort>();

/** `_id` makes an order total; it runs the way of the field before it, so that one index serves both ways. */
function totalSort(sort: Sort): Sort {
  const [lastPath, lastDirection] = sort.at(-1) ?? ['', 1];
  if (lastPath === '_id') return sort;
  let total = totalSorts.get(sort);
  if (total === undefined) totalSorts.set(sort, (total = [...sort, ['_id', lastDirection]]));
  return total;
}

/** The order of a list that asks for none: the index's own, behind what the filter fixes. */
function indexOrder(index: IndexSpec, filter: Filter): Sort {
  const fixed = index.keys.findIndex(([path]) => !isFixed(filter[path]));
  return totalSort(fixed === -1 ? index.keys.slice(index.keys.length) : index.keys.slice(fixed));
}

function isFixed(condition: unknown): boolean {
  if (condition === undefined) return false;
  if (condition === null || typeof condition !== 'object') return true;
  return '$in' in condition || '$eq' in condition;
}

function valueAt(item: { readonly id: string }, path: string): CursorPosition[number] {
  if (path === '_id') return item.id;
  let value: unknown = item;
  for (const segment of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[segment];
  return (value ?? null) as CursorPosition[number];
}
