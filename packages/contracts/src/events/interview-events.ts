import { z } from 'zod';
import { defineEvents } from '../event-type.ts';
import { id, instant } from '../fields.ts';

export const INTERVIEW_TOPIC = 'hiring.interview.v1';

/** What every interview event carries. */
export const interviewFacts = z.object({
  applicationId: id,
  jobId: id,
  stageId: id.nullable(),
  interviewerIds: z.array(id),
  start: instant.nullable(),
  end: instant.nullable(),
  revision: z.int().min(0),
  status: z.enum(['TO_SCHEDULE', 'SCHEDULED', 'AWAITING_FEEDBACK', 'COMPLETE', 'CANCELLED', 'NO_SHOW']),
});
export type InterviewFacts = z.infer<typeof interviewFacts>;

export const attentionReason = z.enum(['MOVED', 'REJECTED', 'WITHDRAWN', 'HIRED', 'TRANSFERRED']);

const fact = (summary: string) => ({ summary, data: interviewFacts });

export const interviewEvents = defineEvents('interview', INTERVIEW_TOPIC, 'evaluation', {
  planned: fact('An interview is to be scheduled.'),
  scheduled: fact('An interview got its time.'),
  rescheduled: fact("An interview's time, place or interviewers changed."),
  'interviewers-set': fact('Who interviews was changed.'),
  'awaiting-feedback': fact('The interview is over; scorecards are owed.'),
  completed: fact('The last owed scorecard came in.'),
  cancelled: fact('The interview was called off.'),
  'no-show': fact('The candidate did not come.'),
  flagged: {
    summary: 'Something happened to the application that makes the interview worth a look.',
    data: interviewFacts.extend({ reason: attentionReason, since: instant }),
  },
});
