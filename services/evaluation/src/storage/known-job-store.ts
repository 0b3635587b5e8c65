import { declareQuery, type ProjectionDefinition, type Storage } from '@hiregraph/storage';
import type { KnownJobRow, KnownJobStore } from '../application/stores.ts';

export const knownJobDefinition: ProjectionDefinition = {
  collection: 'jobs',
  indexes: [
    { name: 'byConfidentiality', keys: [['state.confidential', 1]] },
    { name: 'byTeamUser', keys: [['state.teamUserIds', 1]] },
  ],
};

/** Jobs are made by people; a tenant with more than this needs another way to hide them from lists. */
const MOST_JOBS = 10_000;

export const confidentialJobs = declareQuery<null>({
  name: 'confidentialJobs',
  index: 'byConfidentiality',
  filter: () => ({ 'state.confidential': true }),
  cap: MOST_JOBS,
});

export const jobsOfTeamUser = declareQuery<string>({
  name: 'jobsOfTeamUser',
  index: 'byTeamUser',
  filter: (userId) => ({ 'state.teamUserIds': userId }),
  cap: MOST_JOBS,
});

export function openKnownJobStore(storage: Storage): KnownJobStore {
  const store = storage.projections<KnownJobRow>(knownJobDefinition);
  return {
    ...store,
    confidential: (tenantId) => store.list(tenantId, confidentialJobs, null),
    ofTeamUser: (tenantId, userId) => store.list(tenantId, jobsOfTeamUser, userId),
  };
}
