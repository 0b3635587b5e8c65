import { z } from 'zod';
import { defineEvents } from '../event-type.ts';
import { criterionKind, employmentType, id, instant, jobStatus, label, stage, teamMember } from '../fields.ts';

export const JOB_TOPIC = 'hiring.job.v1';

/** What every lifecycle event carries: the job as consumers know it, in full. */
export const jobFacts = z.object({
  status: jobStatus,
  department: label.nullable(),
  locations: z.array(label),
  employmentType,
  confidential: z.boolean(),
  stages: z.array(stage),
  /** Rises with every change to stages: tells which plan a stage change was decided on. */
  planVersion: z.int().min(1),
});
export type JobFacts = z.infer<typeof jobFacts>;

const opening = z.object({
  openingId: id,
  /** When the seat was opened: time to fill counts from here. */
  openedAt: instant,
  /** The application that holds or held the seat; null where none does. */
  applicationId: id.nullable(),
  /** The hire attempt: id of the `hire-requested` event that the seat was taken for. */
  attemptId: z.string().max(96).nullable(),
});
const stages = z.object({ stages: z.array(stage), planVersion: z.int().min(1) });
const stageChange = stages.extend({ stageId: id });
const post = z.object({ postId: id });
/** What applicants are asked, without its text. */
const question = z.object({
  id,
  type: z.enum(['TEXT', 'LONG_TEXT', 'YES_NO', 'NUMBER', 'LINK']),
  required: z.boolean(),
});

const lifecycle = (summary: string) => ({ summary, data: jobFacts });

export const jobEvents = defineEvents('job', JOB_TOPIC, 'job', {
  created: lifecycle('A job was drafted.'),
  updated: {
    summary: "A job's own fields changed, or what a published post asks applicants.",
    data: jobFacts.extend({
      changed: z.array(z.string().max(40)),
      /** The published post whose questions changed; absent where none did. */
      post: post.extend({ questions: z.array(question) }).optional(),
    }),
  },
  opened: lifecycle('A job was opened for the first time.'),
  held: lifecycle('A job was put on hold; its posts were unpublished.'),
  resumed: lifecycle('A job on hold was opened again.'),
  closed: lifecycle('A job was closed; its posts were unpublished.'),
  reopened: lifecycle('A closed job was opened again.'),
  archived: lifecycle('A closed job was archived.'),
  'opening-added': { summary: 'A seat was added.', data: opening },
  'opening-reserved': { summary: 'A seat was reserved for a hire that was asked for.', data: opening },
  'opening-refused': {
    summary: 'No seat could be reserved for a hire that was asked for.',
    data: z.object({
      applicationId: id,
      attemptId: z.string().max(96),
      refusedBecause: z.enum(['NO_SEAT_LEFT', 'JOB_NOT_OPEN']),
    }),
  },
  'opening-released': { summary: 'A reserved or filled seat became open again.', data: opening },
  'opening-filled': { summary: 'A seat was filled by a hire.', data: opening },
  'opening-closed': {
    summary: 'An open seat was closed without a hire.',
    data: opening.extend({ reason: z.enum(['CANCELLED', 'JOB_CLOSED', 'BUDGET', 'OTHER']) }),
  },
  'stage-added': { summary: 'A stage was added to the pipeline.', data: stageChange },
  'stage-updated': { summary: "A stage's name, kind or time limit changed.", data: stageChange },
  'stage-retired': { summary: 'A stage takes no more applications; those in it stay.', data: stageChange },
  'stage-reordered': { summary: 'The stages were put into another order.', data: stages },
  'criteria-set': {
    summary: 'What the job asks of a person was set: ids, kinds and weights, no texts.',
    data: z.object({
      criteria: z.array(z.object({ id, kind: criterionKind, weight: z.number().min(0), active: z.boolean() })),
    }),
  },
  'hiring-team-set': { summary: 'The hiring team was set.', data: z.object({ members: z.array(teamMember) }) },
  'post-published': {
    summary: 'A job post went public.',
    /** Events of before questions were told have none. */
    data: post.extend({ questions: z.array(question).optional() }),
  },
  'post-unpublished': { summary: 'A job post is public no more.', data: post },
});

/** Events that carry all facts of a job. */
export const JOB_FACTS_EVENTS = [
  jobEvents.created,
  jobEvents.updated,
  jobEvents.opened,
  jobEvents.held,
  jobEvents.resumed,
  jobEvents.closed,
  jobEvents.reopened,
  jobEvents.archived,
] as const;

/** Events that carry the whole pipeline after a change of it. */
export const JOB_STAGES_EVENTS = [
  jobEvents['stage-added'],
  jobEvents['stage-updated'],
  jobEvents['stage-retired'],
  jobEvents['stage-reordered'],
] as const;
