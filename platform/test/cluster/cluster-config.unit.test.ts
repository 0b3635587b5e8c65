import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clusterConfig } from '../../src/cluster/cluster-config.ts';
import { requireServers } from '../../src/cluster/require-servers.ts';

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'hiregraph-cluster-config-'));
});

afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

describe("a cluster's configuration", () => {
  it('means the servers of `npm run servers` where none are named, and one process of each service', () => {
    const config = clusterConfig({ DATA_DIR: directory }, []);
    expect(config).toMatchObject({
      mongodbUrl: 'mongodb://127.0.0.1:27117/?directConnection=true',
      kafka: { brokers: ['127.0.0.1:19092'] },
      replicas: 1,
    });
    expect(clusterConfig({ DATA_DIR: directory }, ['--empty', '--replicas', '2'])).toMatchObject({
      replicas: 2,
      platform: { empty: true },
    });
  });

  it('gives every process the same tenants and secrets, and keeps the one that outlives it', () => {
    const [one, other] = [clusterConfig({ DATA_DIR: directory }, []), clusterConfig({ DATA_DIR: directory }, [])];
    expect(JSON.parse(one.shared.TENANTS ?? '')).toEqual(one.platform.tenants);
    expect(one.shared.INTERNAL_TOKEN_SECRET?.length).toBeGreaterThanOrEqual(32);
    expect(one.shared.CURSOR_SECRET).toMatch(/^[\da-f]{64}$/u);
    expect(other.shared.CURSOR_SECRET).toBe(one.shared.CURSOR_SECRET);
    expect(readdirSync(directory)).toEqual(['cursors.key']);
    const given = { DATA_DIR: directory, CURSOR_SECRET: 'c'.repeat(32), INTERNAL_TOKEN_SECRET: 'i'.repeat(32) };
    expect(clusterConfig(given, []).shared).toMatchObject({
      CURSOR_SECRET: given.CURSOR_SECRET,
      INTERNAL_TOKEN_SECRET: given.INTERNAL_TOKEN_SECRET,
    });
  });

  it('names what it does not understand', () => {
    const environment = { DATA_DIR: directory };
    expect(() => clusterConfig(environment, ['--replicas', 'many'])).toThrow(/^--replicas many: must be the number/u);
    expect(() => clusterConfig(environment, ['--replicas'])).toThrow(/--replicas : must be the number/u);
    expect(() => clusterConfig(environment, ['--replicas', '17'])).toThrow(/from 1 to 16/u);
    expect(() => clusterConfig(environment, ['--fresh'])).toThrow(/^--fresh: the data lies on servers/u);
    expect(() => clusterConfig(environment, ['--frehs'])).toThrow(/--frehs: there is no such option/u);
    expect(() => clusterConfig({ ...environment, MONGODB_URL: 'mongodb://db' }, [])).toThrow(
      /KAFKA_BROKERS: is needed/u,
    );
  });

  it('says which servers are missing, and how to start them', async () => {
    const away = {
      DATA_DIR: directory,
      MONGODB_URL: 'mongodb://u:p@127.0.0.1:1,127.0.0.1:2/x',
      KAFKA_BROKERS: '127.0.0.1:3',
    };
    const missing = requireServers(clusterConfig(away, []));
    await expect(missing).rejects.toThrow(
      /^MONGODB_URL: MongoDB does not answer at 127\.0\.0\.1:1, 127\.0\.0\.1:2\. Start it \(`npm run servers`[^]*^KAFKA_BROKERS: Kafka does not answer at 127\.0\.0\.1:3\./mu,
    );
  });
});
