import { assertMaySee, type Guarded, permits } from '../application/access-rules.ts';
import { findApplication } from '../application/application-access.ts';
import { findInterview, type SeenInterview } from '../application/interview-access.ts';
import type { RequestReads } from '../application/request-reads.ts';
import type { InterviewStatus } from '../domain/interview.ts';
import type {
  InterviewResolvers,
  OwedFeedbackResolvers,
  InterviewRevisionResolvers,
} from './generated/resolver-types.ts';
import type { ReferenceParent } from './parents.ts';

/** @throws ForbiddenError for a field that is not the caller's, of an interview that is */
function guard({ standings }: SeenInterview, field: Guarded & `Interview.${string}`): void {
  assertMaySee(field, standings);
}

/** For a candidate it is over when it is over: whether somebody still owes a scorecard is none of their business. */
function statusFor({ interview, standings }: SeenInterview): InterviewStatus {
  const { status } = interview.state;
  return status === 'AWAITING_FEEDBACK' && !permits('Interview.stage', standings) ? 'COMPLETE' : status;
}

/**
 * The application of something that the caller may see. Who sees what belongs to its job may know of the application,
 * unless it went on for another one.
 */
export async function applicationReference(
  reads: RequestReads,
  applicationId: string,
  jobId: string,
): Promise<ReferenceParent | null> {
  const application = await reads.application(applicationId);
  if (application === null) return null;
  if (application.state.jobId === jobId) return { id: applicationId };
  return (await findApplication(reads, applicationId)) === null ? null : { id: applicationId };
}

export const interviewResolvers: InterviewResolvers = {
  __resolveReference: ({ id }, { request }) => findInterview(request.reads, id),
  id: ({ interview }) => interview.id,
  application: ({ interview: { state } }, _arguments, { request }) =>
    applicationReference(request.reads, state.applicationId, state.jobId),
  stage: (seen) => {
    guard(seen, 'Interview.stage');
    const { stageId } = seen.interview.state;
    return stageId === null ? null : { id: stageId };
  },
  kit: async (seen, _arguments, { request }) => {
    guard(seen, 'Interview.kit');
    const { kitId } = seen.interview.state;
    return kitId === null ? null : await request.reads.kit(kitId);
  },
  interviewers: (seen) => {
    guard(seen, 'Interview.interviewers');
    return seen.interview.state.interviewerIds.map((id) => ({ id }));
  },
  start: ({ interview }) => interview.state.slot?.start ?? null,
  end: ({ interview }) => interview.state.slot?.end ?? null,
  timeZone: ({ interview }) => interview.state.slot?.timeZone ?? null,
  location: ({ interview }) => interview.state.slot?.location ?? null,
  status: statusFor,
  revision: (seen) => {
    guard(seen, 'Interview.revision');
    return seen.interview.state.revisions.length;
  },
  revisions: (seen) => {
    guard(seen, 'Interview.revisions');
    return [...seen.interview.state.revisions];
  },
  attention: (seen) => {
    guard(seen, 'Interview.attention');
    return seen.interview.state.attention;
  },
  version: ({ interview }) => interview.version,
  createdAt: ({ interview }) => interview.createdAt,
  updatedAt: ({ interview }) => interview.updatedAt,
};

export const interviewRevisionResolvers: InterviewRevisionResolvers = {
  by: ({ by }) => ({ id: by }),
};

export const owedFeedbackResolvers: OwedFeedbackResolvers = {
  user: ({ debt }) => ({ id: debt.userId }),
  interview: ({ interview }) => interview,
  since: ({ debt }) => debt.since,
};
