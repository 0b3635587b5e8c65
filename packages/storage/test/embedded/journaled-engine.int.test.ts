import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { createEmbeddedEngine } from '@hiregraph/storage';
import { storageContract } from '@hiregraph/testkit';

const directories: string[] = [];

afterAll(async () => {
  await Promise.all(directories.map((directory) => rm(directory, { recursive: true })));
});

storageContract('the embedded engine with its journal on disk', async ({ clock }) => {
  const directory = await mkdtemp(join(tmpdir(), 'hiregraph-store-'));
  directories.push(directory);
  const engine = createEmbeddedEngine({ clock, directory, freeze: true, snapshotBytes: 20_000 });
  return { engine, removeExpired: engine.removeExpired };
});
