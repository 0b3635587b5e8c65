import type { EventEnvelope } from '@hiregraph/kernel';
import type { BusRecord } from '../event-bus.ts';

/**
 * A record in the embedded log, self-contained. Numbers are little-endian.
 *
 *     0      u8   length of the topic's name in bytes
 *     1      the topic's name
 *     then   u16  partition
 *            u48  offset
 *            the event as JSON (the key is its subject)
 */
const FIXED_BYTES = 9;

export interface RecordHead {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

/**
 * @param body the event as JSON
 * @param bodyBytes how many bytes that takes in UTF-8
 */
export function encodeRecord({ topic, partition, offset }: RecordHead, body: string, bodyBytes: number): Buffer {
  const topicBytes = Buffer.byteLength(topic);
  const record = Buffer.allocUnsafe(FIXED_BYTES + topicBytes + bodyBytes);
  let at = record.writeUInt8(topicBytes, 0);
  at += record.write(topic, at);
  at = record.writeUInt16LE(partition, at);
  at = record.writeUIntLE(offset, at, 6);
  record.write(body, at);
  return record;
}

export function decodeHead(record: Buffer): RecordHead {
  const at = 1 + record.readUInt8(0);
  return {
    topic: record.toString('utf8', 1, at),
    partition: record.readUInt16LE(at),
    offset: record.readUIntLE(at + 2, 6),
  };
}

/** The record as readers get it, frozen: several groups share one. */
export function decodeRecord(record: Buffer): BusRecord {
  const head = decodeHead(record);
  const body = record.toString('utf8', FIXED_BYTES + record.readUInt8(0));
  // Written by `encodeRecord` from an envelope and guarded by checksums since.
  const event = deepFreeze(JSON.parse(body)) as EventEnvelope;
  return Object.freeze({ ...head, key: event.subject, event });
}

function deepFreeze(value: unknown): unknown {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}
