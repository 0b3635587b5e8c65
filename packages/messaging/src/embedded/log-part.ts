import type { LogRetention } from './record-log.ts';

/** A stretch of a log that comes and goes as a whole: a segment on disk, a chunk in memory. */
export interface LogPart {
  /** The position of its first byte. */
  readonly base: number;
  records: number;
  /** When its newest record was written, in milliseconds since the Unix epoch. */
  newestAt: number;
}

/**
 * @param parts oldest first; the last one is being written to and always stays
 * @returns the base of the oldest part that has to stay
 */
export function retentionPoint(parts: readonly LogPart[], retention: LogRetention, now: number): number {
  const { milliseconds = Infinity, records: wanted = Infinity } = retention;
  let records = parts.reduce((sum, part) => sum + part.records, 0);
  for (const [at, part] of parts.entries()) {
    const surplus = records - part.records >= wanted;
    const isNewest = at === parts.length - 1;
    if (isNewest || (!surplus && now - part.newestAt <= milliseconds)) return part.base;
    records -= part.records;
  }
  return 0;
}

/** @returns the part that holds a position, by binary search */
export function partAt<Part extends LogPart>(parts: readonly Part[], position: number): Part {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle] as Part).base <= position) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  if (part === undefined || part.base > position) throw new RangeError(`Position ${position} is not kept.`);
  return part;
}
