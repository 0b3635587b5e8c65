import { HiregraphError } from '@hiregraph/kernel';
import type { StoredDocument, Update } from '../engine/engine.ts';

/** What the journal keeps of one write. An update is kept as such and applied again, which is deterministic. */
export type StoreRecord =
  | { readonly kind: 'format'; readonly version: number }
  | { readonly kind: 'put'; readonly collection: string; readonly document: StoredDocument }
  | { readonly kind: 'update'; readonly collection: string; readonly id: string; readonly update: Update }
  | { readonly kind: 'delete'; readonly collection: string; readonly id: string };

export const RECORD_FORMAT = 1;

/**
 * JSON, because documents hold nothing else, save dates in top-level fields (those that expire): their names stand
 * beside the record, so that reading needs no look at every text.
 */
export function recordText(record: StoreRecord): string {
  return JSON.stringify(toTuple(record));
}

export function encodeRecord(record: StoreRecord): Uint8Array {
  return Buffer.from(recordText(record));
}

function toTuple(record: StoreRecord): unknown[] {
  switch (record.kind) {
    case 'format':
      return ['f', record.version];
    case 'put':
      return withDates(['p', record.collection, record.document], dateFields(record.document));
    case 'update':
      return withDates(['u', record.collection, record.id, record.update], dateFields(record.update.$set ?? {}));
    case 'delete':
      return ['d', record.collection, record.id];
  }
}

/** A tuple of the record's kind, the names of the fields that hold dates behind it. */
export function withDates(tuple: unknown[], fields: readonly string[]): unknown[] {
  return fields.length === 0 ? tuple : [...tuple, fields];
}

export function dateFields(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const found: string[] = [];
  for (const name in fields) if (fields[name] instanceof Date) found.push(name);
  return found;
}

export function reviveDates(fields: Record<string, unknown>, names: unknown): void {
  for (const name of (names ?? []) as readonly string[]) fields[name] = new Date(fields[name] as string);
}

/** @throws HiregraphError for a record that this version did not write */
export function decodeRecord(bytes: Buffer): StoreRecord {
  const tuple = JSON.parse(bytes.toString('utf8')) as readonly unknown[];
  const [kind, collection, third, fourth, fifth] = tuple;
  switch (kind) {
    case 'f':
      return { kind: 'format', version: collection as number };
    case 'p':
      reviveDates(third as Record<string, unknown>, fourth);
      return { kind: 'put', collection: collection as string, document: third as StoredDocument };
    case 'u': {
      const update = fourth as Record<string, Record<string, unknown>>;
      reviveDates(update.$set ?? {}, fifth);
      return { kind: 'update', collection: collection as string, id: third as string, update };
    }
    case 'd':
      return { kind: 'delete', collection: collection as string, id: third as string };
    default:
      throw unknownFormat(`a record of the kind ${JSON.stringify(kind)}`);
  }
}

/** The document that a record of the kind `put` makes; it lies from `start` to `end`. */
export function decodeDocument(block: Buffer, start: number, end: number): StoredDocument {
  const [, , document, dates] = JSON.parse(block.toString('utf8', start, end)) as readonly unknown[];
  reviveDates(document as Record<string, unknown>, dates);
  return document as StoredDocument;
}

export function unknownFormat(what: string): HiregraphError {
  return new HiregraphError(
    'INTERNAL_ERROR',
    `The data directory holds ${what}, which this version does not know: a newer version wrote it. Start that version, or restore a backup from before it.`,
  );
}
