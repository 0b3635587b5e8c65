import {
  type EngineIndex,
  type Explanation,
  ID_INDEX,
  type ReadOptions,
  type StoredDocument,
} from '../engine/engine.ts';
import { DuplicateKeyError, UnindexedQueryError, UnsupportedValueError } from '../engine/engine-errors.ts';
import type { Filter } from '../query.ts';
import { createOutlineMaker } from './document-outline.ts';
import { createDocumentTable, type DocumentTable, MOST_OBJECTS, type Slot } from './document-table.ts';
import { encodeImage, encodeOutlinePaths } from './snapshot-image.ts';
import { compileFilter } from '../engine/filter-test.ts';
import type { ByteRange } from './byte-arena.ts';
import { type IndexPlan, planRead } from './index-plan.ts';
import { countByDifference, sizeOf } from './index-counts.ts';
import { visitRuns } from './index-runs.ts';
import { createMemoryIndex, type MemoryIndex } from './memory-index.ts';
import { documentTest, equalsPlain, isPlain } from './plain-filter.ts';
import { createKeyPartCaches } from './key-part-cache.ts';
import { createSharedTails } from './shared-tails.ts';

/** How much a read looked at. */
export interface ReadCost {
  keys: number;
  documents: number;
}

/** The documents of one collection with their indexes. Everything here happens at once; durability lies above. */
export interface MemoryCollection {
  readonly name: string;
  readonly documents: DocumentTable;
  readonly indexes: readonly EngineIndex[];
  /** Adds an index over what is there already; the same one again is nothing. */
  addIndex(spec: EngineIndex): void;
  /** @throws DuplicateKeyError when a write of this document would break a unique index; writes nothing */
  assertUnique(document: StoredDocument): void;
  put(document: StoredDocument): StoredDocument;
  delete(id: string): void;
  /** As `put`, for the many documents of a start: indexes know nothing of it before `fillIndexes`. */
  load(document: StoredDocument): void;
  /** Likewise, with the bytes of the record that makes the document. They are kept: nobody may write over them. */
  loadPacked(document: StoredDocument, bytes: ByteRange): void;
  /** The paths that outlines have to hold. */
  readonly outlinePaths: readonly string[];
  /** As `delete`, likewise. */
  unload(id: string): void;
  /** Forgets all that was loaded. */
  unloadAll(): void;
  /** Makes all indexes over the documents that are there. */
  fillIndexes(): void;
  /** @param filter names that id, and may ask for more */
  findById(id: string, filter: Filter): StoredDocument | null;
  read(filter: Filter, options: ReadOptions, cost?: ReadCost): StoredDocument[];
  count(filter: Filter, hint: string): number;
  explain(filter: Filter, options: ReadOptions): Explanation;
  /** Records of the documents as they are now, however they change until `endSnapshot`. One at a time. */
  snapshot(): Iterable<Uint8Array>;
  /** Stops keeping what changed documents were like. */
  endSnapshot(): void;
}

/** @param mostObjects how many documents are kept as objects; the others are bytes, and made anew when they are read */
export function createMemoryCollection(name: string, freeze: boolean, mostObjects = MOST_OBJECTS): MemoryCollection {
  const indexes = new Map<string, MemoryIndex>();
  const parts = createKeyPartCaches();
  let outlines = createOutlineMaker([]);
  const documents = createDocumentTable({ name, freeze, mostObjects, outlines: () => outlines });
  /** While a snapshot is being taken: what changed documents were like when it began; null for new ones. */
  let beforeImages: Map<string, Slot | null> | null = null;

  function keepImage(id: string): void {
    if (beforeImages === null || beforeImages.has(id)) return;
    const slot = documents.slot(id);
    beforeImages.set(id, slot === undefined ? null : { ...slot });
  }

  /** What indexes are made of: an object that is there anyway, or the outline. */
  function* indexed(): Generator<StoredDocument> {
    for (const [, { outline, document }] of documents.slots()) yield (outline ?? document) as StoredDocument;
  }

  function before(id: string): StoredDocument | null {
    const slot = documents.slot(id);
    return slot === undefined ? null : (slot.document ?? slot.outline);
  }

  function indexOf(hint: string): MemoryIndex {
    const index = indexes.get(hint);
    if (index === undefined) throw new UnindexedQueryError(name, hint, 'no such index is declared');
    return index;
  }

  /** The most frequent read of all, without a detour. */
  function findById(id: string, filter: Filter): StoredDocument | null {
    const document = documents.get(id);
    if (document === undefined) return null;
    return (isPlain(filter) ? equalsPlain(filter, document) : documentTest(filter)(document)) ? document : null;
  }

  function readById(filter: Filter, options: ReadOptions, cost: ReadCost | undefined): StoredDocument[] {
    const ids = idsOf(filter, name);
    const test = documentTest(filter);
    const found: StoredDocument[] = [];
    for (const id of ids) {
      const document = documents.get(id);
      if (cost !== undefined) cost.keys++;
      if (document === undefined) continue;
      if (cost !== undefined) cost.documents++;
      if (test(document)) found.push(document);
    }
    if (options.sort !== undefined) sortById(found, options, name);
    return options.limit === undefined ? found : found.slice(0, options.limit);
  }

  function readByIndex(filter: Filter, options: ReadOptions, cost: ReadCost | undefined): StoredDocument[] {
    const index = indexOf(options.hint);
    const plan = planRead(name, index, filter, options.sort, options.after ?? null);
    const found: StoredDocument[] = [];
    const limit = options.limit ?? Number.POSITIVE_INFINITY;
    if (limit > 0) {
      visit(index, plan, filter, cost, (slot) => {
        found.push(documents.documentOf(slot));
        return found.length < limit;
      });
    }
    return found;
  }

  function visit(
    index: MemoryIndex,
    plan: IndexPlan,
    filter: Filter,
    cost: ReadCost | undefined,
    accept: (slot: Slot) => boolean,
  ): void {
    const test = plan.residual ? compileFilter(filter) : null;
    const byOutline = test !== null && outlines.covers(filter);
    const seen = plan.duplicates ? new Set<string>() : null;
    visitRuns(index, plan, (key) => {
      if (cost !== undefined) cost.keys++;
      const id = key[key.length - 1] as string;
      if (seen?.has(id)) return true;
      seen?.add(id);
      const slot = documents.slot(id) as Slot;
      if (cost !== undefined) cost.documents++;
      return test === null || test(subjectOf(slot, byOutline)) ? accept(slot) : true;
    });
  }

  function countRuns(index: MemoryIndex, plan: IndexPlan, filter: Filter): number {
    let count = 0;
    visit(index, plan, filter, undefined, () => {
      count++;
      return true;
    });
    return count;
  }

  /** What a filter is tested on. */
  function subjectOf(slot: Slot, byOutline: boolean): StoredDocument {
    return slot.document ?? (byOutline ? (slot.outline as StoredDocument) : documents.documentOf(slot));
  }

  /** Unchanged documents as they stand, then changed ones as they were. A Map's iterator also sees what is added meanwhile. */
  function* takeSnapshot(images: ReadonlyMap<string, Slot | null>): Generator<Uint8Array> {
    yield encodeOutlinePaths(name, outlines.paths);
    for (const [id, slot] of documents.slots()) if (!images.has(id)) yield encodeImage(name, documents.pack(slot));
    for (const image of images.values()) if (image !== null) yield encodeImage(name, documents.pack(image));
  }

  function read(filter: Filter, options: ReadOptions, cost?: ReadCost): StoredDocument[] {
    return options.hint === ID_INDEX ? readById(filter, options, cost) : readByIndex(filter, options, cost);
  }

  return {
    name,
    documents,
    get indexes() {
      return [...indexes.values()].map((index) => index.spec);
    },
    addIndex(spec) {
      if (indexes.has(spec.name)) return;
      const index = createMemoryIndex(spec, parts);
      const wanted = createOutlineMaker([...outlines.paths, ...pathsOf(spec)]);
      if (wanted.paths.length > outlines.paths.length) {
        outlines = wanted;
        documents.renewOutlines();
      }
      index.fill(indexed());
      if (index.repeated() !== null) throw new DuplicateKeyError(name, spec.name);
      indexes.set(spec.name, index);
    },
    assertUnique(document) {
      const old = before(document._id);
      for (const index of indexes.values()) {
        if (index.conflict(old, document) !== null) throw new DuplicateKeyError(name, index.spec.name);
      }
    },
    put(document) {
      keepImage(document._id);
      const old = before(document._id);
      for (const index of indexes.values()) index.replace(old, document);
      documents.set(document);
      return document;
    },
    delete(id) {
      const old = before(id);
      if (old === null) return;
      keepImage(id);
      for (const index of indexes.values()) index.replace(old, null);
      documents.delete(id);
    },
    load: documents.set,
    loadPacked(document, bytes) {
      documents.setPacked(outlines.outlineOf(document), bytes);
    },
    get outlinePaths() {
      return outlines.paths;
    },
    unload: documents.delete,
    unloadAll: documents.clear,
    fillIndexes() {
      const shared = createSharedTails(indexed());
      for (const index of indexes.values()) index.fill(shared.documents, shared);
    },
    findById,
    read,
    count(filter, hint) {
      if (hint === ID_INDEX) return readById(filter, { hint }, undefined).length;
      const index = indexOf(hint);
      const plan = planRead(name, index, filter, undefined, null);
      return (
        sizeOf(plan) ??
        countByDifference(name, indexes.values(), index, filter, countRuns) ??
        countRuns(index, plan, filter)
      );
    },
    explain(filter, options) {
      const cost = { keys: 0, documents: 0 };
      const returned = read(filter, options, cost).length;
      return {
        engine: 'embedded',
        index: options.hint,
        keysExamined: cost.keys,
        documentsExamined: cost.documents,
        returned,
        sortedInMemory: false,
      };
    },
    snapshot() {
      const images = new Map<string, Slot | null>();
      beforeImages = images;
      return takeSnapshot(images);
    },
    endSnapshot() {
      beforeImages = null;
    },
  };
}

function pathsOf({ keys, partial }: EngineIndex): readonly string[] {
  return [...keys.map(([path]) => path), ...Object.keys(partial ?? {}).filter((path) => !path.startsWith('$'))];
}

function idsOf(filter: Filter, collection: string): readonly string[] {
  const condition = filter._id;
  if (typeof condition === 'string') return [condition];
  const listed = (condition as { $in?: unknown } | undefined)?.$in;
  if (Array.isArray(listed)) return [...new Set(listed as string[])];
  throw new UnindexedQueryError(collection, ID_INDEX, 'the filter names no _id');
}

function sortById(found: StoredDocument[], options: ReadOptions, collection: string): void {
  const [[path, direction] = ['', 1], ...more] = options.sort ?? [];
  if (path !== '_id' || more.length > 0 || options.after) {
    throw new UnindexedQueryError(collection, ID_INDEX, 'ids can only be sorted by _id, and not be paged');
  }
  found.sort((a, b) => (a._id < b._id ? -direction : direction));
}

/** @throws UnsupportedValueError */
export function assertDocumentId(document: StoredDocument): void {
  if (typeof document._id !== 'string' || document._id === '') {
    throw new UnsupportedValueError('A document needs a text as its _id.');
  }
}
