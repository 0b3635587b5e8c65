import { BadUserInputError, createCursorCodec, type CursorPosition, type CursorScope } from '@hiregraph/kernel';
import type { PositionVector } from '../event-bus.ts';
import { partitionName } from '../position-vector.ts';

/** Cursors of one reader: a position vector that cannot be read, altered or used for another tenant or other topics. */
export interface FeedCursors {
  encode(position: PositionVector): string;
  /** @throws BadUserInputError when it is no cursor of this feed */
  decode(cursor: string): PositionVector;
}

/**
 * Packed as each topic's name followed by the offsets of its partitions, in order.
 * @param topics sorted
 */
export function createFeedCursors(secret: string, tenantId: string, topics: readonly string[]): FeedCursors {
  const codec = createCursorCodec(secret);
  const scope: CursorScope = { tenantId, field: 'events', filter: topics, sort: null };
  return {
    encode: (position) =>
      codec.encode(
        scope,
        topics.flatMap((topic) => [topic, ...offsetsOf(position, topic)]),
      ),
    decode: (cursor) => unpack(codec.decode(scope, cursor, ['after'])),
  };
}

function offsetsOf(position: PositionVector, topic: string): number[] {
  const offsets: number[] = [];
  for (let partition = 0; ; partition++) {
    const offset = position[partitionName(topic, partition)];
    if (offset === undefined) return offsets;
    offsets.push(offset);
  }
}

function unpack(packed: CursorPosition): PositionVector {
  const position: Record<string, number> = {};
  let topic = '';
  let partition = 0;
  for (const value of packed) {
    if (typeof value === 'string') {
      topic = value;
      partition = 0;
    } else if (typeof value === 'number') {
      position[partitionName(topic, partition)] = value;
      partition += 1;
    } else {
      throw new BadUserInputError('This is no cursor of the events. Use one that they gave.', ['after']);
    }
  }
  return position;
}
