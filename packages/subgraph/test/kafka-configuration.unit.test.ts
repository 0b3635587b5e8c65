import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import {
  ConfigurationError,
  type Environment,
  type KafkaSettings,
  kafkaSettingsOf,
  kafkaVariables,
  readConfiguration,
} from '../src/index.ts';

const settingsOf = (environment: Environment): KafkaSettings =>
  kafkaSettingsOf(['broker:9092'], readConfiguration(z.object(kafkaVariables), environment));

describe('how Kafka is reached', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-authorities-'));
  const fileWith = (name: string, text: string): string => {
    const file = join(directory, name);
    writeFileSync(file, text);
    return file;
  };
  afterAll(() => rmSync(directory, { recursive: true }));

  it('is openly where nothing else is asked for', () => {
    const settings = settingsOf({});
    expect('ssl' in settings || 'sasl' in settings).toBe(false);
  });

  it('is by TLS with the authorities of Node, or those of a file', () => {
    expect(settingsOf({ KAFKA_SSL: 'true' }).ssl).toBe(true);
    const [one = '', other = ''] = rootCertificates;
    const file = fileWith('two.pem', `# One.\n${one}\n# The other.\n${other}\n`);
    expect(settingsOf({ KAFKA_SSL: 'true', KAFKA_SSL_CA_FILE: file }).ssl).toEqual({ ca: [one, other] });
  });

  it.each([
    ['is not there', () => join(directory, 'absent.pem'), /cannot be read \(.*ENOENT/u],
    ['holds no certificate', () => fileWith('empty.pem', 'nothing\n'), /holds no certificate/u],
    [
      'holds a damaged one',
      () => fileWith('damaged.pem', (rootCertificates[0] ?? '').replaceAll('M', 'N')),
      /cannot be read/u,
    ],
  ])('is refused with a file of authorities that %s', (_why, makeFile, message) => {
    const file = makeFile();
    const read = (): KafkaSettings => settingsOf({ KAFKA_SSL: 'true', KAFKA_SSL_CA_FILE: file, KAFKA_PARTITIONS: '0' });
    expect(read).toThrow(ConfigurationError);
    expect(read).toThrow(message);
    // Beside everything else that is wrong.
    expect(read).toThrow(new RegExp(`^KAFKA_SSL_CA_FILE \\(it is "${file}"\\): .*\\nKAFKA_PARTITIONS`, 'u'));
  });

  it('is refused with authorities where TLS is not asked for', () => {
    const file = fileWith('one.pem', rootCertificates[0] ?? '');
    expect(() => settingsOf({ KAFKA_SSL_CA_FILE: file })).toThrow(
      /^KAFKA_SSL_CA_FILE: is only used with KAFKA_SSL=true/u,
    );
  });

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])('is by name and password (%s), both or neither', (mechanism) => {
    const named = { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: 'sam' };
    expect(settingsOf({ ...named, KAFKA_SASL_PASSWORD: 'secret' }).sasl).toEqual({
      mechanism,
      username: 'sam',
      password: 'secret',
    });
    expect(() => settingsOf(named)).toThrow(/^KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD: are needed/u);
  });
});
