import { setImmediate as nextTurn } from 'node:timers/promises';
import { FILE_HEADER_BYTES, decodeFileHeader, encodeFileHeader } from './file-header.ts';
import type { FilePort, OpenFile } from './file-port.ts';
import {
  type ChainPosition,
  FRAME_HEADER_BYTES,
  RECORD_PREFIX_BYTES,
  decodeFrameHeader,
  decodeRecords,
  encodeFrame,
  frameBytes,
  isPayloadIntact,
} from './frame.ts';
import type { JournalRecord, SnapshotRecords } from './journal.ts';
import { JournalCorruptError } from './journal-errors.ts';
import { ReadAhead } from './read-ahead.ts';

/**
 * A snapshot is a head with the cut, then frames as in a segment (numbered from 1, chained from 0) and, as the sign that
 * it is whole, an empty frame at its end.
 */
const BLOCK_BYTES = 128 * 1024;

/** Work is handed back to the event loop after this long: half of what protocols.md allows. */
const SLICE_MILLISECONDS = 2.5;

/**
 * So much is put on disk at a time. Left to one fsync at the end, a large snapshot would keep the disk from all else for
 * as long as it takes, and with it every write that somebody waits for.
 */
const SYNCED_BYTES = 2 * 1024 * 1024;

const START: ChainPosition = { number: 0, checksum: 0 };

export interface SnapshotSource {
  readonly cut: ChainPosition;
  readonly salt: number;
  readonly records: SnapshotRecords;
  /** Monotonic milliseconds. */
  readonly now: () => number;
  /** Throws when the writing should end early. */
  readonly checkpoint: () => void;
}

/** Writes all records to an open, empty file and makes them durable. */
export async function writeSnapshot(
  file: OpenFile,
  source: SnapshotSource,
): Promise<{ readonly records: number; readonly bytes: number }> {
  const { salt, now, checkpoint } = source;
  await file.write(encodeFileHeader({ kind: 'snapshot', after: source.cut, salt }), 0);
  let end = FILE_HEADER_BYTES;
  let position = START;
  let count = 0;
  let block: JournalRecord[] = [];
  let blockBytes = 0;
  let unsynced = 0;
  const flush = async (): Promise<void> => {
    const target = Buffer.allocUnsafeSlow(frameBytes(block));
    position = encodeFrame(target, block, position, salt);
    await file.write(target, end);
    end += target.byteLength;
    unsynced += target.byteLength;
    block = [];
    blockBytes = 0;
    if (unsynced < SYNCED_BYTES) return;
    await file.sync();
    unsynced = 0;
  };
  let sliceEnd = now() + SLICE_MILLISECONDS;
  for await (const record of source.records) {
    block.push(record);
    blockBytes += RECORD_PREFIX_BYTES + record.byteLength;
    count++;
    if (blockBytes >= BLOCK_BYTES) await flush();
    else if (now() >= sliceEnd) await nextTurn();
    else continue;
    checkpoint();
    sliceEnd = now() + SLICE_MILLISECONDS;
  }
  if (block.length > 0) await flush();
  await flush();
  await file.sync();
  return { records: count, bytes: end };
}

export interface SnapshotSummary {
  readonly cut: ChainPosition;
  readonly bytes: number;
}

/**
 * Reads a snapshot from its head to its end mark, checking everything.
 * @throws JournalCorruptError
 */
export async function readSnapshot(
  files: FilePort,
  path: string,
  onRecord: (record: Buffer) => void,
): Promise<SnapshotSummary> {
  const file = await files.open(path, 'read');
  try {
    const head = Buffer.alloc(FILE_HEADER_BYTES);
    await file.read(head, 0);
    const header = decodeFileHeader(head, 'snapshot');
    if (header === null) throw new JournalCorruptError(path, 0, 'this is not the head of a snapshot');
    const bytes = await readBlocks(file, path, header.salt, onRecord);
    return { cut: header.after, bytes };
  } finally {
    await file.close();
  }
}

async function readBlocks(
  file: OpenFile,
  path: string,
  salt: number,
  onRecord: (record: Buffer) => void,
): Promise<number> {
  const size = await file.size();
  const ahead = new ReadAhead(file, size, FILE_HEADER_BYTES);
  let position = START;
  let at = FILE_HEADER_BYTES;
  for (;;) {
    const block = await readBlock(ahead, path, salt, at, position);
    at += block.bytes;
    position = { number: position.number + 1, checksum: block.checksum };
    for (const record of block.records) onRecord(record);
    if (block.records.length > 0) continue;
    if (at !== size) throw new JournalCorruptError(path, at, 'the file goes on behind the end of the snapshot');
    return size;
  }
}

interface Block {
  readonly records: readonly Buffer[];
  readonly bytes: number;
  readonly checksum: number;
}

async function readBlock(
  ahead: ReadAhead,
  path: string,
  salt: number,
  at: number,
  after: ChainPosition,
): Promise<Block> {
  const header = decodeFrameHeader(await ahead.peek(FRAME_HEADER_BYTES), 0, salt);
  const follows = header?.number === after.number + 1 && header.previousChecksum === after.checksum;
  const bytes = FRAME_HEADER_BYTES + (header?.payloadBytes ?? 0);
  const source = await ahead.peek(bytes);
  if (header === null || !follows || source.byteLength < bytes) {
    throw new JournalCorruptError(path, at, 'a block of the snapshot is damaged or missing');
  }
  const records = isPayloadIntact(source, 0, header) ? decodeRecords(source, 0, header) : null;
  if (records === null) throw new JournalCorruptError(path, at, 'a block of the snapshot is damaged');
  ahead.skip(bytes);
  return { records, bytes, checksum: header.checksum };
}
