import { describe, test } from '@jest/globals';

/**
 * Runs suites on the brokers that KAFKA_BROKERS names. Without them it says so in one line; with REQUIRE_SERVERS=1 that
 * is a failure, so that a build which is meant to have servers cannot pass without them.
 */
export function describeKafka(suites: (brokers: readonly string[]) => void): void {
  const brokers = (process.env.KAFKA_BROKERS ?? '').split(',').filter((broker) => broker !== '');
  if (brokers.length > 0) {
    suites(brokers);
    return;
  }
  describe('Kafka', () => {
    test('is only tested where KAFKA_BROKERS names a server', () => {
      const line = 'KAFKA_BROKERS is not set: the Kafka suites did not run. `npm run servers` starts a server.';
      if (process.env.REQUIRE_SERVERS === '1') throw new Error(line);
      process.stdout.write(`${line}\n`);
    });
  });
}
