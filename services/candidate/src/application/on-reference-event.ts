import { isEvent, REFERENCE_TOPIC, referenceEvents } from '@hiregraph/contracts';
import { type EventConsumer, SequenceGapError } from '@hiregraph/messaging';
import type { Stores } from './stores.ts';

/** Keeps which rejection reasons there are. Users become known on the same topic; nothing of theirs is kept here. */
export function createReferenceConsumer({ reasons }: Pick<Stores, 'reasons'>): EventConsumer {
  return {
    group: 'candidate.references',
    topics: [REFERENCE_TOPIC],
    handle: async (event) => {
      const created = isEvent(referenceEvents['rejection-reason-created'], event);
      const retired = isEvent(referenceEvents['rejection-reason-retired'], event);
      if (!created && !retired) return;
      const { tenantid, subject, sequence, time, data } = event;
      const row = { side: data.side, active: created };
      const result = await reasons.apply(tenantid, subject, { sequence, at: time }, () => row);
      if (result === 'gap') {
        const known = await reasons.load(tenantid, subject);
        throw new SequenceGapError(event, known?.sequence ?? null);
      }
    },
  };
}
