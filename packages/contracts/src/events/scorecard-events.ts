import { z } from 'zod';
import { defineEvents } from '../event-type.ts';
import { id, instant } from '../fields.ts';

export const SCORECARD_TOPIC = 'hiring.scorecard.v1';

/** What every scorecard event carries. No scores, no notes. */
export const scorecardFacts = z.object({
  interviewId: id,
  applicationId: id,
  jobId: id,
  stageId: id.nullable(),
  interviewerId: id,
  /** When the scorecard began to be owed. */
  requestedAt: instant,
  interviewEnd: instant.nullable(),
});
export type ScorecardFacts = z.infer<typeof scorecardFacts>;

const fact = (summary: string) => ({ summary, data: scorecardFacts });

export const scorecardEvents = defineEvents('scorecard', SCORECARD_TOPIC, 'evaluation', {
  requested: fact('An interviewer owes a scorecard from now on.'),
  submitted: fact('An interviewer submitted their scorecard.'),
  amended: fact('A submitted scorecard was amended; earlier revisions are kept.'),
  released: fact('The scorecard is owed no more.'),
});
