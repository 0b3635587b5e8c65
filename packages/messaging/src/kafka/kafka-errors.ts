import { HiregraphError, StoreUnavailableError } from '@hiregraph/kernel';
import { EventRefusedError } from '../event-consumer.ts';
import type { KafkaConnection } from './kafka-client.ts';

/** Answers of a broker that the same message will always get. Everything else may pass, if only when a person mends it. */
const REFUSALS: ReadonlySet<string> = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/** Of Node's codes for a certificate: nobody whom we trust has vouched for it, or it is somebody else's. */
const NOT_TRUSTED: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** What a broker answers to a mechanism that it does not offer, or to a name and password that it does not know. */
const NOT_LET_IN: ReadonlySet<string> = new Set([
  'UNSUPPORTED_SASL_MECHANISM',
  'ILLEGAL_SASL_STATE',
  'SASL_AUTHENTICATION_FAILED',
]);

/** The brokers do not let us in, or show a certificate that is not trusted: a person has to mend the configuration. */
export class KafkaAccessError extends HiregraphError {
  constructor(message: string, cause: unknown) {
    super('INTERNAL_ERROR', message, { cause });
  }
}

/** @returns null where an error is about something else */
export function accessError(error: unknown, { sasl }: Pick<KafkaConnection, 'sasl'>): KafkaAccessError | null {
  const all = causes(error);
  const refused = all.find(({ name, type }) => name === 'KafkaJSSASLAuthenticationError' || NOT_LET_IN.has(type ?? ''));
  if (refused !== undefined) {
    const who = sasl !== undefined && 'username' in sasl ? `the user ${sasl.username}` : 'this process';
    const how = sasl === undefined ? 'without SASL' : sasl.mechanism.toUpperCase();
    return new KafkaAccessError(
      `Kafka refused ${who} (${how}): ${sentence(refused.message)} Set KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD and KAFKA_SASL_MECHANISM to what the brokers know.`,
      error,
    );
  }
  const untrusted = all.find(({ code }) => typeof code === 'string' && NOT_TRUSTED.has(code));
  if (untrusted === undefined) return null;
  return new KafkaAccessError(
    `The certificate of ${untrusted.broker ?? 'a broker'} is not trusted: ${sentence(untrusted.message)} Set KAFKA_SSL_CA_FILE to the certificate of the authority that signed it, and KAFKA_BROKERS to names that stand in it.`,
    error,
  );
}

const sentence = (text = 'it did not say why'): string => (text.endsWith('.') ? text : `${text}.`);

/** Whether an error is kafkajs's own and has to reach it, so that it joins its group again. */
export function isKafkaError(error: unknown): boolean {
  return error instanceof Error && error.name.startsWith('KafkaJS');
}

/**
 * Whether asking the brokers again cannot help: only what we found to be otherwise than is configured. kafkajs also
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
  readonly name?: string;
  readonly message?: string;
  /** Node's, where a connection could not be made; numbers are the protocol's. */
  readonly code?: string | number;
  /** `host:port` */
  readonly broker?: string;
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
