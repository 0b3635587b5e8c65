import {
  type EventData,
  isEvent,
  JOB_FACTS_EVENTS,
  JOB_STAGES_EVENTS,
  JOB_TOPIC,
  type JobFacts,
  jobEvents,
  type StageData,
} from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import { type EventConsumer, SequenceGapError } from '@hiregraph/messaging';
import type { SagaFailpoints } from '@hiregraph/subgraph';
import type { Stage } from '../domain/pipeline.ts';
import { type JobRow, jobRow } from './known-facts.ts';
import { flagLateApplications } from './on-job-closed.ts';
import { onOpeningRefused, onOpeningReserved } from './on-opening-answer.ts';
import type { Stores } from './stores.ts';

/** Keeps what this service knows of jobs, and carries on the hires that job has answered. */
export function createJobConsumer(stores: Stores, failpoints?: SagaFailpoints): EventConsumer {
  return {
    group: 'candidate.jobs',
    topics: [JOB_TOPIC],
    handle: async (event) => {
      const { tenantid, subject, sequence, time } = event;
      const result = await stores.jobs.apply(tenantid, subject, { sequence, at: time }, (row) =>
        nextJobRow(row, event),
      );
      if (result === 'gap') {
        const known = await stores.jobs.load(tenantid, subject);
        throw new SequenceGapError(event, known?.sequence ?? null);
      }
      // A duplicate too: the row may have been written and what follows from it not.
      await react(stores, event, failpoints);
    },
  };
}

async function react(stores: Stores, event: EventEnvelope, failpoints: SagaFailpoints | undefined): Promise<void> {
  if (isEvent(jobEvents['opening-reserved'], event)) await onOpeningReserved(stores, event, failpoints);
  else if (isEvent(jobEvents['opening-refused'], event)) await onOpeningRefused(stores, event, failpoints);
  else if (STOPS_APPLICATIONS.has(event.type)) await flagLateApplications(stores, event);
}

const STOPS_APPLICATIONS: ReadonlySet<string> = new Set([
  jobEvents.held.type,
  jobEvents.closed.type,
  jobEvents['post-unpublished'].type,
]);

/** The row with one event taken in. Events that this service does not mind leave it as it is. */
export function nextJobRow(row: JobRow | null, event: EventEnvelope): JobRow {
  const before = row ?? UNKNOWN;
  if (isEvent(jobEvents.updated, event) && event.data.post !== undefined) {
    return withPost(withFacts(before, event.data), event.data.post, true);
  }
  for (const type of JOB_FACTS_EVENTS) if (isEvent(type, event)) return withFacts(before, event.data);
  for (const type of JOB_STAGES_EVENTS) {
    if (isEvent(type, event)) return withStages(before, event.data.stages, event.data.planVersion);
  }
  if (isEvent(jobEvents['hiring-team-set'], event)) return jobRow({ ...before, hiringTeam: event.data.members });
  if (isEvent(jobEvents['post-published'], event)) return withPost(before, event.data, true);
  if (isEvent(jobEvents['post-unpublished'], event)) return withPost(before, event.data, false);
  return before;
}

/** Before the first event nothing is known; a job's first event brings all of it. */
const UNKNOWN: JobRow = jobRow({
  status: 'DRAFT',
  confidential: true,
  planVersion: 1,
  stages: [],
  hiringTeam: [],
  publishedPosts: [],
  requiredQuestions: [],
});

function withFacts(row: JobRow, { status, confidential, stages, planVersion }: JobFacts): JobRow {
  return withStages({ ...row, status, confidential }, stages, planVersion);
}

function withStages(row: JobRow, stages: readonly StageData[], planVersion: number): JobRow {
  const kept = stages.map(({ id, name, kind, position, active }): Stage => ({ id, name, kind, position, active }));
  return jobRow({ ...row, stages: kept.sort((a, b) => a.position - b.position), planVersion });
}

type PostData = EventData<(typeof jobEvents)['post-published']>;

function withPost(row: JobRow, { postId, questions = [] }: PostData, published: boolean): JobRow {
  const others = row.publishedPosts.filter((id) => id !== postId);
  const required = (row.requiredQuestions ?? []).filter((question) => question.postId !== postId);
  if (!published) return { ...row, publishedPosts: others, requiredQuestions: required };
  for (const { id, required: isRequired } of questions) if (isRequired) required.push({ postId, questionId: id });
  return { ...row, publishedPosts: [...others, postId], requiredQuestions: required };
}
