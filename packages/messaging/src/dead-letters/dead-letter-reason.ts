import { HiregraphError } from '@hiregraph/kernel';
import { SequenceGapError } from '../event-consumer.ts';
import type { DeadLetterReason } from './dead-letter-store.ts';

/** Why an event goes to the dead letters, as kept with it. */
export function reasonOf(error: unknown): DeadLetterReason {
  const kind = error instanceof SequenceGapError ? 'gap' : 'failed';
  const message = error instanceof Error ? error.message : String(error);
  return { kind, code: error instanceof HiregraphError ? error.code : 'UNKNOWN', message };
}
