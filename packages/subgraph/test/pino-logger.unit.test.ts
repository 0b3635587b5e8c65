import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { DomainError, StoreUnavailableError } from '@hiregraph/kernel';
import { createLogger } from '../src/pino-logger.ts';

function logged(error: unknown): unknown {
  const lines: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const logger = createLogger({ level: 'info', name: 'hiregraph-test', destination });
  logger.child({ group: 'candidate.jobs' }).warn({ error }, 'It is tried again.');
  return (JSON.parse(lines.join('')) as { error: unknown }).error;
}

const named = (name: string, message: string, fields: object = {}): Error =>
  Object.assign(new Error(message), { name, ...fields });

describe('an error in the log', () => {
  test('says why, in our words and in those of its cause', () => {
    const cause = named('KafkaJSRequestTimeoutError', 'Request Produce(key: 0, version: 7) timed out');
    expect(logged(new StoreUnavailableError('Kafka did not acknowledge the events.', cause))).toEqual({
      name: 'StoreUnavailableError',
      code: 'STORE_UNAVAILABLE',
      message: 'Kafka did not acknowledge the events.',
      cause: { name: 'KafkaJSRequestTimeoutError', message: 'Request Produce(key: 0, version: 7) timed out' },
    });
  });

  test('quotes no data of people', () => {
    const email = 'ada@example.org';
    const duplicate = named('MongoServerError', `dup key: { email: "${email}" }`, {
      code: 11_000,
      keyValue: { email },
    });
    expect(logged(duplicate)).toEqual({ name: 'MongoServerError', code: 11_000 });
    expect(JSON.stringify(logged(new StoreUnavailableError('Away.', duplicate)))).not.toContain(email);
    expect(JSON.stringify(logged(new DomainError('DUPLICATE', `There is ${email} already.`)))).not.toContain(email);
  });

  test('is left as it is where it is a text', () => {
    expect(logged('No whole answer came.')).toBe('No whole answer came.');
  });
});
