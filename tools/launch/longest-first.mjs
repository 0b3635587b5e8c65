import TestSequencer from '@jest/test-sequencer';

/**
 * The suites that take longest, longest first: begun last, one of them would keep a single worker busy when all others
 * are done. jest knows by itself only on a machine where they ran before.
 */
const longest = [
  'platform/test/kill.e2e',
  'platform/test/operations/rebuild.int',
  'gateway/test/plan-executor/differential-shop.int',
  'platform/test/simulation/',
  'platform/test/start.e2e',
  'platform/test/operations/',
  'packages/storage/test/journal/crashes.unit',
  'gateway/test/plan-executor/',
  'packages/storage/test/durability/',
  'packages/messaging/test/embedded/log-crashes.unit',
  'platform/test/',
];

/** Orders jest's test files. */
export default class LongestFirst extends TestSequencer {
  /** @param {{ path: string }[]} tests */
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ path }) {
  const found = longest.findIndex((part) => path.includes(part));
  return found === -1 ? longest.length : found;
}
