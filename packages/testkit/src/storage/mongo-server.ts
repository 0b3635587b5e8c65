import { describe, it } from '@jest/globals';

let databases = 0;

/** A database name that no other run uses. */
export function freshDatabase(): string {
  databases++;
  return `hiregraph_test_${process.pid}_${Date.now()}_${databases}`;
}

/**
 * Runs suites on the server that MONGODB_URL names. Without one it says so in one line; with REQUIRE_SERVERS=1 that is a
 * failure, so that a build which is meant to have servers cannot pass without them.
 */
export function describeMongo(suites: (url: string) => void): void {
  const url = process.env.MONGODB_URL;
  if (url !== undefined && url !== '') {
    suites(url);
    return;
  }
  describe('MongoDB', () => {
    it('is only tested where MONGODB_URL names a server', () => {
      const line = 'MONGODB_URL is not set: the MongoDB suites did not run. `npm run servers` starts a server.';
      if (process.env.REQUIRE_SERVERS === '1') throw new Error(line);
      process.stdout.write(`${line}\n`);
    });
  });
}
