import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { tellOfAccess } from './access-story.ts';
import { tellOfCommands } from './commands-story.ts';
import { type SecuredKafka, startSecuredKafka } from './secured-kafka.ts';

/** Only a hang ends here. */
const PATIENCE_MS = 300_000;

// The suites start servers of their own; the variable says that some can be had here.
if (process.env.REQUIRE_SERVERS === '1') {
  const directory = mkdtempSync(join(tmpdir(), 'hiregraph-secured-'));
  let started: SecuredKafka | undefined;
  const kafka = (): SecuredKafka => {
    if (started === undefined) throw new Error('Kafka was not started.');
    return started;
  };

  beforeAll(async () => {
    started = await startSecuredKafka(directory);
  }, PATIENCE_MS);

  afterAll(async () => {
    await started?.stop();
    rmSync(directory, { recursive: true, force: true });
  }, PATIENCE_MS);

  tellOfAccess(kafka);
  tellOfCommands(kafka);
} else {
  describe('a Kafka that asks for TLS and a password', () => {
    it('is only tried where REQUIRE_SERVERS=1 says that servers can be started', () => {
      process.stdout.write(
        'REQUIRE_SERVERS is not set: no Kafka with TLS was tried. `npm run with-servers` sets it.\n',
      );
    });
  });
}
