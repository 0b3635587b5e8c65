import type { Logger } from '@hiregraph/kernel';
import type { KafkaMessage } from 'kafkajs';
import { MalformedEventError } from '../codec/cloud-event.ts';
import { decodeBinary } from '../codec/binary-event.ts';
import type { BusRecord } from '../event-bus.ts';

/**
 * The messages of one partition as records. A message that is no event of ours is left out, loudly: nobody could ever
 * take it in, and it would stop its partition.
 */
export function toRecords(
  topic: string,
  partition: number,
  messages: readonly KafkaMessage[],
  logger: Logger,
): readonly BusRecord[] {
  const records: BusRecord[] = [];
  for (const { offset, headers = {}, value } of messages) {
    try {
      const event = decodeBinary({ headers, value });
      records.push({ topic, partition, offset: Number(offset), key: event.subject, event });
    } catch (error) {
      if (!(error instanceof MalformedEventError)) throw error;
      logger.error({ error, topic, partition, offset }, 'A message on a topic is no event of ours and is left out.');
    }
  }
  return records;
}
