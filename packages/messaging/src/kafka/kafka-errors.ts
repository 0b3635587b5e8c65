import { HiregraphError, StoreUnavailableError } from '@hiregraph/kernel';
import { EventRefusedError } from '../event-consumer.ts';

/** Answers of a broker that the same message will always get. Everything else may pass, if only when a person mends it. */
const REFUSALS: ReadonlySet<string> = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/** Whether an error is kafkajs's own and has to reach it, so that it joins its group again. */
export function isKafkaError(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('KafkaJS');
}

/**
 * Whether asking the brokers again cannot help: only where we found a topic to be another than is configured. kafkajs also
 * throws plain errors while a connection comes and goes ("Broker not connected"), and they say nothing that lasts.
 */
export function isLasting(error: unknown): boolean {
  return error instanceof HiregraphError;
}

/** What a publish rejects with: refused for good, or retryable. */
export function publishError(error: unknown): HiregraphError {
  if (error instanceof HiregraphError) return error;
  const type = causes(error).find((cause) => REFUSALS.has(cause.type ?? ''))?.type;
  if (type !== undefined) return new EventRefusedError(`The broker will not take these events: ${type}.`, error);
  return unavailable('did not acknowledge the events', error);
}

/** @param what as in "Kafka …" */
export function unavailable(what: string, error: unknown): StoreUnavailableError {
  const reason = error instanceof Error ? error.message : String(error);
  return new StoreUnavailableError(
    `Kafka ${what}: ${reason}. It is tried again; look at the brokers if it lasts.`,
    error,
  );
}

/** Whether the protocol says that asking again helps: a topic just made has no leader yet, a coordinator is still loading. */
export function isPassing(error: unknown): boolean {
  return causes(error).some(({ type, retriable }) => type !== undefined && retriable === true);
}

interface KafkaLikeError {
  /** The protocol's name of the error; only what a broker answered has one. */
  readonly type?: string;
  readonly retriable?: boolean;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

function causes(error: unknown): readonly KafkaLikeError[] {
  if (error === null || typeof error !== 'object') return [];
  // kafkajs's errors, by the fields that they carry.
  const known = error as KafkaLikeError;
  return [known, ...causes(known.cause), ...(known.errors ?? []).flatMap(causes)];
}
