import { describe, expect, it } from '@jest/globals';
import { gatewayConfig } from '../src/config.ts';

const ENVIRONMENT = {
  JOB_URL: 'http://127.0.0.1:4001/graphql',
  CANDIDATE_URL: 'http://127.0.0.1:4002/graphql',
  EVALUATION_URL: 'http://127.0.0.1:4003/graphql',
  INTERNAL_TOKEN_SECRET: 'an internal secret that is long enough',
  TENANTS: '[{"id":"ten_acme","slug":"acme","name":"Acme"}]',
};
const CURSOR_SECRET = 'a secret of cursors that is long enough';

describe('the configuration of a gateway of its own', () => {
  it('has no event stream without brokers', () => {
    expect(gatewayConfig({ ...ENVIRONMENT, CURSOR_SECRET }).events).toBeNull();
  });

  it('takes the event stream from the brokers that KAFKA_BROKERS names', () => {
    const { events } = gatewayConfig({ ...ENVIRONMENT, CURSOR_SECRET, KAFKA_BROKERS: 'a:9092,b:9092' });
    expect(events).toMatchObject({ cursorSecret: CURSOR_SECRET, kafka: { brokers: ['a:9092', 'b:9092'] } });
  });

  it('asks for the secret of cursors where there are brokers', () => {
    expect(() => gatewayConfig({ ...ENVIRONMENT, KAFKA_BROKERS: 'a:9092' })).toThrow(
      /^CURSOR_SECRET: is needed with KAFKA_BROKERS/u,
    );
  });
});
