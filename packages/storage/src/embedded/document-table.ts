import type { StoredDocument } from '../engine/engine.ts';
import { type ByteRange, createTextArena } from './byte-arena.ts';
import { deepFreeze } from './deep-freeze.ts';
import type { OutlineMaker } from './document-outline.ts';
import { decodeDocument, recordText } from './record-codec.ts';

/** How many documents of a collection are there as objects; the others are the bytes of their record, and an outline. */
export const MOST_OBJECTS = 4_096;

/** One document: an object, or bytes with an outline, or both. */
export interface Slot {
  document: StoredDocument | null;
  /** There where the bytes are. */
  outline: StoredDocument | null;
  /** The record of the kind `put` that makes the document, from `start` to `end`. */
  block: Buffer | null;
  start: number;
  end: number;
  /** Whether the ring of objects has it, and whether it was asked for since the hand passed. */
  inRing: boolean;
  isRecent: boolean;
}

/** The documents of a collection, as objects as long as they are in use. */
export interface DocumentTable {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): StoredDocument | undefined;
  keys(): IterableIterator<string>;
  values(): IterableIterator<StoredDocument>;
}

export interface DocumentSlots extends DocumentTable {
  slot(id: string): Slot | undefined;
  slots(): IterableIterator<readonly [string, Slot]>;
  documentOf(slot: Slot): StoredDocument;
  set(document: StoredDocument): void;
  /** @param outline of the document that these bytes make; its `_id` says which one it is */
  setPacked(outline: StoredDocument, bytes: ByteRange): void;
  delete(id: string): void;
  clear(): void;
  /** Sees to it that the bytes and the outline are there, beside the object. */
  pack(slot: Slot): ByteRange & { readonly outline: StoredDocument };
  /** Makes all outlines again; for when they have to hold more. */
  renewOutlines(): void;
}

export interface TableOptions {
  readonly name: string;
  readonly freeze: boolean;
  readonly outlines: () => OutlineMaker;
  readonly mostObjects: number;
}

export function createDocumentTable({ name, freeze, outlines, mostObjects }: TableOptions): DocumentSlots {
  const slots = new Map<string, Slot>();
  const store = createTextArena();
  /** The second-chance ring of slots that have objects (F. Corbató, "A Paging Experiment with the Multics System", 1968). */
  const ring: Slot[] = [];
  let hand = 0;

  function admit(slot: Slot): void {
    slot.isRecent = true;
    if (slot.inRing) return;
    slot.inRing = true;
    if (ring.length < mostObjects) {
      ring.push(slot);
      return;
    }
    for (; ring[hand]?.isRecent === true; hand = (hand + 1) % mostObjects) (ring[hand] as Slot).isRecent = false;
    const leaving = ring[hand] as Slot;
    leaving.inRing = false;
    if (leaving.document !== null) {
      pack(leaving);
      leaving.document = null;
    }
    ring[hand] = slot;
    hand = (hand + 1) % mostObjects;
  }

  function pack(slot: Slot): ByteRange & { readonly outline: StoredDocument } {
    if (slot.block === null) {
      const document = slot.document as StoredDocument;
      const { block, start, end } = store(recordText({ kind: 'put', collection: name, document }));
      slot.block = block;
      slot.start = start;
      slot.end = end;
      slot.outline = outlines().outlineOf(document);
    }
    return slot as ByteRange & { readonly outline: StoredDocument };
  }

  function unpack({ block, start, end }: Slot): StoredDocument {
    const document = decodeDocument(block as Buffer, start, end);
    return freeze ? deepFreeze(document) : document;
  }

  function documentOf(slot: Slot): StoredDocument {
    slot.document ??= unpack(slot);
    admit(slot);
    return slot.document;
  }

  function remove(slot: Slot): void {
    // Its place in the ring is the next to go.
    slot.document = null;
    slot.isRecent = false;
  }

  return {
    get size() {
      return slots.size;
    },
    has: (id) => slots.has(id),
    get(id) {
      const slot = slots.get(id);
      return slot === undefined ? undefined : documentOf(slot);
    },
    keys: () => slots.keys(),
    *values() {
      for (const slot of slots.values()) yield slot.document ?? unpack(slot);
    },
    slot: (id) => slots.get(id),
    slots: () => slots.entries(),
    documentOf,
    set(document) {
      if (freeze) deepFreeze(document);
      const known = slots.get(document._id);
      const slot: Slot = known ?? {
        document,
        outline: null,
        block: null,
        start: 0,
        end: 0,
        inRing: false,
        isRecent: false,
      };
      if (known === undefined) slots.set(document._id, slot);
      slot.document = document;
      slot.block = null;
      slot.outline = null;
      admit(slot);
    },
    setPacked(outline, { block, start, end }) {
      const known = slots.get(outline._id);
      if (known !== undefined) remove(known);
      slots.set(outline._id, { document: null, outline, block, start, end, inRing: false, isRecent: false });
    },
    delete(id) {
      const slot = slots.get(id);
      if (slot === undefined) return;
      remove(slot);
      slots.delete(id);
    },
    clear() {
      slots.clear();
      ring.length = 0;
      hand = 0;
    },
    pack,
    renewOutlines() {
      const maker = outlines();
      for (const slot of slots.values()) {
        if (slot.outline !== null) slot.outline = maker.outlineOf(slot.document ?? unpack(slot));
      }
    },
  };
}
