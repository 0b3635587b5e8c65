import {
  isEvent,
  JOB_FACTS_EVENTS,
  JOB_STAGES_EVENTS,
  type JobFacts,
  jobEvents,
  type StageData,
} from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import type { KnownJobRow } from './stores.ts';

/** Until its first fact has come a job is nobody's: confidential, without a team. */
const UNKNOWN: KnownJobRow = { confidential: true, hiringTeam: [], teamUserIds: [], stages: [], criteria: [] };

function stagesOf(stages: readonly StageData[]): KnownJobRow['stages'] {
  return stages.map(({ id, position }) => ({ id, position }));
}

function lifecycleFacts(event: EventEnvelope): Pick<JobFacts, 'confidential' | 'stages'> | null {
  for (const eventType of JOB_FACTS_EVENTS) if (isEvent(eventType, event)) return event.data;
  return null;
}

function stageFacts(event: EventEnvelope): readonly StageData[] | null {
  for (const eventType of JOB_STAGES_EVENTS) if (isEvent(eventType, event)) return event.data.stages;
  return null;
}

/** A job's row after an event of the job; the same row for what is of no interest here. */
export function changedJob(before: KnownJobRow | null, event: EventEnvelope): KnownJobRow {
  const row = before ?? UNKNOWN;
  const lifecycle = lifecycleFacts(event);
  if (lifecycle !== null) {
    return { ...row, confidential: lifecycle.confidential, stages: stagesOf(lifecycle.stages) };
  }
  const stages = stageFacts(event);
  if (stages !== null) return { ...row, stages: stagesOf(stages) };
  if (isEvent(jobEvents['hiring-team-set'], event)) {
    const { members } = event.data;
    return { ...row, hiringTeam: members, teamUserIds: [...new Set(members.map(({ userId }) => userId))] };
  }
  if (isEvent(jobEvents['criteria-set'], event)) {
    const criteria = event.data.criteria.map(({ id, weight, active }) => ({ id, weight, active }));
    return { ...row, criteria };
  }
  return row;
}
