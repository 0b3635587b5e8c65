import { describe, expect, it } from '@jest/globals';
import { platformConfig } from '../src/config.ts';

describe("the platform's configuration", () => {
  it('needs nothing at all', () => {
    expect(platformConfig({}, [])).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      engines: { kind: 'embedded', dataDirectory: '.data' },
      identityProvider: null,
    });
  });

  it('takes a file of persisted operations', () => {
    expect(platformConfig({}, []).persistedOperations).toBeNull();
    expect(platformConfig({ PERSISTED_OPERATIONS: 'operations.json' }, []).persistedOperations).toBe('operations.json');
  });

  it('names an option that does not exist', () => {
    expect(() => platformConfig({}, ['--frehs'])).toThrow(/--frehs: there is no such option. Use --fresh/u);
  });

  it('wants both servers or neither, since replicas must share both', () => {
    expect(() => platformConfig({ MONGODB_URL: 'mongodb://127.0.0.1' }, [])).toThrow(/KAFKA_BROKERS: is needed/u);
    expect(() => platformConfig({ KAFKA_BROKERS: 'a:9092' }, [])).toThrow(/MONGODB_URL: is needed/u);
    const both = { MONGODB_URL: 'mongodb://127.0.0.1', KAFKA_BROKERS: 'a:9092,b:9092' };
    expect(platformConfig(both, []).engines).toMatchObject({
      kind: 'servers',
      mongodbUrl: 'mongodb://127.0.0.1',
      kafka: { brokers: ['a:9092', 'b:9092'], partitions: 6, topics: { retentionMilliseconds: -1 } },
    });
  });

  it('refuses development tokens, a made-up secret and the sample company in production, all at once', () => {
    const start = (): unknown => platformConfig({ NODE_ENV: 'production' }, []);
    expect(start).toThrow(/JWKS_URL: is needed[^]*CURSOR_SECRET: is needed[^]*TENANTS: is needed/u);
  });

  it('wants all three of an identity provider', () => {
    expect(() => platformConfig({ JWKS_URL: 'https://id.example/keys' }, [])).toThrow(
      /JWT_ISSUER and JWT_AUDIENCE: needed/u,
    );
  });
});
