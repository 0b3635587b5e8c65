import { StoreUnavailableError } from '@hiregraph/kernel';
import { createByteArena } from './byte-arena.ts';
import { applyUpdate } from './document-update.ts';
import type { MemoryCollection } from './memory-collection.ts';
import { decodeDocument, decodeRecord, RECORD_FORMAT, unknownFormat } from './record-codec.ts';
import { decodeHead, headLength } from './snapshot-image.ts';

export interface StoreReplay {
  snapshotRecord(bytes: Buffer): void;
  record(bytes: Buffer): void;
  /** The snapshot turned out to be damaged: what it gave is forgotten. */
  discardSnapshot(): void;
}

/** Brings memory to what the journal says; indexes are made afterwards, over all of it. */
export function createStoreReplay(
  collection: (name: string) => MemoryCollection,
  collections: () => Iterable<MemoryCollection>,
): StoreReplay {
  const keep = createByteArena();
  /** Collections whose outlines in the snapshot are what their indexes ask for today. */
  const outlined = new Set<string>();
  let whole: Buffer = Buffer.alloc(0);

  /** Bytes of a snapshot stay where they are: nearly all of them are needed. */
  function snapshotRecord(bytes: Buffer): void {
    const length = headLength(bytes);
    if (length === -1) {
      record(bytes);
      return;
    }
    const head = decodeHead(bytes, length);
    const target = collection(head.collection);
    if (head.kind === 'outline-paths') {
      if (isEqual(head.paths, target.outlinePaths)) outlined.add(head.collection);
      return;
    }
    // A view of its own for every record would cost as much as a small document.
    if (whole.buffer !== bytes.buffer) whole = Buffer.from(bytes.buffer);
    const range = { block: whole, start: bytes.byteOffset + length + 1, end: bytes.byteOffset + bytes.byteLength };
    const isOutlined = outlined.has(head.collection);
    target.loadPacked(isOutlined ? head.outline : decodeDocument(whole, range.start, range.end), range);
  }

  function record(bytes: Buffer): void {
    const record = decodeRecord(bytes);
    switch (record.kind) {
      case 'format':
        if (record.version !== RECORD_FORMAT) throw unknownFormat(`records of format ${record.version}`);
        return;
      case 'put':
        collection(record.collection).loadPacked(record.document, keep(bytes));
        return;
      case 'update': {
        const target = collection(record.collection);
        const document = target.documents.get(record.id);
        if (document === undefined)
          throw new StoreUnavailableError(`The journal changes ${record.id}, which is not there.`);
        target.load(applyUpdate(document, record.update));
        return;
      }
      case 'delete':
        collection(record.collection).unload(record.id);
    }
  }

  return {
    snapshotRecord,
    record,
    discardSnapshot() {
      outlined.clear();
      for (const one of collections()) one.unloadAll();
    },
  };
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((path, position) => path === b[position]);
}
