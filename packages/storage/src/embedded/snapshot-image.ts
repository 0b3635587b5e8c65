import type { StoredDocument } from '../engine/engine.ts';
import type { ByteRange } from './byte-arena.ts';
import { dateFields, reviveDates, withDates } from './record-codec.ts';

/**
 * What a snapshot holds: for each collection the paths of its outlines, then a record a document: the outline, a line
 * feed (which JSON text never holds), and the record of the kind `put` as it is in memory. A start whose indexes ask for
 * the same paths reads outlines only.
 */
const LINE_FEED = 0x0a;

export type ImageHead =
  | { readonly kind: 'outline-paths'; readonly collection: string; readonly paths: readonly string[] }
  | { readonly kind: 'image'; readonly collection: string; readonly outline: StoredDocument };

export function encodeOutlinePaths(collection: string, paths: readonly string[]): Uint8Array {
  return Buffer.from(`${JSON.stringify(['o', collection, paths])}\n`);
}

export function encodeImage(
  collection: string,
  { block, start, end, outline }: ByteRange & { readonly outline: StoredDocument },
): Uint8Array {
  const head = JSON.stringify(withDates(['i', collection, outline], dateFields(outline)));
  const headBytes = Buffer.byteLength(head);
  const record = Buffer.allocUnsafe(headBytes + 1 + end - start);
  record.write(head, 0);
  record[headBytes] = LINE_FEED;
  block.copy(record, headBytes + 1, start, end);
  return record;
}

/** @returns where the head ends; -1 for a record of another kind */
export function headLength(record: Buffer): number {
  const kind = record[2];
  return kind === 0x69 || kind === 0x6f ? record.indexOf(LINE_FEED) : -1;
}

export function decodeHead(record: Buffer, length: number): ImageHead {
  const [kind, collection, third, dates] = JSON.parse(record.toString('utf8', 0, length)) as readonly unknown[];
  if (kind === 'o') return { kind: 'outline-paths', collection: collection as string, paths: third as string[] };
  reviveDates(third as Record<string, unknown>, dates);
  return { kind: 'image', collection: collection as string, outline: third as StoredDocument };
}
