import { type JournalFile, type JournalPaths, journalFiles, leftoverFiles } from './file-names.ts';
import type { FilePort } from './file-port.ts';
import type { ChainPosition } from './frame.ts';
import type { RecoveryHandler } from './journal.ts';
import { JournalCorruptError } from './journal-errors.ts';
import { Segment, createSegment } from './segment.ts';
import { type SegmentContent, readSegment } from './segment-reader.ts';
import { type SnapshotSummary, readSnapshot } from './snapshot-file.ts';

export interface Recovered {
  /** Where appending goes on. */
  readonly segment: Segment;
  readonly bytesSinceSnapshot: number;
  readonly snapshotBytes: number;
  /** The batch that the newest snapshot covers; 0 without one. */
  readonly cut: number;
}

interface Base extends SnapshotSummary {
  readonly path: string | null;
}

/**
 * Finds the newest intact snapshot, replays the segments after its cut and repairs the end, so that everything handed
 * to the handler is on disk when this resolves (a process killed before its fsync leaves batches that can be read and
 * could still be lost).
 * @throws JournalCorruptError
 */
export async function recover(
  files: FilePort,
  paths: JournalPaths,
  handler: RecoveryHandler,
  salt: () => number,
): Promise<Recovered> {
  // Names, too: the last process may have died between a rename and the fsync of the folder.
  await files.syncDirectory(paths.directory);
  const names = await files.list(paths.directory);
  for (const path of leftoverFiles(paths, names)) await files.unlink(path);
  const found = journalFiles(paths, names);
  const { base, damage } = await findBase(files, found, handler);
  const segments = found.filter((file) => file.kind === 'segment' && file.after >= base.cut.number);
  // With an older snapshot in place of a damaged one, a gap in the segments is only a consequence: name the cause.
  if (segments[0]?.after !== base.cut.number && damage !== null) throw damage;
  if (base.path !== null && handler.discardSnapshot === undefined) {
    await readSnapshot(files, base.path, (record) => handler.snapshotRecord(record));
  }
  const tail = await replay(files, paths, base.cut, segments, handler);
  await removeCovered(files, found, base.cut.number);
  const segment = tail === null ? await createSegment(files, paths, base.cut, salt()) : await reopen(files, tail);
  return {
    segment,
    bytesSinceSnapshot: tail?.replayedBytes ?? 0,
    snapshotBytes: base.bytes,
    cut: base.cut.number,
  };
}

/** Checks a whole file, and hands its records out at once where they can be taken back. */
async function findBase(
  files: FilePort,
  found: readonly JournalFile[],
  handler: RecoveryHandler,
): Promise<{ readonly base: Base; readonly damage: JournalCorruptError | null }> {
  let damage: JournalCorruptError | null = null;
  for (const { path, after } of found.filter((file) => file.kind === 'snapshot').reverse()) {
    try {
      const summary = await readSnapshot(files, path, (record) => {
        if (handler.discardSnapshot !== undefined) handler.snapshotRecord(record);
      });
      if (summary.cut.number === after) return { base: { ...summary, path }, damage };
      damage ??= new JournalCorruptError(path, 8, `the cut inside is ${summary.cut.number}, another than in its name`);
    } catch (error) {
      if (!(error instanceof JournalCorruptError)) throw error;
      damage ??= error;
    }
    handler.discardSnapshot?.();
  }
  return { base: { cut: { number: 0, checksum: 0 }, bytes: 0, path: null }, damage };
}

interface Tail {
  readonly path: string;
  readonly after: number;
  readonly content: SegmentContent;
  readonly replayedBytes: number;
}

/** @returns the newest segment; null when the journal is new */
async function replay(
  files: FilePort,
  paths: JournalPaths,
  cut: ChainPosition,
  segments: readonly JournalFile[],
  handler: RecoveryHandler,
): Promise<Tail | null> {
  let position = cut;
  let tail: Tail | null = null;
  let replayedBytes = 0;
  for (const { path, after } of segments) {
    if (after !== position.number) throw missing(paths, position.number, path);
    const isNewest = path === segments.at(-1)?.path;
    const content = await readSegment(files, path, position, isNewest, (record, batch) =>
      handler.record(record, batch),
    );
    position = content.position;
    replayedBytes += content.end;
    tail = { path, after, content, replayedBytes };
  }
  // A snapshot gets its name only after the segment behind its cut was made.
  if (tail === null && cut.number > 0) throw missing(paths, cut.number, null);
  return tail;
}

function missing(paths: JournalPaths, after: number, next: string | null): JournalCorruptError {
  const what = next === null ? 'the snapshot needs it' : `${next} needs it`;
  return new JournalCorruptError(paths.file('segment', after), 0, `this segment is missing, and ${what}`);
}

/**
 * Cuts a torn batch off and writes the last whole one again before the fsync. Only that one can be in memory but not on
 * disk, and after a failed fsync the kernel may believe that it is clean: a second fsync alone would do nothing.
 */
async function reopen(files: FilePort, { path, after, content }: Tail): Promise<Segment> {
  const file = await files.open(path, 'write', { writesThrough: true });
  try {
    if (content.bytes > content.end) await file.truncate(content.end);
    if (content.lastFrame !== null) {
      await file.write(content.source.subarray(content.lastFrame, content.end), content.lastFrame);
    }
    await file.sync();
    return new Segment(path, file, after, content.salt, content.position, content.end);
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
}

/** Removes what a snapshot covers. Nothing needs these files any more, so a crash halfway is harmless. */
export async function removeCovered(files: FilePort, found: readonly JournalFile[], cut: number): Promise<void> {
  for (const { path, after } of found) if (after < cut) await files.unlink(path);
}
