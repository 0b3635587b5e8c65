import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createEmbeddedBus } from '@hiregraph/messaging';
import { busContract } from '@hiregraph/testkit';

const parts = { clock: systemClock, logger: silentLogger };

busContract('embedded, in memory', 'in memory', async () => {
  const bus = createEmbeddedBus(parts);
  await bus.start();
  return { bus, close: () => bus.stop() };
});

busContract('embedded, on disk', 'durable', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'hiregraph-bus-'));
  const open = async () => {
    const opened = createEmbeddedBus({ ...parts, directory });
    await opened.start();
    return opened;
  };
  let bus = await open();
  return {
    bus,
    reopen: async () => {
      await bus.stop();
      bus = await open();
      return bus;
    },
    close: async () => {
      await bus.stop();
      await rm(directory, { recursive: true });
    },
  };
});
