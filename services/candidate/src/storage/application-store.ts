import {
  type AggregateDefinition,
  declareQuery,
  type Filter,
  type Query,
  type Sort,
  type Storage,
} from '@hiregraph/storage';
import { APPLICATION_TOPIC } from '@hiregraph/contracts';
import type { Application, ApplicationStatus } from '../domain/application.ts';
import type {
  ApplicationCriteria,
  BriefApplication,
  ApplicationSort,
  ApplicationStore,
} from '../application/stores.ts';

const CHANNEL = 'state.source.channel';

export const applicationDefinition: AggregateDefinition = {
  name: 'application',
  collection: 'applications',
  topic: APPLICATION_TOPIC,
  service: 'candidate',
  indexes: [
    {
      name: 'oneActive',
      keys: [
        ['state.candidateId', 1],
        ['state.jobId', 1],
      ],
      unique: true,
      partial: { 'state.status': 'ACTIVE' },
    },
    ...sortedIndexes('byCandidate', ['state.candidateId']),
    ...sortedIndexes('byJob', ['state.jobId', 'state.status']),
    ...sortedIndexes('byStage', ['state.stage.id', 'state.status']),
    // Its first name, byChannel, was that of indexes without the status, which stores of earlier releases may still have.
    ...sortedIndexes('bySource', [CHANNEL, 'state.status']),
    ...sortedIndexes('byStatus', ['state.status']),
  ],
};

type Lead = 'byCandidate' | 'byJob' | 'byStage' | 'bySource' | 'byStatus';
const STATUSES: readonly ApplicationStatus[] = ['ACTIVE', 'REJECTED', 'WITHDRAWN', 'HIRED'];

function sortedIndexes(name: string, paths: readonly string[]): AggregateDefinition['indexes'] {
  const keys: Sort = paths.map((path) => [path, 1]);
  return [
    { name: `${name}Applied`, keys: [...keys, ['state.appliedAt', 1]] },
    { name: `${name}Updated`, keys: [...keys, ['updatedAt', 1]] },
  ];
}

/** The criterion that narrows a list most; its index serves the list, the other criteria are tested on what it finds. */
function leadOf(criteria: ApplicationCriteria): Lead {
  if (criteria.candidateId !== undefined) return 'byCandidate';
  if (criteria.stageId !== undefined) return 'byStage';
  if (criteria.jobIds !== undefined) return 'byJob';
  if (criteria.channel !== undefined) return 'bySource';
  return 'byStatus';
}

/** Every status is named where none is asked for, so that an index that begins with it serves all the same. */
function filterOf(criteria: ApplicationCriteria): Filter {
  const { jobIds, hiddenJobIds } = criteria;
  return {
    'state.candidateId': criteria.candidateId,
    'state.jobId': {
      $in: jobIds,
      $nin: hiddenJobIds === undefined || hiddenJobIds.length === 0 ? undefined : hiddenJobIds,
    },
    'state.stage.id': criteria.stageId,
    'state.status': criteria.status ?? { $in: STATUSES },
    [CHANNEL]: criteria.channel,
    'state.appliedAt': { $gt: criteria.appliedAfter },
    updatedAt: { $gt: criteria.updatedAfter },
  };
}

function listQuery(lead: Lead, sort: ApplicationSort): Query<ApplicationCriteria> {
  const direction = sort.endsWith('DESC') ? -1 : 1;
  const byUpdate = sort.startsWith('UPDATED_AT');
  return declareQuery<ApplicationCriteria>({
    name: `applications:${lead}:${sort}`,
    index: `${lead}${byUpdate ? 'Updated' : 'Applied'}`,
    filter: filterOf,
    sort: [[byUpdate ? 'updatedAt' : 'state.appliedAt', direction]],
  });
}

const LEADS: readonly Lead[] = ['byCandidate', 'byJob', 'byStage', 'bySource', 'byStatus'];
const SORTS: readonly ApplicationSort[] = ['APPLIED_AT_DESC', 'APPLIED_AT_ASC', 'UPDATED_AT_DESC', 'UPDATED_AT_ASC'];

/** Every list of applications that there is, by what leads it and how it is sorted. */
export const applicationLists: ReadonlyMap<string, Query<ApplicationCriteria>> = new Map(
  LEADS.flatMap((lead) => SORTS.map((sort) => [`${lead}:${sort}`, listQuery(lead, sort)] as const)),
);

export const applicationsOfCandidateForJob = declareQuery<{
  readonly candidateId: string;
  readonly jobId: string;
  readonly statuses: readonly ApplicationStatus[];
}>({
  name: 'applicationsOfCandidateForJob',
  index: 'byCandidateApplied',
  filter: ({ candidateId, jobId, statuses }) => ({
    'state.candidateId': candidateId,
    'state.jobId': jobId,
    'state.status': { $in: statuses },
  }),
  sort: [['state.appliedAt', -1]],
  cap: 1_000,
});

function pick(criteria: ApplicationCriteria, sort: ApplicationSort): Query<ApplicationCriteria> {
  const query = applicationLists.get(`${leadOf(criteria)}:${sort}`);
  if (query === undefined) throw new RangeError(`No list of applications is sorted by ${sort}.`);
  return query;
}

export function openApplicationStore(storage: Storage): ApplicationStore {
  const store = storage.aggregates<Application>(applicationDefinition);
  const brief = store.without<BriefApplication['state']>(['submission']);
  return {
    ...store,
    loadBriefly: (tenantId, ids) => brief.loadMany(tenantId, ids),
    page: (tenantId, criteria, sort, request) => brief.page(tenantId, pick(criteria, sort), criteria, request),
    pageEach: async (tenantId, criteria, sort, request) => {
      const [first] = criteria;
      return first === undefined ? [] : brief.pageEach(tenantId, pick(first, sort), criteria, request);
    },
    countEach: async (tenantId, criteria) => {
      const [first] = criteria;
      return first === undefined ? [] : store.countEach(tenantId, pick(first, 'APPLIED_AT_DESC'), criteria);
    },
    ofCandidateForJob: (tenantId, ids, statuses, defer) =>
      store.list(tenantId, applicationsOfCandidateForJob, { ...ids, statuses }, defer),
  };
}
