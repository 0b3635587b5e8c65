import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { KafkaConnection, TopicSettings } from '@hiregraph/messaging';
import { z } from 'zod';
import { ConfigurationError } from './configuration.ts';

/** How a process reaches Kafka, and how topics that it has to make are kept. */
export interface KafkaSettings extends Pick<KafkaConnection, 'brokers' | 'ssl' | 'sasl'> {
  readonly topics: TopicSettings;
  readonly partitions: number;
}

const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
const DAY_MS = 86_400_000;

function wholeNumber(standard: number, lowest: number, what: string) {
  const message = `must be ${what}, a whole number from ${lowest} on. Leave it out for ${standard}.`;
  return z
    .string()
    .regex(/^-?\d+$/u, { message })
    .optional()
    .transform((text) => (text === undefined ? standard : Number(text)))
    .refine((value) => value >= lowest, { message });
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/gu;

/** The certificates in a file of PEM text. Read with the configuration, so that a wrong name is told at once. */
const authoritiesVariable = z
  .string()
  .optional()
  .transform((file, context) => {
    if (file === undefined) return null;
    const wish = 'Name a PEM file with the certificates of the authorities that signed those of the brokers.';
    try {
      const certificates: readonly string[] = readFileSync(file, 'utf8').match(CERTIFICATE) ?? [];
      // Throws where one is damaged.
      for (const certificate of certificates) new X509Certificate(certificate);
      if (certificates.length > 0) return certificates;
      context.addIssue({ code: 'custom', message: `holds no certificate. ${wish}` });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      context.addIssue({ code: 'custom', message: `cannot be read (${why}). ${wish}` });
    }
    return z.NEVER;
  });

/** The variables beside KAFKA_BROKERS, for a configuration's schema. */
export const kafkaVariables = {
  KAFKA_SSL: z.enum(['true', 'false'], { message: 'must be true or false.' }).optional(),
  KAFKA_SSL_CA_FILE: authoritiesVariable,
  KAFKA_SASL_MECHANISM: z.enum(MECHANISMS, { message: `must be one of ${MECHANISMS.join(', ')}.` }).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: z.string().optional(),
  KAFKA_PARTITIONS: wholeNumber(6, 1, 'the partitions of a new topic'),
  KAFKA_REPLICATION_FACTOR: wholeNumber(1, 1, 'the copies of each partition'),
  KAFKA_MIN_INSYNC_REPLICAS: wholeNumber(1, 1, 'the copies that have to be there for a write'),
  KAFKA_RETENTION_DAYS: wholeNumber(-1, -1, 'the days that events are kept (-1 for ever)'),
};

export type KafkaValues = z.output<z.ZodObject<typeof kafkaVariables>>;

/** @throws ConfigurationError when a mechanism comes without name and password, or authorities without TLS */
export function kafkaSettingsOf(brokers: readonly string[], values: KafkaValues): KafkaSettings {
  const sasl = saslOf(values);
  const retention = values.KAFKA_RETENTION_DAYS;
  return {
    brokers,
    ...sslOf(values),
    ...(sasl === null ? {} : { sasl }),
    partitions: values.KAFKA_PARTITIONS,
    topics: {
      replicationFactor: values.KAFKA_REPLICATION_FACTOR,
      minInsyncReplicas: values.KAFKA_MIN_INSYNC_REPLICAS,
      retentionMilliseconds: retention < 0 ? -1 : retention * DAY_MS,
    },
  };
}

function sslOf({ KAFKA_SSL: ssl, KAFKA_SSL_CA_FILE: authorities }: KafkaValues): Pick<KafkaConnection, 'ssl'> {
  if (ssl === 'true') return { ssl: authorities === null ? true : { ca: [...authorities] } };
  if (authorities === null) return {};
  throw new ConfigurationError([
    'KAFKA_SSL_CA_FILE: is only used with KAFKA_SSL=true. Set that too, or leave this out where the brokers do not speak TLS.',
  ]);
}

function saslOf(values: KafkaValues): NonNullable<KafkaConnection['sasl']> | null {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = values;
  if (mechanism === undefined) return null;
  if (username === undefined || password === undefined) {
    throw new ConfigurationError([
      'KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD: are needed with KAFKA_SASL_MECHANISM. Set both, or leave all three out.',
    ]);
  }
  // One object literal a mechanism: the driver's type tells them apart by it.
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}
