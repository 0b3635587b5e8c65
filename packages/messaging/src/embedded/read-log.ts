import type { BusRecord, PositionVector, ReadOptions } from '../event-bus.ts';
import { PositionGoneError, findPositionFault } from '../position-vector.ts';
import { type Partition, whenMore } from './partition.ts';
import type { RecordReader } from './record-reader.ts';

export interface ReadParts {
  readonly partitions: readonly Partition[];
  readonly reader: RecordReader;
  /** Aborted when the bus stops. */
  readonly stopping: AbortSignal;
}

/**
 * Reads partitions from given positions, all in the order in which the records were written.
 * @throws PositionGoneError when a position is not kept (any more)
 */
export async function* readLog(
  { partitions, reader, stopping }: ReadParts,
  { from, live, signal }: ReadOptions,
): AsyncGenerator<{ readonly record: BusRecord; readonly position: PositionVector }> {
  const ended = signal === undefined ? stopping : AbortSignal.any([stopping, signal]);
  const position: Record<string, number> = Object.fromEntries(
    partitions.map(({ name, index }) => [name, from[name] ?? index.earliest]),
  );
  const ends = live ? null : latestOf(partitions);
  refuseWhereGone(position, partitions);
  while (!ended.aborted) {
    const next = nextPartition(partitions, position, ends);
    if (next === null) {
      if (!live) return;
      await whenMore(partitions, ended);
      continue;
    }
    const offset = position[next.name] ?? 0;
    if (offset < next.index.earliest) refuseWhereGone(position, partitions);
    const record = await reader.read(next.index.placeOf(offset)).catch((error: unknown) => {
      // Dropped by retention while it was being read, perhaps.
      refuseWhereGone(position, partitions);
      throw error;
    });
    position[next.name] = offset + 1;
    yield { record, position: { ...position } };
  }
}

function refuseWhereGone(position: PositionVector, partitions: readonly Partition[]): void {
  const earliest = earliestOf(partitions);
  const fault = findPositionFault(position, earliest, latestOf(partitions));
  if (fault !== null) throw new PositionGoneError(fault, earliest);
}

/** @returns the partition whose next record is the oldest; null at the end */
function nextPartition(
  partitions: readonly Partition[],
  position: PositionVector,
  ends: PositionVector | null,
): Partition | null {
  let next: Partition | null = null;
  let oldest = Infinity;
  for (const partition of partitions) {
    const offset = position[partition.name] ?? 0;
    if (offset >= (ends?.[partition.name] ?? partition.index.latest)) continue;
    if (offset < partition.index.earliest) return partition;
    const { position: place } = partition.index.placeOf(offset);
    if (place >= oldest) continue;
    oldest = place;
    next = partition;
  }
  return next;
}

export function earliestOf(partitions: readonly Partition[]): PositionVector {
  return Object.fromEntries(partitions.map(({ name, index }) => [name, index.earliest]));
}

export function latestOf(partitions: readonly Partition[]): PositionVector {
  return Object.fromEntries(partitions.map(({ name, index }) => [name, index.latest]));
}
