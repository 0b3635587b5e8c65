import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A collection in a dump, and what its file must hold. */
export interface DumpedCollection {
  readonly database: string;
  readonly collection: string;
  readonly documents: number;
  /** Of all its documents as BSON, in hexadecimal digits. */
  readonly sha256: string;
}

/** What tells one content of a collection from another. */
export type Content = Pick<DumpedCollection, 'documents' | 'sha256'>;

/** A dump cannot be made or used; the message says what to do. Nothing was changed. */
export class DumpError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DumpError';
  }
}

/** Files are read in pieces of so many bytes; the largest document that MongoDB takes is four of them. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** Its length, an empty list of fields and the byte that ends it: https://bsonspec.org/spec.html. */
const SMALLEST_DOCUMENT_BYTES = 5;
const LENGTH_BYTES = 4;

type Place = Pick<DumpedCollection, 'database' | 'collection'>;

export const dumpFile = (directory: string, { database, collection }: Place): string =>
  join(directory, database, `${encodeURIComponent(collection)}.bson`);

/** @param documents each as BSON, in an order that depends on nothing but them */
export async function contentOf(documents: AsyncIterable<Uint8Array>): Promise<Content> {
  const sum = summing();
  for await (const document of documents) sum.add(document);
  return sum.content();
}

/**
 * Writes documents one behind the other, as mongodump does, and waits until they are on the disk.
 * @throws the file system's error; the file must not be there
 */
export async function writeDumpFile(path: string, documents: AsyncIterable<Uint8Array>): Promise<Content> {
  const sum = summing();
  const summed = async function* (source: AsyncIterable<Uint8Array>) {
    for await (const document of source) {
      sum.add(document);
      yield document;
    }
  };
  await pipeline(documents, summed, createWriteStream(path, { flags: 'wx', flush: true }));
  return sum.content();
}

/** The documents of a file, each as BSON. @throws DumpError when it is cut off or holds something else */
export async function* readDumpFile(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let at = 0;
    while (rest.length - at >= LENGTH_BYTES) {
      const size = rest.readInt32LE(at);
      if (size < SMALLEST_DOCUMENT_BYTES) throw damaged(path);
      if (rest.length - at < size) break;
      yield rest.subarray(at, at + size);
      at += size;
    }
    rest = rest.subarray(at);
  }
  if (rest.length > 0) throw damaged(path);
}

/** Reads a whole dump. @throws DumpError when a file is missing or is not as it was written */
export async function verifyDump(directory: string, collections: readonly DumpedCollection[]): Promise<void> {
  for (const dumped of collections) {
    const path = dumpFile(directory, dumped);
    const { documents, sha256 } = await contentOf(readDumpFile(path)).catch((cause: unknown) => {
      throw damaged(path, cause);
    });
    if (documents !== dumped.documents || sha256 !== dumped.sha256) throw damaged(path);
  }
}

function damaged(path: string, cause?: unknown): DumpError {
  if (cause instanceof DumpError) return cause;
  return new DumpError(
    `${path}: is not as it was written, so nothing was restored. Take another copy of this backup, or an older one.`,
    cause === undefined ? undefined : { cause },
  );
}

function summing(): { add(document: Uint8Array): void; content(): Content } {
  const hash = createHash('sha256');
  let documents = 0;
  return {
    add: (document) => {
      hash.update(document);
      documents += 1;
    },
    content: () => ({ documents, sha256: hash.digest('hex') }),
  };
}
