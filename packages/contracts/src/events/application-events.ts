import { z } from 'zod';
import { defineEvents } from '../event-type.ts';
import { actor, direction, id, instant, reasonSide, seconds, stageRef } from '../fields.ts';

export const APPLICATION_TOPIC = 'hiring.application.v1';

/**
 * What every application event carries, so that funnel, time in stage, time to hire and time to fill follow from the
 * stream alone. `stage`, `enteredAt` and `secondsInStage` are those after the event for facts that begin or go on with
 * a stay, and those of the stay that ends for facts that end one.
 */
export const applicationFacts = z.object({
  jobId: id,
  candidateId: id,
  /** The stage that the application is in after this event. */
  stage: stageRef,
  /** When the stay in that stage began. */
  enteredAt: instant,
  /** How long the stay in that stage has lasted at the event's time. */
  secondsInStage: seconds,
  appliedAt: instant,
  actor,
});
export type ApplicationFacts = z.infer<typeof applicationFacts>;

const attemptId = z.string().max(96);

export const applicationEvents = defineEvents('application', APPLICATION_TOPIC, 'candidate', {
  submitted: {
    summary: "A candidate's process for a job began.",
    data: applicationFacts.extend({
      channel: z.string().max(60),
      creditedTo: id.nullable(),
      /** True where the job had just stopped taking applications when this one came. */
      late: z.boolean(),
    }),
  },
  'stage-changed': {
    summary: 'The application moved from one stage to another.',
    data: applicationFacts.extend({
      from: stageRef,
      to: stageRef,
      /** When the stay that ends had begun. */
      enteredFromAt: instant,
      secondsInFrom: seconds,
      direction,
      planVersion: z.int().min(1),
    }),
  },
  rejected: {
    summary: 'The company or the candidate ended the process, with a reason. The stage stays as it was.',
    data: applicationFacts.extend({ reasonId: id, side: reasonSide }),
  },
  unrejected: { summary: 'A rejection was taken back; a new stay in the stage begins.', data: applicationFacts },
  withdrawn: { summary: 'The candidate withdrew.', data: applicationFacts.extend({ attemptId: attemptId.nullable() }) },
  'hire-requested': {
    summary: "A hire was asked for; this event's id is the attempt id of all that follows.",
    data: applicationFacts,
  },
  hired: {
    summary: 'The candidate was hired and moved to the HIRED stage.',
    data: applicationFacts.extend({
      attemptId,
      openingId: id,
      /** When the seat had been opened: time to fill counts from here. */
      openingOpenedAt: instant,
      from: stageRef,
      enteredFromAt: instant,
      secondsInFrom: seconds,
      planVersion: z.int().min(1),
    }),
  },
  'hire-refused': {
    summary: 'The hire that was asked for did not happen; the application stays active.',
    data: applicationFacts.extend({
      attemptId,
      refusedBecause: z.enum(['NO_SEAT_LEFT', 'JOB_NOT_OPEN', 'CANCELLED']),
    }),
  },
  unhired: {
    summary: 'A hire was taken back; the seat is open again and a new stay begins.',
    data: applicationFacts.extend({
      attemptId,
      openingId: id,
      from: stageRef,
      enteredFromAt: instant,
      secondsInFrom: seconds,
    }),
  },
  transferred: {
    summary: 'The application went on for another job, with the same id and history.',
    data: applicationFacts.extend({
      fromJobId: id,
      from: stageRef,
      toJobId: id,
      to: stageRef,
      enteredFromAt: instant,
      secondsInFrom: seconds,
      planVersion: z.int().min(1),
    }),
  },
});
