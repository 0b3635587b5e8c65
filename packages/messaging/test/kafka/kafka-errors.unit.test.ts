import { describe, expect, test } from '@jest/globals';
import { StoreUnavailableError } from '@hiregraph/kernel';
import { EventRefusedError } from '@hiregraph/messaging';
import { accessError, isLasting, KafkaAccessError, publishError } from '../../src/kafka/kafka-errors.ts';
import { TopicMisconfiguredError } from '../../src/kafka/kafka-topics.ts';

/** An error as kafkajs makes them. */
function kafkaError(name: string, fields: object): Error {
  return Object.assign(new Error(name), { name, ...fields });
}

describe('an error of a publish to Kafka', () => {
  test.each(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD'])('is a refusal for good: %s', (type) => {
    const protocolError = kafkaError('KafkaJSProtocolError', { type, retriable: false });
    expect(publishError(protocolError)).toBeInstanceOf(EventRefusedError);
    const wrapped = kafkaError('KafkaJSNonRetriableError', { retriable: false, cause: protocolError });
    expect(publishError(wrapped)).toBeInstanceOf(EventRefusedError);
  });

  test.each([
    ['KafkaJSNumberOfRetriesExceeded', { retriable: false }],
    ['KafkaJSRequestTimeoutError', { retriable: true }],
    ['KafkaJSProtocolError', { type: 'NOT_ENOUGH_REPLICAS', retriable: true }],
    ['KafkaJSProtocolError', { type: 'TOPIC_AUTHORIZATION_FAILED', retriable: false }],
    ['KafkaJSSASLAuthenticationError', { retriable: false }],
  ])('is tried again, since nothing says that it will always be so: %s %j', (name, fields) => {
    const error = publishError(kafkaError(name, fields));
    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(error.retryable).toBe(true);
  });

  test('passes when it is ours already', () => {
    const refused = new EventRefusedError('Too large.');
    expect(publishError(refused)).toBe(refused);
  });
});

describe('what is thrown while topics are looked at', () => {
  test('lasts where a topic is not kept as configured', () => {
    expect(isLasting(new TopicMisconfiguredError('hiring.job.v1', ['retention.ms is 1']))).toBe(true);
  });

  test.each([
    kafkaError('KafkaJSNumberOfRetriesExceeded', {}),
    // Not one of kafkajs's own classes: thrown while a connection was being made.
    new Error('Broker not connected'),
  ])('passes where the brokers could not be asked: %s', (error) => {
    expect(isLasting(error)).toBe(false);
  });
});

describe('what keeps us out', () => {
  const sasl = { mechanism: 'scram-sha-512', username: 'sam', password: 'hunter2' } as const;
  const giveUp = (cause: Error): Error => kafkaError('KafkaJSNumberOfRetriesExceeded', { retriable: false, cause });

  test.each([
    kafkaError('KafkaJSSASLAuthenticationError', { retriable: false }),
    kafkaError('KafkaJSProtocolError', { type: 'UNSUPPORTED_SASL_MECHANISM', retriable: false }),
    giveUp(kafkaError('KafkaJSProtocolError', { type: 'SASL_AUTHENTICATION_FAILED', retriable: false })),
  ])('lasts, and names the user, never the password: %s', (error) => {
    const found = accessError(error, { sasl });
    expect(found).toBeInstanceOf(KafkaAccessError);
    expect(isLasting(found)).toBe(true);
    expect(found?.retryable).toBe(false);
    expect(found?.message).toMatch(/^Kafka refused the user sam \(SCRAM-SHA-512\): .*\. Set KAFKA_SASL_USERNAME, /u);
    expect(found?.message).not.toContain('hunter2');
  });

  test.each(['SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    'is a certificate that nobody vouches for: %s',
    (code) => {
      const error = giveUp(kafkaError('KafkaJSConnectionError', { code, broker: 'broker:9093', retriable: true }));
      expect(accessError(error, {})?.message).toMatch(
        /^The certificate of broker:9093 is not trusted: .*KAFKA_SSL_CA_FILE/u,
      );
    },
  );

  test.each(['ECONNREFUSED', 'ECONNRESET', 'CERT_HAS_EXPIRED'])(
    'is no broker that comes back, or is mended: %s',
    (code) => {
      expect(accessError(giveUp(kafkaError('KafkaJSConnectionError', { code, retriable: true })), { sasl })).toBeNull();
    },
  );
});
