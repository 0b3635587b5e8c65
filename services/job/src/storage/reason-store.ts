import { REFERENCE_TOPIC } from '@hiregraph/contracts';
import { sortKey } from '@hiregraph/kernel';
import { type AggregateDefinition, declareQuery, type Decision, type Storage } from '@hiregraph/storage';
import type { ReasonCriteria, ReasonStore } from '../application/stores.ts';
import type { RejectionReason } from '../domain/rejection-reason.ts';

type IndexedReason = RejectionReason & { readonly labelKey: string };

export const UNIQUE_LABEL = 'uniqueLabel';

export const reasonDefinition: AggregateDefinition = {
  name: 'rejection reason',
  collection: 'rejection_reasons',
  topic: REFERENCE_TOPIC,
  service: 'job',
  indexes: [
    {
      name: UNIQUE_LABEL,
      keys: [
        ['state.side', 1],
        ['state.labelKey', 1],
      ],
      unique: true,
      partial: { 'state.active': true },
    },
    {
      name: 'byLabel',
      keys: [
        ['state.side', 1],
        ['state.active', 1],
        ['state.labelKey', 1],
      ],
    },
  ],
};

export const rejectionReasonsByLabel = declareQuery<ReasonCriteria>({
  name: 'rejectionReasonsByLabel',
  index: 'byLabel',
  filter: ({ sides, active }) => ({ 'state.side': { $in: sides }, 'state.active': { $in: active } }),
  sort: [['state.labelKey', 1]],
});

function indexed(decision: Decision<RejectionReason>): Decision<IndexedReason> {
  return { ...decision, state: { ...decision.state, labelKey: sortKey(decision.state.label) } };
}

/** The reasons that applications are rejected for. */
export function openReasonStore(storage: Storage): ReasonStore {
  const store = storage.aggregates<IndexedReason>(reasonDefinition);
  return {
    load: store.load,
    loadMany: store.loadMany,
    change: (tenantId, id, command, decide) =>
      store.change(tenantId, id, command, (stored, now) => {
        const decision = decide(stored, now);
        return decision === null ? null : indexed(decision);
      }),
    create: (tenantId, id, command, decide) => store.create(tenantId, id, command, (now) => indexed(decide(now))),
    page: (tenantId, criteria, request) => store.page(tenantId, rejectionReasonsByLabel, criteria, request),
    count: (tenantId, criteria) => store.count(tenantId, rejectionReasonsByLabel, criteria),
    // A reason handed out by this store has its key; positions are read by path.
    positionOf: (reason) => store.positionOf(rejectionReasonsByLabel, reason as never),
  };
}
