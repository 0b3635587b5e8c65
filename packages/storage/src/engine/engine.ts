import type { CursorPosition, Lifecycle } from '@hiregraph/kernel';
import type { Filter, Sort } from '../query.ts';
import type { DocumentShape } from './document-shape.ts';

/** The index over `_id` that every collection has. */
export const ID_INDEX = '_id_';

/** A stored document. Nobody changes one: what is read may be the store's own copy. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly _id: string };

/** An index as the engine keeps it: with tenantId first where it belongs to a tenant, and `_id` last where that helps. */
export interface EngineIndex {
  readonly name: string;
  readonly keys: Sort;
  readonly unique?: boolean;
  readonly partial?: Filter;
  /** For an index over one Date field: documents whose date is older than that many seconds are deleted. */
  readonly expireAfterSeconds?: number;
}

/**
 * Takes what has to be on disk before anybody is answered. Whoever hands one in goes on at once, and waits for all of it
 * before the answer leaves. An engine whose acknowledgements are durable as they come never calls it.
 */
export type Defer = (durable: Promise<unknown>) => void;

export interface ReadOptions {
  /** The index that serves the query; `_id_` where the filter names ids. An engine never scans a collection. */
  readonly hint: string;
  /** Complete, `_id` included, so that the order is total; absent: no particular order. */
  readonly sort?: Sort;
  readonly limit?: number;
  /** The values of the sort's fields behind which the result begins. */
  readonly after?: CursorPosition | null;
  /** Paths, not through lists, that are not needed; an engine may return them all the same. */
  readonly without?: readonly string[];
  /** Only what a majority has; the embedded engine gives nothing less anyway. */
  readonly majority?: boolean;
  /** For a read that nobody is shown before a later write to the same store: see `Defer`. */
  readonly defer?: Defer;
}

export interface WriteOptions {
  /**
   * The caller will not answer anybody before a later write to the same store was acknowledged. An engine whose writes
   * become durable in order may then answer before this one is.
   */
  readonly settledByLaterWrite?: boolean;
  /** For a write that another one to the same store follows, before anybody is answered: see `Defer`. */
  readonly defer?: Defer;
}

export interface UpdateOptions extends WriteOptions {
  readonly upsert?: boolean;
  readonly without?: readonly string[];
}

/** Operators as in MongoDB; only those in PERMITTED_UPDATE_OPERATORS. */
export type Update = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** How a read was, or would be, carried out. */
export interface Explanation {
  readonly engine: 'embedded' | 'mongodb';
  /** Null: no index was used. */
  readonly index: string | null;
  readonly keysExamined: number;
  readonly documentsExamined: number;
  readonly returned: number;
  /** Whether the result had to be sorted after it was found. Null where the server does not say so reliably. */
  readonly sortedInMemory: boolean | null;
}

/**
 * The small part of the official driver's Collection that this platform needs. Both engines pass one contract suite.
 * Reads throw StoreUnavailableError; writes throw that when they surely did nothing, OutcomeUnknownError when nobody can
 * tell, and DuplicateKeyError when a unique index refused.
 */
export interface EngineCollection {
  readonly name: string;
  findOne(filter: Filter, options: ReadOptions): Promise<StoredDocument | null>;
  find(filter: Filter, options: ReadOptions): Promise<readonly StoredDocument[]>;
  /** Many finds that differ in filter only, in one round trip. */
  findEach(filters: readonly Filter[], options: ReadOptions): Promise<readonly (readonly StoredDocument[])[]>;
  count(filter: Filter, options: Pick<ReadOptions, 'hint'>): Promise<number>;
  countEach(filters: readonly Filter[], options: Pick<ReadOptions, 'hint'>): Promise<readonly number[]>;
  insertOne(document: StoredDocument, options?: WriteOptions): Promise<void>;
  /** @returns the document after the update; null where none matched. The filter names an `_id`. */
  findOneAndUpdate(filter: Filter, update: Update, options?: UpdateOptions): Promise<StoredDocument | null>;
  /** @returns whether a document matched or was inserted. The filter names an `_id`. */
  updateOne(filter: Filter, update: Update, options?: UpdateOptions): Promise<boolean>;
  /** @returns whether a document was deleted. The filter names an `_id`. */
  deleteOne(filter: Filter): Promise<boolean>;
  /** @returns how many were deleted */
  deleteMany(filter: Filter, options: Pick<ReadOptions, 'hint'>): Promise<number>;
  explain(filter: Filter, options: ReadOptions): Promise<Explanation>;
  /** Every document in the order of ids, for migrations, exports and comparisons; not for answering anybody. */
  all(): AsyncIterable<StoredDocument>;
}

/** A document store of one service. `start` never waits for a server: calls wait a little for the connection instead. */
export interface StorageEngine extends Lifecycle {
  readonly kind: 'embedded' | 'mongodb';
  /**
   * The same name gives the same collection; its indexes are made (or compared) before the first use.
   * @param shape refuses other documents, where the engine is a server that others may write to
   */
  collection(name: string, indexes: readonly EngineIndex[], shape?: DocumentShape): EngineCollection;
  /** Resolves when the engine can serve. @throws StoreUnavailableError when it cannot for now */
  ready(): Promise<void>;
}
