import type { CursorPosition, Instant, Page, UserCaller } from '@hiregraph/kernel';
import type { PageRequest } from '@hiregraph/storage';
import type { InterviewStatus } from '../domain/interview.ts';
import { isOnTeam } from '../domain/known-facts.ts';
import { assertRoleMay, permits, possibleStandings } from './access-rules.ts';
import { tenantOf } from './asking.ts';
import type { Evaluation, EvaluationRequest } from './evaluation.ts';
import { type SeenInterview, seenInterview } from './interview-access.ts';
import type { AgendaFilter, StoredScorecard, Stores } from './stores.ts';

/** A list to be paged through: the page and the count are read when they are asked for. */
export interface Listing<Item> {
  page(request: PageRequest): Promise<Page<Item>>;
  count(): Promise<number>;
  positionOf(item: Item): CursorPosition;
}

export interface InterviewSelection {
  readonly interviewerId?: string | undefined;
  readonly jobId?: string | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly status?: InterviewStatus | undefined;
}

/** Confidential jobs whose team the user is not on: nothing of theirs may be listed or counted. */
async function hiddenJobIds(stores: Stores, { tenantId, userId, roles }: UserCaller): Promise<readonly string[]> {
  if (roles.includes('ADMIN')) return [];
  const confidential = await stores.jobs.confidential(tenantId);
  return confidential.filter(({ state }) => !isOnTeam(state, userId)).map(({ id }) => id);
}

/** The selection narrowed to what the user may know of, so that pages and counts are right without a look at each. */
async function readable(stores: Stores, caller: UserCaller, selection: InterviewSelection): Promise<AgendaFilter> {
  const { tenantId, userId, roles } = caller;
  const filter = { ...selection, hiddenJobIds: await hiddenJobIds(stores, caller) };
  const seesAll = roles.some((role) => role === 'ADMIN' || role === 'RECRUITER' || role === 'ANALYST');
  if (seesAll || selection.interviewerId === userId) return filter;
  const teams = roles.includes('HIRING_MANAGER') ? await stores.jobs.ofTeamUser(tenantId, userId) : [];
  const jobIds = teams
    .filter(({ state }) => state.hiringTeam.some((one) => one.userId === userId && one.role !== 'INTERVIEWER'))
    .map(({ id }) => id);
  if (jobIds.length === 0 && selection.interviewerId === undefined) return { ...filter, interviewerId: userId };
  return { ...filter, within: { jobIds, interviewerId: userId } };
}

function listingOf(
  { stores }: Evaluation,
  { asking, reads }: EvaluationRequest,
  filterOf: () => Promise<AgendaFilter | null>,
): Listing<SeenInterview> {
  const tenantId = tenantOf(asking.caller);
  let filter: Promise<AgendaFilter | null> | null = null;
  const once = (): Promise<AgendaFilter | null> => {
    filter ??= filterOf();
    return filter;
  };
  return {
    async page(request) {
      const known = await once();
      if (known === null) return { items: [], hasNextPage: false };
      const { items, hasNextPage } = await stores.interviews.page(tenantId, known, request);
      const seen = await Promise.all(items.map((interview) => seenInterview(reads, interview)));
      return { items: seen.filter((one) => one !== null), hasNextPage };
    },
    async count() {
      const known = await once();
      return known === null ? 0 : await stores.interviews.count(tenantId, known);
    },
    positionOf: ({ interview }) => stores.interviews.positionOf(interview),
  };
}

/** @throws UnauthenticatedError, ForbiddenError */
export function listInterviews(
  evaluation: Evaluation,
  request: EvaluationRequest,
  selection: InterviewSelection,
): Listing<SeenInterview> {
  const { caller } = request.asking;
  assertRoleMay(caller, 'Query.interviews');
  return listingOf(evaluation, request, async () =>
    caller.kind === 'user' ? await readable(evaluation.stores, caller, selection) : null,
  );
}

/** Whether the caller may see the interviews of a list, and not their number alone. */
export function maySeeListed({ asking }: EvaluationRequest): boolean {
  return permits('InterviewConnection.nodes', possibleStandings(asking.caller));
}

/** @throws UnauthenticatedError, ForbiddenError */
export function listOwnInterviews(
  evaluation: Evaluation,
  request: EvaluationRequest,
  selection: Omit<InterviewSelection, 'interviewerId' | 'jobId'>,
): Listing<SeenInterview> {
  const { caller } = request.asking;
  const { stores } = evaluation;
  assertRoleMay(caller, 'Query.myInterviews');
  return listingOf(evaluation, request, async () => {
    if (caller.kind === 'user') {
      return { ...selection, interviewerId: caller.userId, hiddenJobIds: await hiddenJobIds(stores, caller) };
    }
    if (caller.kind !== 'candidate') return null;
    const applications = await stores.applications.ofCandidate(caller.tenantId, caller.candidateId);
    if (applications.length === 0) return null;
    return { ...selection, applicationIds: applications.map(({ id }) => id), timed: true };
  });
}

/** @throws UnauthenticatedError, ForbiddenError */
export function listOwedScorecards({ stores }: Evaluation, { asking }: EvaluationRequest): Listing<StoredScorecard> {
  const { caller } = asking;
  assertRoleMay(caller, 'Query.myOwedScorecards');
  const tenantId = tenantOf(caller);
  const filterOf = async () =>
    caller.kind === 'user' ? { interviewerId: caller.userId, hiddenJobIds: await hiddenJobIds(stores, caller) } : null;
  return {
    async page(request) {
      const filter = await filterOf();
      if (filter === null) return { items: [], hasNextPage: false };
      return await stores.scorecards.pageOwed(tenantId, filter, request);
    },
    async count() {
      const filter = await filterOf();
      return filter === null ? 0 : await stores.scorecards.countOwed(tenantId, filter);
    },
    positionOf: (scorecard) => stores.scorecards.positionOf(scorecard),
  };
}
