import { z } from 'zod';
import { defineEvents } from '../event-type.ts';
import { id, reasonSide } from '../fields.ts';

export const REFERENCE_TOPIC = 'hiring.reference.v1';

const reasonEvents = defineEvents('rejection-reason', REFERENCE_TOPIC, 'job', {
  created: {
    summary: 'A rejection reason can be given from now on.',
    data: z.object({ reasonId: id, side: reasonSide }),
  },
  retired: { summary: 'A rejection reason can be given no more.', data: z.object({ reasonId: id, side: reasonSide }) },
});

const userEvents = defineEvents('user', REFERENCE_TOPIC, 'job', {
  created: {
    summary: 'A user became known. The id alone; names stay in the directory.',
    data: z.object({ userId: id }),
  },
});

/** Event types of the tenant's reference data. */
export const referenceEvents = {
  'rejection-reason-created': reasonEvents.created,
  'rejection-reason-retired': reasonEvents.retired,
  'user-created': userEvents.created,
} as const;
