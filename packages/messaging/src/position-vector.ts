import { HiregraphError } from '@hiregraph/kernel';
import type { PositionVector } from './event-bus.ts';

/** The name of a partition in a position vector. */
export function partitionName(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

/** A read began at a place that the topic does not hold (any more): past retention, or behind its end. */
export interface PositionFault {
  readonly partition: string;
  readonly wanted: number;
  readonly earliest: number;
  readonly latest: number;
}

/**
 * @returns the first partition whose wanted offset lies outside of what is kept, or null. Partitions without a wanted
 * offset are read from their earliest record and are never at fault.
 */
export function findPositionFault(
  wanted: PositionVector,
  earliest: PositionVector,
  latest: PositionVector,
): PositionFault | null {
  for (const [partition, first] of Object.entries(earliest)) {
    const offset = wanted[partition];
    const end = latest[partition] ?? first;
    if (offset !== undefined && (offset < first || offset > end)) {
      return { partition, wanted: offset, earliest: first, latest: end };
    }
  }
  return null;
}

/** A reader asked for a position that is not kept: older than retention, or from another life of the log. */
export class PositionGoneError extends HiregraphError {
  /** Where reading can begin now. */
  readonly earliest: PositionVector;

  constructor(fault: PositionFault, earliest: PositionVector) {
    super(
      'BAD_USER_INPUT',
      `Offset ${fault.wanted} of ${fault.partition} is not kept: it holds ${fault.earliest} to ${fault.latest}. Begin at the earliest position.`,
    );
    this.earliest = earliest;
  }
}
