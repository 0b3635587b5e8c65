import { createServer } from 'node:net';
import { createManualClock, silentLogger } from '@hiregraph/kernel';
import { createMongoEngine, openStorage } from '@hiregraph/storage';
import { describe, expect, it } from '@jest/globals';

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('A store whose MongoDB is not there', () => {
  it('starts, refuses every call as retryable, and stops', async () => {
    const clock = createManualClock('2026-03-01T08:00:00.000Z');
    const url = `mongodb://127.0.0.1:${await closedPort()}/?directConnection=true`;
    const engine = createMongoEngine({ url, database: 'absent', timeout: 50 });
    const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger });
    const store = storage.aggregates<object>({ name: 'x', collection: 'xs', topic: null, service: 'job', indexes: [] });
    await storage.start();
    const away = { code: 'STORE_UNAVAILABLE', retryable: true };
    await expect(storage.ready()).rejects.toMatchObject(away);
    await expect(store.load('t', 'x')).rejects.toMatchObject(away);
    const command = { commandId: 'c', trace: { correlationId: 'c', causationId: 'c' } };
    const creation = store.create('t', 'x', command, () => ({ state: {}, events: [], visible: true }));
    await expect(creation).rejects.toMatchObject(away);
    expect(() => storage.epoch).toThrow(/has not been read yet/);
    await storage.stop();
    await expect(store.load('t', 'x')).rejects.toMatchObject(away);
  });

  it('says at once that a connection string is wrong', async () => {
    const engine = createMongoEngine({ url: 'nonsense', database: 'x' });
    await expect(engine.start()).rejects.toThrow(/scheme/i);
  });
});
