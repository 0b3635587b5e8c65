import type { Page } from '@hiregraph/kernel';
import type { PageRequest } from '@hiregraph/storage';
import { seesAll, standingsOnCandidate, teamJobIds, type WholeSight } from './caller-scope.ts';
import { maySee } from './access-rules.ts';
import { mergedPage } from './merged-page.ts';
import { type CandidateCriteria, type CandidateSort, positionIn, type BriefCandidate } from './stores.ts';
import { tenantOf, type UseCase } from './use-case.ts';

/** What is asked for, before it is narrowed to what the caller may see. */
export interface CandidateList extends Omit<CandidateCriteria, 'jobIds'> {
  readonly jobId?: string | undefined;
  readonly emailKey?: string | undefined;
}

interface VisiblePart {
  readonly stored: CandidateCriteria | null;
  readonly loaded: readonly BriefCandidate[];
}

const EMPTY_PAGE: Page<BriefCandidate> = { items: [], hasNextPage: false };

/** Whether a candidate is in a list, its job aside. The same conditions as the store's. */
function isInList({ state, updatedAt }: BriefCandidate, list: CandidateList): boolean {
  const { emailKey, tokens, tagKey, channelKey, updatedAfter } = list;
  return (
    (emailKey === undefined || state.emailKeys.includes(emailKey)) &&
    (tokens ?? []).every((token) => state.nameTokens.includes(token)) &&
    (tagKey === undefined || state.tagKeys.includes(tagKey)) &&
    (channelKey === undefined || state.channelKey === channelKey) &&
    (updatedAfter === undefined || updatedAt > updatedAfter)
  );
}

async function visiblePart(useCase: UseCase, list: CandidateList): Promise<VisiblePart> {
  const sight = await useCase.scope.whole();
  const { jobId, emailKey, ...criteria } = list;
  if (emailKey !== undefined) return { stored: null, loaded: await whoHas(useCase, sight, emailKey, list) };
  if (seesAll(sight)) {
    if (jobId !== undefined && sight.hiddenJobIds.has(jobId)) return { stored: null, loaded: [] };
    return { stored: jobId === undefined ? criteria : { ...criteria, jobIds: [jobId] }, loaded: [] };
  }
  const team = teamJobIds(sight);
  // That somebody is considered for a job is told to those alone who see it there.
  const jobIds = jobId === undefined ? team : team.filter((id) => id === jobId);
  const interviewed = [...sight.interviewed.values()].filter(
    ({ state }) => jobId === undefined || state.jobId === jobId,
  );
  const found = await useCase.stores.candidates.loadBriefly(
    tenantOf(useCase.caller),
    interviewed.map(({ state }) => state.candidateId),
  );
  const loaded = [...found.values()].filter(
    (candidate) => isInList(candidate, list) && !candidate.state.consideredFor.some((id) => jobIds.includes(id)),
  );
  return { stored: jobIds.length === 0 ? null : { ...criteria, jobIds }, loaded };
}

/** An email address belongs to one candidate at most: looked up, and shown where the rest of the list's terms hold. */
async function whoHas(
  useCase: UseCase,
  sight: WholeSight,
  emailKey: string,
  list: CandidateList,
): Promise<readonly BriefCandidate[]> {
  const found = await useCase.stores.candidates.findByEmail(tenantOf(useCase.caller), emailKey);
  if (found === null || !isInList(found, list)) return [];
  if (!maySee(standingsOnCandidate(sight, found.id, found.state))) return [];
  return list.jobId === undefined || isSeenThere(sight, found, list.jobId) ? [found] : [];
}

function isSeenThere(sight: WholeSight, { id, state }: BriefCandidate, jobId: string): boolean {
  const considered = state.consideredFor.includes(jobId);
  if (seesAll(sight)) return considered && !sight.hiddenJobIds.has(jobId);
  if (teamJobIds(sight).includes(jobId)) return considered;
  return [...sight.interviewed.values()].some((one) => one.state.candidateId === id && one.state.jobId === jobId);
}

/** One page of the candidates that the caller may see. */
export async function pageOfCandidates(
  useCase: UseCase,
  list: CandidateList,
  sort: CandidateSort,
  request: PageRequest,
): Promise<Page<BriefCandidate>> {
  const { stored, loaded } = await visiblePart(useCase, list);
  const { candidates } = useCase.stores;
  const page = stored === null ? EMPTY_PAGE : await candidates.page(tenantOf(useCase.caller), stored, sort, request);
  const order = { positionOf: (item: BriefCandidate) => positionIn(sort, item), descending: sort.endsWith('DESC') };
  return mergedPage(page, loaded, order, request);
}

export async function countOfCandidates(useCase: UseCase, list: CandidateList): Promise<number> {
  const { stored, loaded } = await visiblePart(useCase, list);
  const count = stored === null ? 0 : await useCase.stores.candidates.count(tenantOf(useCase.caller), stored);
  return count + loaded.length;
}
