import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createMemoryDeadLetters, createStoredDeadLetters } from '@hiregraph/messaging';
import { createEmbeddedEngine, openStorage } from '@hiregraph/storage';
import { deadLetterContract } from '@hiregraph/testkit';

deadLetterContract('in memory', async () => ({ store: createMemoryDeadLetters(), close: async () => undefined }));

deadLetterContract('stored, embedded engine', async () => {
  const parts = { clock: systemClock, logger: silentLogger };
  const storage = openStorage({ ...parts, engine: createEmbeddedEngine(parts), service: 'candidate' });
  const store = createStoredDeadLetters({ storage, service: 'candidate', clock: systemClock });
  await storage.start();
  return { store, close: () => storage.stop() };
});
