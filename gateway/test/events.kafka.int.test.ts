import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JOB_TOPIC, TOPICS } from '@hiregraph/contracts';
import { type EventEnvelope, type Role, silentLogger, systemClock } from '@hiregraph/kernel';
import { createKafkaBus, type EventBus } from '@hiregraph/messaging';
import { describeKafka, testEvent } from '@hiregraph/testkit';
import { request } from 'undici';
import { gatewayConfig } from '../src/config.ts';
import { type DevelopmentIssuer, openDevelopmentIssuer } from '../src/index.ts';
import { type RunningGateway, runGateway } from '../src/run-gateway.ts';

/** No other run's events are this tenant's. */
const TENANT = { id: `ten_events${process.pid}x${Date.now()}`, slug: 'acme', name: 'Acme' };

describeKafka((brokers) => {
  describe('the event stream of a gateway of its own', () => {
    let directory: string;
    let bus: EventBus;
    let issuer: DevelopmentIssuer;
    let gateway: RunningGateway;

    beforeAll(async () => {
      directory = mkdtempSync(join(tmpdir(), 'hiregraph-gateway-events-'));
      issuer = openDevelopmentIssuer({ dataDirectory: directory, nodeEnvironment: undefined, clock: systemClock });
      const topics = { replicationFactor: 1, minInsyncReplicas: 1, retentionMilliseconds: -1 };
      bus = createKafkaBus({ brokers, clientId: 'gateway-test', topics, logger: silentLogger });
      await bus.start();
      await bus.ensureTopics(TOPICS.map((name) => ({ name, partitions: 6 })));
      gateway = await runGateway(
        gatewayConfig({
          HOST: '127.0.0.1',
          PORT: '0',
          JOB_URL: 'http://127.0.0.1:1/graphql',
          CANDIDATE_URL: 'http://127.0.0.1:2/graphql',
          EVALUATION_URL: 'http://127.0.0.1:3/graphql',
          INTERNAL_TOKEN_SECRET: 'an internal secret that is long enough',
          CURSOR_SECRET: 'a secret of cursors that is long enough',
          TENANTS: JSON.stringify([TENANT]),
          KAFKA_BROKERS: brokers.join(','),
          DATA_DIR: directory,
          LOG_LEVEL: 'silent',
        }),
      );
    });

    afterAll(async () => {
      await gateway.stop();
      await bus.stop();
      rmSync(directory, { recursive: true, force: true });
    });

    const address = (query = ''): string => `${new URL(gateway.url).origin}/events${query}`;

    async function headersOf(role: Role): Promise<Record<string, string>> {
      const token = await issuer.issue({ tenant: TENANT.slug, role, subject: 'somebody' });
      return { authorization: `Bearer ${token}` };
    }

    function eventOf(subject: string, sequence: number, tenantid = TENANT.id): EventEnvelope {
      return { ...testEvent(subject, sequence), tenantid };
    }

    /**
     * Reads the stream until it has given so many events, and again when it breaks off, as every reader of server-sent
     * events does: a fresh broker makes the topic of its groups for the first reader, and refuses that one.
     */
    async function read(query: string, count: number): Promise<readonly { cursor: string; id: string }[]> {
      for (;;) {
        const found = await readOnce(query, count);
        if (found !== null) return found;
      }
    }

    /** @returns null when the stream broke off before */
    async function readOnce(query: string, count: number): Promise<readonly { cursor: string; id: string }[] | null> {
      const response = await request(address(query), { headers: await headersOf('ANALYST') });
      expect(response.statusCode).toBe(200);
      expect(response.headers['content-type']).toMatch(/^text\/event-stream/u);
      let text = '';
      for await (const chunk of response.body) {
        text += (chunk as Buffer).toString('utf8');
        const found = [...text.matchAll(/^id: (.+)\nevent: .+\ndata: (.+)\n\n/gmu)];
        if (found.length < count) continue;
        return found.map(([, cursor, data]) => ({
          cursor: String(cursor),
          id: (JSON.parse(String(data)) as EventEnvelope).id,
        }));
      }
      return null;
    }

    it('gives what was published on Kafka to its own tenant alone, and goes on behind a cursor', async () => {
      const subject = `job_${process.pid}x${Date.now()}`;
      await bus.publish(JOB_TOPIC, [
        eventOf(subject, 1),
        eventOf(`${subject}other`, 1, 'ten_somebodyelse'),
        eventOf(subject, 2),
      ]);
      const both = await read(`?after=beginning&topic=${JOB_TOPIC}`, 2);
      expect(both.map(({ id }) => id)).toEqual([`${subject}:1`, `${subject}:2`]);
      const second = await read(`?after=${both[0]?.cursor}&topic=${JOB_TOPIC}`, 1);
      expect(second.map(({ id }) => id)).toEqual([`${subject}:2`]);
    });

    it('is for ANALYST and ADMIN', async () => {
      expect((await request(address())).statusCode).toBe(401);
      for (const role of ['RECRUITER', 'INTERVIEWER'] as const) {
        expect((await request(address(), { headers: await headersOf(role) })).statusCode).toBe(403);
      }
      const admin = await request(address(), { headers: await headersOf('ADMIN') });
      expect(admin.statusCode).toBe(200);
      admin.body.destroy();
    });
  });
});
