import type { Instant, ServiceName } from '@hiregraph/kernel';
import { type AggregateDefinition, declareQuery } from '@hiregraph/storage';
import type { DeadLetter, DeadLetterReason, ParkedRef } from './dead-letter-store.ts';

export interface MarkerState {
  readonly group: string;
  readonly key: string;
  /** Markers stay when their key is released: when and why it was parked can be read later. */
  readonly parked: boolean;
  readonly since: Instant;
  readonly reason: DeadLetterReason;
}

export interface LetterState extends Omit<DeadLetter, 'tenantId'> {
  readonly sequence: number;
  /** False once it was replayed; kept as a record of what was done. */
  readonly waiting: boolean;
}

const IS_PARKED = { 'state.parked': true };
const IS_WAITING = { 'state.waiting': true };

export const markersByAge = declareQuery<null>({
  name: 'parkedKeysByAge',
  index: 'bySince',
  filter: () => IS_PARKED,
  sort: [['state.since', 1]],
});
export const markersOfGroup = declareQuery<string>({
  name: 'parkedKeysOfGroup',
  index: 'byGroup',
  filter: (group) => ({ 'state.group': group, ...IS_PARKED }),
  sort: [['state.since', 1]],
});
export const lettersOfKey = declareQuery<Pick<ParkedRef, 'group' | 'key'>>({
  name: 'deadLettersOfKey',
  index: 'byKey',
  filter: ({ group, key }) => ({ 'state.group': group, 'state.key': key, ...IS_WAITING }),
  sort: [['state.sequence', 1]],
});

/** Where the dead letters of a service lie: aggregates that raise no events. */
export function deadLetterDefinitions(service: ServiceName): Record<'markers' | 'letters', AggregateDefinition> {
  return {
    markers: {
      name: 'parked key',
      collection: 'parked_keys',
      topic: null,
      service,
      indexes: [
        { name: 'bySince', keys: [['state.since', 1]], partial: IS_PARKED },
        {
          name: 'byGroup',
          keys: [
            ['state.group', 1],
            ['state.since', 1],
          ],
          partial: IS_PARKED,
        },
      ],
    },
    letters: {
      name: 'dead letter',
      collection: 'dead_letters',
      topic: null,
      service,
      indexes: [
        {
          name: 'byKey',
          keys: [
            ['state.group', 1],
            ['state.key', 1],
            ['state.sequence', 1],
          ],
          partial: IS_WAITING,
        },
      ],
    },
  };
}
