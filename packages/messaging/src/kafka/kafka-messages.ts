import type { EventEnvelope } from '@hiregraph/kernel';
import { encodeBinary } from '../codec/binary-event.ts';
import { EventRefusedError } from '../event-consumer.ts';

/** Kafka's own limit of a message, which one send to a partition must keep to as well. */
const MAXIMUM_BYTES = 1_000_000;
const SEND_BYTES = 512 * 1024;

export interface Message {
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly value: string;
}

/** @throws EventRefusedError when it is too large */
export function toMessage(event: EventEnvelope): Message {
  const { key, headers, value } = encodeBinary(event);
  const bytes = Buffer.byteLength(value);
  if (bytes > MAXIMUM_BYTES) {
    throw new EventRefusedError(`Event ${event.id} has ${bytes} bytes, and at most ${MAXIMUM_BYTES} are taken.`);
  }
  return { key, headers: { ...headers }, value };
}

/** Messages in as many sends as their sizes ask for, in order. */
export function partsOf(messages: readonly Message[]): readonly (readonly Message[])[] {
  const parts: Message[][] = [];
  let room = 0;
  for (const message of messages) {
    // Headers are about as long in every message.
    const bytes = Buffer.byteLength(message.value) + 1_000;
    if (parts.length === 0 || bytes > room) {
      parts.push([]);
      room = SEND_BYTES;
    }
    parts.at(-1)?.push(message);
    room -= bytes;
  }
  return parts;
}
