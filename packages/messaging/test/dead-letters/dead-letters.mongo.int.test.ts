import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createStoredDeadLetters } from '@hiregraph/messaging';
import { createMongoEngine, openStorage } from '@hiregraph/storage';
import { deadLetterContract, describeMongo, freshDatabase, waitUntil } from '@hiregraph/testkit';

/** A busy machine may take longer than a request would wait. */
const TIMEOUT_MS = 10_000;

describeMongo((url) => {
  deadLetterContract('stored, MongoDB', async () => {
    const engine = createMongoEngine({ url, database: freshDatabase(), timeout: TIMEOUT_MS });
    const storage = openStorage({ engine, service: 'candidate', clock: systemClock, logger: silentLogger });
    const store = createStoredDeadLetters({ storage, service: 'candidate', clock: systemClock });
    await storage.start();
    await waitUntil('the store to be ready', () =>
      storage.ready().then(
        () => true,
        () => false,
      ),
    );
    return { store, close: () => storage.stop() };
  });
});
