/** A filter in MongoDB's query language, restricted to the operators that the contract suite tests on both engines. */
export type Filter = Readonly<Record<string, unknown>>;

/** Field paths with direction; `_id` is appended for a stable order. */
export type Sort = readonly (readonly [path: string, direction: 1 | -1])[];

/**
 * An index over document paths such as `state.jobId`, `createdAt`, `_id`. The storage layer puts tenantId first; nobody
 * writes it here.
 */
export interface IndexSpec {
  readonly name: string;
  readonly keys: Sort;
  readonly unique?: boolean;
  /** Only documents that match are indexed and guarded. */
  readonly partial?: Filter;
}

/**
 * A named query with its index, declared once and used on every engine. The engine is told to use that index (hint),
 * and a test proves by `explain` that it does.
 */
export interface Query<P> {
  /** Unique in its collection, e.g. `applicationsByJobAndStage`. */
  readonly name: string;
  /** The name of a declared index of the collection. */
  readonly index: string;
  /** Without tenantId. Undefined entries are dropped. */
  readonly filter: (params: P) => Filter;
  /** The order; must be served by the index. `_id` ascending where not given. */
  readonly sort?: Sort;
  /** The most that `list` may return; 100 where not given. */
  readonly cap?: number;
}

/** Declares a query; for type inference and so that the explain suite can find it. */
export function declareQuery<P>(query: Query<P>): Query<P> {
  return query;
}
