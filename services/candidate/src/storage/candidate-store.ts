import { CANDIDATE_TOPIC } from '@hiregraph/contracts';
import { type AggregateDefinition, declareQuery, type Filter, type Query, type Storage } from '@hiregraph/storage';
import type { BriefCandidate, CandidateCriteria, CandidateSort, CandidateStore } from '../application/stores.ts';
import type { IndexedCandidate } from '../domain/candidate-lookup.ts';

export const candidateDefinition: AggregateDefinition = {
  name: 'candidate',
  collection: 'candidates',
  topic: CANDIDATE_TOPIC,
  service: 'candidate',
  indexes: [
    { name: 'oneByEmail', keys: [['state.emailKeys', 1]], unique: true, partial: { 'state.hasEmail': true } },
    ...sortedIndexes('byToken', 'state.nameTokens'),
    ...sortedIndexes('byTag', 'state.tagKeys'),
    ...sortedIndexes('byJob', 'state.consideredFor'),
    ...sortedIndexes('byChannel', 'state.channelKey'),
    ...sortedIndexes('all', 'state.hasEmail'),
  ],
};

type Lead = 'byToken' | 'byTag' | 'byJob' | 'byChannel' | 'all';

function sortedIndexes(name: Lead, path: string): AggregateDefinition['indexes'] {
  return [
    {
      name: `${name}Created`,
      keys: [
        [path, 1],
        ['createdAt', 1],
      ],
    },
    {
      name: `${name}Updated`,
      keys: [
        [path, 1],
        ['updatedAt', 1],
      ],
    },
  ];
}

/** The criterion that narrows a list most; its index serves the list, the other criteria are tested on what it finds. */
function leadOf(criteria: CandidateCriteria): Lead {
  if (criteria.tokens !== undefined && criteria.tokens.length > 0) return 'byToken';
  if (criteria.jobIds !== undefined) return 'byJob';
  if (criteria.tagKey !== undefined) return 'byTag';
  if (criteria.channelKey !== undefined) return 'byChannel';
  return 'all';
}

function filterOf(criteria: CandidateCriteria): Filter {
  const [firstToken, ...tokens] = criteria.tokens ?? [];
  const more = tokens.map((token): Filter => ({ 'state.nameTokens': token }));
  return {
    // The index of the whole list begins with this field, so that it has an equality to stand on.
    'state.hasEmail': leadOf(criteria) === 'all' ? { $in: [true, false] } : undefined,
    'state.nameTokens': firstToken,
    'state.tagKeys': criteria.tagKey,
    'state.channelKey': criteria.channelKey,
    'state.consideredFor': { $in: criteria.jobIds },
    updatedAt: { $gt: criteria.updatedAfter },
    $and: more.length === 0 ? undefined : more,
  };
}

function listQuery(lead: Lead, sort: CandidateSort): Query<CandidateCriteria> {
  const direction = sort.endsWith('DESC') ? -1 : 1;
  const byUpdate = sort.startsWith('UPDATED_AT');
  return declareQuery<CandidateCriteria>({
    name: `candidates:${lead}:${sort}`,
    index: `${lead}${byUpdate ? 'Updated' : 'Created'}`,
    filter: filterOf,
    sort: [[byUpdate ? 'updatedAt' : 'createdAt', direction]],
  });
}

const LEADS: readonly Lead[] = ['byToken', 'byTag', 'byJob', 'byChannel', 'all'];
const SORTS: readonly CandidateSort[] = ['UPDATED_AT_DESC', 'UPDATED_AT_ASC', 'CREATED_AT_DESC', 'CREATED_AT_ASC'];

/** Every list of candidates that there is, by what leads it and how it is sorted. */
export const candidateLists: ReadonlyMap<string, Query<CandidateCriteria>> = new Map(
  LEADS.flatMap((lead) => SORTS.map((sort) => [`${lead}:${sort}`, listQuery(lead, sort)] as const)),
);

export const candidateByEmail = declareQuery<string>({
  name: 'candidateByEmail',
  index: 'oneByEmail',
  filter: (emailKey) => ({ 'state.emailKeys': emailKey, 'state.hasEmail': true }),
});

function pick(criteria: CandidateCriteria, sort: CandidateSort): Query<CandidateCriteria> {
  const query = candidateLists.get(`${leadOf(criteria)}:${sort}`);
  if (query === undefined) throw new RangeError(`No list of candidates is sorted by ${sort}.`);
  return query;
}

export function openCandidateStore(storage: Storage): CandidateStore {
  const store = storage.aggregates<IndexedCandidate>(candidateDefinition);
  const brief = store.without<BriefCandidate['state']>(['resume']);
  return {
    ...store,
    findByEmail: async (tenantId, emailKey, defer) =>
      (await store.list(tenantId, candidateByEmail, emailKey, defer))[0] ?? null,
    loadBriefly: (tenantId, ids) => brief.loadMany(tenantId, ids),
    page: (tenantId, criteria, sort, request) => brief.page(tenantId, pick(criteria, sort), criteria, request),
    count: (tenantId, criteria) => store.count(tenantId, pick(criteria, 'UPDATED_AT_DESC'), criteria),
  };
}
