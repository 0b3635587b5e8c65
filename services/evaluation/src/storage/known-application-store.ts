import { declareQuery, type ProjectionDefinition, type Storage } from '@hiregraph/storage';
import type { KnownApplicationRow, KnownApplicationStore } from '../application/stores.ts';

export const knownApplicationDefinition: ProjectionDefinition = {
  collection: 'applications',
  indexes: [{ name: 'byCandidate', keys: [['state.candidateId', 1]] }],
};

export const applicationsOfCandidate = declareQuery<string>({
  name: 'applicationsOfCandidate',
  index: 'byCandidate',
  filter: (candidateId) => ({ 'state.candidateId': candidateId }),
  cap: 500,
});

export function openKnownApplicationStore(storage: Storage): KnownApplicationStore {
  const store = storage.projections<KnownApplicationRow>(knownApplicationDefinition);
  return {
    ...store,
    ofCandidate: (tenantId, candidateId) => store.list(tenantId, applicationsOfCandidate, candidateId),
  };
}
