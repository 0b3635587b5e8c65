import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@hiregraph/kernel';
import { createKafkaBus, type EventBus, KafkaAccessError } from '@hiregraph/messaging';
import { type Environment, kafkaSettingsOf, kafkaVariables, readConfiguration } from '@hiregraph/subgraph';
import { testEvent, testEvents, waitUntil } from '@hiregraph/testkit';
import { z } from 'zod';
import { startHiregraph } from '../hiregraph-process.ts';
import { PLAIN_USER, scramVariables } from './secured-listener.ts';
import type { SecuredKafka } from './secured-kafka.ts';

/** Who is let in, and what is said to who is not. */
export function tellOfAccess(kafka: () => SecuredKafka): void {
  describe('a Kafka that asks for TLS and a password', () => {
    /** By its name first, then by the address that the broker tells: both stand in its certificate. */
    const brokers = (): string => kafka().address.replace('127.0.0.1', 'localhost');

    const scram = (): Record<string, string> => scramVariables(kafka().listener);
    const plain = (): Record<string, string> => ({
      ...scram(),
      KAFKA_SASL_MECHANISM: 'plain',
      KAFKA_SASL_USERNAME: PLAIN_USER.username,
      KAFKA_SASL_PASSWORD: PLAIN_USER.password,
    });

    /** A bus as the platform makes it of these variables; stopped in the end. */
    async function withBus<T>(environment: Environment, work: (bus: EventBus) => Promise<T>): Promise<T> {
      const values = readConfiguration(z.object(kafkaVariables), environment);
      const settings = kafkaSettingsOf([brokers()], values);
      const bus = createKafkaBus({ ...settings, clientId: 'hiregraph-test', logger: silentLogger });
      await bus.start();
      try {
        return await work(bus);
      } finally {
        await bus.stop();
      }
    }

    it.each([
      ['SCRAM-SHA-512', scram],
      ['PLAIN', plain],
    ])('takes events, gives them to a group and to a reader, and tells offsets (%s)', async (_mechanism, variables) => {
      await withBus(variables(), async (bus) => {
        const name = `test.${randomUUID()}`;
        const group = `group.${randomUUID()}`;
        await bus.ensureTopics([{ name, partitions: 2 }]);
        await bus.publish(name, testEvents('app_1', 1, 3));
        const taken: string[] = [];
        const member = await bus.subscribe({
          group,
          topics: [name],
          from: 'earliest',
          onBatch: async (batch) => {
            for (const { event, offset } of batch.records) {
              taken.push(event.id);
              await batch.commit(offset + 1);
            }
          },
        });
        await waitUntil('all events to be taken in', () => taken.length >= 3);
        await member.stop();
        expect(taken).toEqual(['app_1:1', 'app_1:2', 'app_1:3']);
        const read: string[] = [];
        for await (const { record } of bus.read({ topics: [name], from: {}, live: false })) read.push(record.event.id);
        expect(read).toEqual(taken);
        expect(Object.values(await bus.lag(group, [name]))).toEqual([0, 0]);
      });
    });

    it.each([
      ['a wrong password (SCRAM-SHA-512)', () => ({ ...scram(), KAFKA_SASL_PASSWORD: 'wrong' })],
      ['a wrong password (PLAIN)', () => ({ ...plain(), KAFKA_SASL_PASSWORD: 'wrong' })],
      ['a user that is not there', () => ({ ...scram(), KAFKA_SASL_USERNAME: 'nobody' })],
      ['a mechanism that it does not offer', () => ({ ...scram(), KAFKA_SASL_MECHANISM: 'scram-sha-256' })],
    ])('refuses %s for good, and the error names the user and the variables', async (_what, variables) => {
      const environment: Record<string, string> = variables();
      await withBus(environment, async (bus) => {
        const refusal = await bus.ensureTopics([{ name: 'test', partitions: 1 }]).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(KafkaAccessError);
        expect(refusal).toMatchObject({ code: 'INTERNAL_ERROR', retryable: false });
        const { message } = refusal as Error;
        expect(message).toContain(`the user ${environment.KAFKA_SASL_USERNAME}`);
        expect(message).toMatch(/KAFKA_SASL_USERNAME, KAFKA_SASL_PASSWORD and KAFKA_SASL_MECHANISM/u);
        expect(message).not.toContain('the password of');
        // An event is not at fault: it waits until a person has mended this.
        await expect(bus.publish('test', [testEvent('app_1', 1)])).rejects.toMatchObject({
          code: 'STORE_UNAVAILABLE',
          retryable: true,
        });
      });
    });

    it('is not trusted with a certificate of an authority that nobody has named', async () => {
      const { KAFKA_SSL_CA_FILE: _authority, ...others } = scram();
      await withBus(others, async (bus) => {
        const refusal = bus.ensureTopics([{ name: 'test', partitions: 1 }]);
        await expect(refusal).rejects.toBeInstanceOf(KafkaAccessError);
        await expect(refusal).rejects.toThrow(/certificate of .* is not trusted.*KAFKA_SSL_CA_FILE/u);
      });
    });

    it('keeps the platform from starting with a wrong password, in one sentence', async () => {
      const platform = startHiregraph(['start.mjs', '--empty'], {
        ...scram(),
        KAFKA_SASL_PASSWORD: 'wrong',
        KAFKA_BROKERS: brokers(),
        // Nobody listens there, and nobody has to: the brokers are asked first.
        MONGODB_URL: 'mongodb://127.0.0.1:1/?directConnection=true',
        DATA_DIR: join(kafka().directory, 'data-of-nobody'),
        LOG_LEVEL: 'silent',
      });
      expect(await platform.ended).toMatchObject({ code: 1 });
      expect(platform.output()).toMatch(/^Kafka refused the user sam \(SCRAM-SHA-512\): .*KAFKA_SASL_PASSWORD/mu);
      expect(platform.output()).not.toMatch(/^\s+at /mu);
    });
  });
}
