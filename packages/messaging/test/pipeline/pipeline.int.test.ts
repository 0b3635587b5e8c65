import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from '@jest/globals';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createEmbeddedBus } from '@hiregraph/messaging';
import { runPipeline } from './pipeline-run.ts';

describe('events on their way from one store to another over the embedded bus', () => {
  test('arrive all, in order, through failures, replacements and a parked key', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hiregraph-pipeline-'));
    const bus = createEmbeddedBus({ directory, clock: systemClock, logger: silentLogger });
    await bus.start();
    try {
      await runPipeline(bus);
    } finally {
      await bus.stop();
      await rm(directory, { recursive: true });
    }
  });
});
