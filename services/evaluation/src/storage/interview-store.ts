import { INTERVIEW_TOPIC } from '@hiregraph/contracts';
import { type AggregateDefinition, declareQuery, type Filter, type Query, type Storage } from '@hiregraph/storage';
import type { AgendaFilter, InterviewStore } from '../application/stores.ts';
import type { InterviewState } from '../domain/interview.ts';

export const interviewDefinition: AggregateDefinition = {
  name: 'interview',
  collection: 'interviews',
  topic: INTERVIEW_TOPIC,
  service: 'evaluation',
  indexes: [
    { name: 'byApplication', keys: [['state.applicationId', 1]] },
    {
      name: 'byApplicationAgenda',
      keys: [
        ['state.applicationId', 1],
        ['state.agenda', 1],
      ],
    },
    {
      name: 'byInterviewer',
      keys: [
        ['state.interviewerIds', 1],
        ['state.agenda', 1],
      ],
    },
    {
      name: 'byJob',
      keys: [
        ['state.jobId', 1],
        ['state.agenda', 1],
      ],
    },
    { name: 'byAgenda', keys: [['state.agenda', 1]] },
    {
      name: 'byStatusAndEnd',
      keys: [
        ['state.status', 1],
        ['state.slot.end', 1],
      ],
    },
  ],
};

/**
 * All interviews of one application, in the order of their planning. Planning stops at 100; the cap leaves room for
 * plans that passed that check together, since a list cut short would let a debt go unseen.
 */
export const interviewsOfApplication = declareQuery<string>({
  name: 'interviewsOfApplication',
  index: 'byApplication',
  filter: (applicationId) => ({ 'state.applicationId': applicationId }),
  sort: [['_id', 1]],
  cap: 200,
});

/** Interviews that are still to schedule have the agenda ''. */
function agendaRange({ from, to, timed }: AgendaFilter): Filter | undefined {
  const lower = from !== undefined ? { $gte: from } : to !== undefined || timed === true ? { $gt: '' } : {};
  const range = { ...lower, ...(to === undefined ? {} : { $lt: to }) };
  return Object.keys(range).length === 0 ? undefined : range;
}

function narrowed(filter: AgendaFilter): Filter {
  const { hiddenJobIds = [], within } = filter;
  const hidden = hiddenJobIds.length === 0 ? [] : [{ 'state.jobId': { $nin: hiddenJobIds } }];
  const scope = within
    ? [{ $or: [{ 'state.jobId': { $in: within.jobIds } }, { 'state.interviewerIds': within.interviewerId }] }]
    : [];
  const parts = [...hidden, ...scope];
  return {
    'state.agenda': agendaRange(filter),
    'state.status': filter.status,
    ...(parts.length === 0 ? {} : { $and: parts }),
  };
}

const BY_AGENDA = [['state.agenda', 1]] as const;

export const interviewsByInterviewer = declareQuery<AgendaFilter>({
  name: 'interviewsByInterviewer',
  index: 'byInterviewer',
  filter: (filter) => ({
    'state.interviewerIds': filter.interviewerId,
    'state.jobId': filter.jobId,
    ...narrowed(filter),
  }),
  sort: BY_AGENDA,
});

export const interviewsByJob = declareQuery<AgendaFilter>({
  name: 'interviewsByJob',
  index: 'byJob',
  filter: (filter) => ({ 'state.jobId': filter.jobId, ...narrowed(filter) }),
  sort: BY_AGENDA,
});

export const interviewsByAgenda = declareQuery<AgendaFilter>({
  name: 'interviewsByAgenda',
  index: 'byAgenda',
  filter: narrowed,
  sort: BY_AGENDA,
});

export const interviewsOfApplications = declareQuery<AgendaFilter>({
  name: 'interviewsOfApplications',
  index: 'byApplicationAgenda',
  filter: (filter) => ({ 'state.applicationId': { $in: filter.applicationIds }, ...narrowed(filter) }),
  sort: BY_AGENDA,
});

/** The query whose index narrows most. */
function queryFor(filter: AgendaFilter): Query<AgendaFilter> {
  if (filter.applicationIds !== undefined) return interviewsOfApplications;
  if (filter.interviewerId !== undefined) return interviewsByInterviewer;
  return filter.jobId === undefined ? interviewsByAgenda : interviewsByJob;
}

/** Scheduled interviews whose end has passed, the longest over first. */
export const endedInterviews = declareQuery<{ readonly by: string }>({
  name: 'endedInterviews',
  index: 'byStatusAndEnd',
  filter: ({ by }) => ({ 'state.status': 'SCHEDULED', 'state.slot.end': { $lte: by } }),
  sort: [['state.slot.end', 1]],
});

export function openInterviewStore(storage: Storage): InterviewStore {
  const store = storage.aggregates<InterviewState>(interviewDefinition);
  return {
    ...store,
    ofApplications: (tenantId, ids) => store.listEach(tenantId, interviewsOfApplication, ids),
    page: (tenantId, filter, request) => store.page(tenantId, queryFor(filter), filter, request),
    count: (tenantId, filter) => store.count(tenantId, queryFor(filter), filter),
    positionOf: (interview) => store.positionOf(interviewsByAgenda, interview),
    ended: async (tenantId, by) =>
      (await store.page(tenantId, endedInterviews, { by }, { first: 100, after: null })).items,
  };
}
