import { assertRoleMay } from '../application/access-rules.ts';
import { tenantOf } from '../application/asking.ts';
import { findInterview } from '../application/interview-access.ts';
import { factsOccurredAt, findInterviewFacts } from '../application/interview-facts.ts';
import {
  type InterviewSelection,
  listInterviews,
  listOwedScorecards,
  listOwnInterviews,
  maySeeListed,
} from '../application/list-interviews.ts';
import { findScorecard } from '../application/shown-feedback.ts';
import type { InterviewFactsResolvers, InterviewFilter, QueryResolvers } from './generated/resolver-types.ts';
import { createListParent } from './list-parent.ts';

/** A filter's value that is null is one that was not given. */
function selectionOf(filter: InterviewFilter | null | undefined): InterviewSelection {
  return {
    interviewerId: filter?.interviewerId ?? undefined,
    jobId: filter?.jobId ?? undefined,
    from: filter?.from ?? undefined,
    to: filter?.to ?? undefined,
    status: filter?.status ?? undefined,
  };
}

export const queryResolvers: QueryResolvers = {
  interview: (_root, { id }, { caller, request }) => {
    assertRoleMay(caller, 'Query.interview');
    return findInterview(request.reads, id);
  },
  interviews: (_root, { filter, ...page }, { caller, cursors, evaluation, request }) => {
    const selection = selectionOf(filter);
    const listing = listInterviews(evaluation, request, selection);
    const scope = { tenantId: tenantOf(caller), field: 'Query.interviews', filter: selection, sort: null };
    return { ...createListParent(listing, page, cursors, scope), maySeeNodes: maySeeListed(request) };
  },
  myInterviews: (_root, { filter, ...page }, { caller, cursors, evaluation, request }) => {
    const { from, to, status } = selectionOf(filter);
    const selection = { from, to, status };
    const listing = listOwnInterviews(evaluation, request, selection);
    const scope = { tenantId: tenantOf(caller), field: 'Query.myInterviews', filter: selection, sort: null };
    return { ...createListParent(listing, page, cursors, scope), maySeeNodes: true };
  },
  myOwedScorecards: (_root, page, { caller, cursors, evaluation, request }) => {
    const listing = listOwedScorecards(evaluation, request);
    const scope = { tenantId: tenantOf(caller), field: 'Query.myOwedScorecards', filter: null, sort: null };
    return createListParent(listing, page, cursors, scope);
  },
  scorecard: (_root, { id }, { caller, request }) => {
    assertRoleMay(caller, 'Query.scorecard');
    return findScorecard(request.reads, request.shown, id);
  },
  interviewFacts: (_root, { id }, { request }) => findInterviewFacts(request, id),
};

export const interviewFactsResolvers: InterviewFactsResolvers = {
  occurredAt: factsOccurredAt,
  applicationId: ({ state }) => state.applicationId,
  interviewerIds: ({ state }) => [...state.interviewerIds],
  status: ({ state }) => state.status,
};
