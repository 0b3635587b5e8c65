import { z } from 'zod';
import { defineEvents } from '../event-type.ts';

export const CANDIDATE_TOPIC = 'hiring.candidate.v1';

export const candidateEvents = defineEvents('candidate', CANDIDATE_TOPIC, 'candidate', {
  created: { summary: 'A candidate became known.', data: z.object({ channel: z.string().max(60).nullable() }) },
  updated: {
    summary: "A candidate's fields changed: their names, not their contents.",
    data: z.object({ changed: z.array(z.string().max(40)) }),
  },
  tagged: {
    summary: "A candidate's tags changed. Tags are written by people, so only their number is told.",
    data: z.object({ tagCount: z.int().min(0) }),
  },
});
