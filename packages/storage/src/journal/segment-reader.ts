import { FILE_HEADER_BYTES, decodeFileHeader } from './file-header.ts';
import type { FilePort } from './file-port.ts';
import {
  type ChainPosition,
  FRAME_HEADER_BYTES,
  FRAME_MAGIC,
  decodeFrameHeader,
  decodeRecords,
  isPayloadIntact,
} from './frame.ts';
import { JournalCorruptError } from './journal-errors.ts';

export interface SegmentContent {
  readonly salt: number;
  /** The last intact batch. */
  readonly position: ChainPosition;
  /** Where the intact part ends, in bytes. */
  readonly end: number;
  /** Where its last batch begins; null when there is none. */
  readonly lastFrame: number | null;
  /** Length of the file; more than `end` when the last batch is torn. */
  readonly bytes: number;
  readonly source: Buffer;
}

/**
 * Reads a segment and hands out its records.
 * @param after the batch that the segment has to follow
 * @param isNewest only the newest segment may end in a torn batch: the others were complete before the next was made
 * @throws JournalCorruptError
 */
export async function readSegment(
  files: FilePort,
  path: string,
  after: ChainPosition,
  isNewest: boolean,
  onRecord: (record: Buffer, batch: number) => void,
): Promise<SegmentContent> {
  const source = await readWhole(files, path);
  const salt = checkedSalt(source, path, after);
  let position = after;
  let end = FILE_HEADER_BYTES;
  let lastFrame: number | null = null;
  while (end < source.byteLength) {
    const header = decodeFrameHeader(source, end, salt);
    if (header === null || !isPayloadIntact(source, end, header)) {
      if (!isNewest) throw new JournalCorruptError(path, end, 'this batch is damaged, and a later segment exists');
      refuseUnlessTorn(source, path, end, salt, position.number + 1);
      break;
    }
    const records = decodeRecords(source, end, header);
    if (records === null) throw new JournalCorruptError(path, end, 'the lengths inside this batch do not add up');
    if (header.number !== position.number + 1 || header.previousChecksum !== position.checksum) {
      throw new JournalCorruptError(path, end, `batch ${header.number} does not follow batch ${position.number}`);
    }
    for (const record of records) onRecord(record, header.number);
    position = { number: header.number, checksum: header.checksum };
    lastFrame = end;
    end += FRAME_HEADER_BYTES + header.payloadBytes;
  }
  return { salt, position, end, lastFrame, bytes: source.byteLength, source };
}

function checkedSalt(source: Buffer, path: string, after: ChainPosition): number {
  const header = decodeFileHeader(source, 'segment');
  if (header === null) throw new JournalCorruptError(path, 0, 'this is not the head of a segment');
  if (header.after.number !== after.number || header.after.checksum !== after.checksum) {
    throw new JournalCorruptError(path, 0, `the segment does not follow batch ${after.number} of the one before`);
  }
  return header.salt;
}

/** A batch is written only after the one before is on disk: something intact behind a bad batch means it was whole once. */
function refuseUnlessTorn(source: Buffer, path: string, offset: number, salt: number, expected: number): void {
  const later = laterFrame(source, offset + 1, salt, expected);
  if (later === null) return;
  throw new JournalCorruptError(path, offset, `this batch is damaged, and the intact batch ${later} comes after it`);
}

/**
 * @param least a record may hold a copy of an earlier batch of this very file; those have lower numbers
 * @returns the number of the first intact batch at or after `from`, at whatever byte it begins
 */
function laterFrame(source: Buffer, from: number, salt: number, least: number): number | null {
  for (let at = source.indexOf(FRAME_MAGIC, from); at !== -1; at = source.indexOf(FRAME_MAGIC, at + 1)) {
    const header = decodeFrameHeader(source, at, salt);
    if (header !== null && header.number >= least && isPayloadIntact(source, at, header)) return header.number;
  }
  return null;
}

async function readWhole(files: FilePort, path: string): Promise<Buffer> {
  const file = await files.open(path, 'read');
  try {
    const buffer = Buffer.allocUnsafeSlow(await file.size());
    return buffer.subarray(0, await file.read(buffer, 0));
  } finally {
    await file.close();
  }
}
