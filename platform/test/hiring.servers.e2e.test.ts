import { describe, expect, it } from '@jest/globals';
import { waitUntil } from '@hiregraph/testkit';
import { explainedEngine, ExplainedReads } from './support/explained-engine.ts';
import { tellHiringStory } from './support/hiring-story.ts';
import { describeServers } from './support/servers.ts';
import { startTestPlatform } from './support/test-platform.ts';

/** So that the suite does not look at nothing. */
const FEWEST_KINDS = 120;

describeServers('the story of a hire', (servers) => {
  const reads = new ExplainedReads();

  tellHiringStory(async () => {
    const { engines, bus } = servers.place().ports();
    const test = await startTestPlatform({
      engines: {
        job: explainedEngine('job', engines.job, reads),
        candidate: explainedEngine('candidate', engines.candidate, reads),
        evaluation: explainedEngine('evaluation', engines.evaluation, reads),
      },
      bus,
    });
    // Making the indexes may take a busy machine longer than a request would wait.
    await waitUntil('the stores to be ready', async () => (await fetch(`${test.origin}/health/ready`)).ok);
    reads.tryDeclared();
    return test;
  });

  describe('the queries that it took, and one for each declared index,', () => {
    it('are each served by the index that they name; none scans a collection', async () => {
      expect(await reads.astray()).toEqual([]);
      expect(reads.searchingWrites).toEqual([]);
      expect(reads.kinds).toBeGreaterThan(FEWEST_KINDS);
    });
  });
});
