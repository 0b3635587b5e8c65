import { SCORECARD_TOPIC } from '@hiregraph/contracts';
import { type AggregateDefinition, declareQuery, type Storage } from '@hiregraph/storage';
import type { OwedFilter, ScorecardStore } from '../application/stores.ts';
import type { ScorecardState } from '../domain/scorecard.ts';

export const scorecardDefinition: AggregateDefinition = {
  name: 'scorecard',
  collection: 'scorecards',
  topic: SCORECARD_TOPIC,
  service: 'evaluation',
  indexes: [
    {
      name: 'onePerInterviewer',
      keys: [
        ['state.interviewId', 1],
        ['state.interviewerId', 1],
      ],
      unique: true,
    },
    { name: 'byApplication', keys: [['state.applicationId', 1]] },
    {
      name: 'owedByInterviewer',
      keys: [
        ['state.interviewerId', 1],
        ['state.owed', 1],
        ['state.requestedAt', 1],
      ],
    },
  ],
};

/** All scorecards of one application, drafts and all: 100 interviews with 20 interviewers each are the most there are. */
export const scorecardsOfApplication = declareQuery<string>({
  name: 'scorecardsOfApplication',
  index: 'byApplication',
  filter: (applicationId) => ({ 'state.applicationId': applicationId }),
  sort: [['_id', 1]],
  cap: 4_000,
});

/** What one user owes, the longest owed first. */
export const scorecardsOwedBy = declareQuery<OwedFilter>({
  name: 'scorecardsOwedBy',
  index: 'owedByInterviewer',
  filter: ({ interviewerId, hiddenJobIds }) => ({
    'state.interviewerId': interviewerId,
    'state.owed': true,
    'state.jobId': hiddenJobIds.length === 0 ? undefined : { $nin: hiddenJobIds },
  }),
  sort: [['state.requestedAt', 1]],
});

export function openScorecardStore(storage: Storage): ScorecardStore {
  const store = storage.aggregates<ScorecardState>(scorecardDefinition);
  return {
    ...store,
    ofApplications: (tenantId, ids) => store.listEach(tenantId, scorecardsOfApplication, ids),
    pageOwed: (tenantId, filter, request) => store.page(tenantId, scorecardsOwedBy, filter, request),
    countOwed: (tenantId, filter) => store.count(tenantId, scorecardsOwedBy, filter),
    positionOf: (scorecard) => store.positionOf(scorecardsOwedBy, scorecard),
  };
}
