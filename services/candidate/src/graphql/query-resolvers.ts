import { assertCanEver, maySee, QUERY_RULES } from '../application/access-rules.ts';
import { freshStandings } from '../application/authorise.ts';
import { applicationList } from './application-list.ts';
import { candidateList } from './candidate-list.ts';
import type { QueryResolvers } from './generated/resolver-types.ts';
import { seenCandidate } from './seen.ts';

export const queryResolvers: QueryResolvers = {
  candidate: async (_parent, { id }, context) => {
    assertCanEver(context.caller, QUERY_RULES.candidate, 'candidate');
    return await seenCandidate(context, await context.loaders.candidate.load(id));
  },
  candidates: (_parent, args, context) => {
    assertCanEver(context.caller, QUERY_RULES.candidates, 'candidates');
    return candidateList(context, args);
  },
  application: async (_parent, { id }, context) => {
    assertCanEver(context.caller, QUERY_RULES.application, 'application');
    const stored = await context.loaders.application.load(id);
    if (stored === null) return null;
    const standings = await freshStandings(context.useCase, stored, maySee);
    return maySee(standings) ? { stored, standings } : null;
  },
  applications: (_parent, args, context) => {
    assertCanEver(context.caller, QUERY_RULES.applications, 'applications');
    return applicationList(context, { field: 'Query.applications', parentId: null, criteria: {} }, args);
  },
  myApplications: (_parent, args, context) => {
    const { caller } = context;
    assertCanEver(caller, QUERY_RULES.myApplications, 'myApplications');
    const candidateId = caller.kind === 'candidate' ? caller.candidateId : '';
    return applicationList(context, { field: 'Query.myApplications', parentId: null, criteria: { candidateId } }, args);
  },
  applicationFacts: async (_parent, { id }, { caller, loaders }) => {
    if (caller.kind !== 'service') return null;
    const stored = await loaders.application.load(id);
    if (stored === null) return null;
    const { state, lastSequence, lastOccurredAt, createdAt } = stored;
    return {
      id: stored.id,
      lastSequence,
      occurredAt: lastOccurredAt ?? createdAt,
      jobId: state.jobId,
      candidateId: state.candidateId,
      status: state.status,
      stageId: state.stage.id,
      hireAttempt: state.hire === null || state.hire.status === 'REFUSED' ? null : state.hire.attempt,
    };
  },
};
