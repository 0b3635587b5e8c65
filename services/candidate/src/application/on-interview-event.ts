import { INTERVIEW_TOPIC, type InterviewFacts, interviewEvents } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import { type EventConsumer, SequenceGapError } from '@hiregraph/messaging';
import type { InterviewRow } from './known-facts.ts';
import type { Stores } from './stores.ts';

const KNOWN: ReadonlySet<string> = new Set(Object.values(interviewEvents).map(({ type }) => type));

/** Keeps who interviews for which application: what interviewers may look at. */
export function createInterviewConsumer({ interviews }: Pick<Stores, 'interviews'>): EventConsumer {
  return {
    group: 'candidate.interviews',
    topics: [INTERVIEW_TOPIC],
    handle: async (event) => {
      const { tenantid, subject, sequence, time } = event;
      const result = await interviews.apply(tenantid, subject, { sequence, at: time }, (row) => nextRow(row, event));
      if (result === 'gap') {
        const known = await interviews.load(tenantid, subject);
        throw new SequenceGapError(event, known?.sequence ?? null);
      }
    },
  };
}

/** Every interview event carries the same facts. One of a type that came later leaves the row as it is. */
function nextRow(row: InterviewRow | null, event: EventEnvelope): InterviewRow {
  if (!KNOWN.has(event.type)) return row ?? { applicationId: '', interviewerIds: [], status: 'TO_SCHEDULE' };
  // The type was looked up just now; its data was checked when the event was made.
  const { applicationId, interviewerIds, status } = event.data as InterviewFacts;
  return { applicationId, interviewerIds, status };
}
