import type { Page } from '@hiregraph/kernel';
import type { PageRequest } from '@hiregraph/storage';
import { type Sight, seesAll, teamJobIds } from './caller-scope.ts';
import { mergedPage } from './merged-page.ts';
import { type ApplicationCriteria, type ApplicationSort, positionIn, type StoredApplication } from './stores.ts';
import { tenantOf, type UseCase } from './use-case.ts';

/** What of a list a caller may see: what the store is asked for, and what is in memory because they interview for it. */
interface VisiblePart {
  readonly stored: ApplicationCriteria | null;
  readonly loaded: readonly StoredApplication[];
}

const NOTHING: VisiblePart = { stored: null, loaded: [] };
const EMPTY_PAGE: Page<StoredApplication> = { items: [], hasNextPage: false };

/** Whether an application is in a list. The same conditions as the store's. */
export function isInList({ state, updatedAt }: StoredApplication, criteria: ApplicationCriteria): boolean {
  const { candidateId, jobIds, hiddenJobIds, stageId, status, channel, appliedAfter, updatedAfter } = criteria;
  return (
    (candidateId === undefined || state.candidateId === candidateId) &&
    (jobIds === undefined || jobIds.includes(state.jobId)) &&
    !hiddenJobIds?.includes(state.jobId) &&
    (stageId === undefined || state.stage.id === stageId) &&
    (status === undefined || state.status === status) &&
    (channel === undefined || state.source.channel === channel) &&
    (appliedAfter === undefined || state.appliedAt > appliedAfter) &&
    (updatedAfter === undefined || updatedAt > updatedAfter)
  );
}

function visiblePart(sight: Sight, criteria: ApplicationCriteria): VisiblePart {
  const { caller } = sight;
  if (caller.kind === 'candidate') {
    return criteria.candidateId === caller.candidateId ? { stored: criteria, loaded: [] } : NOTHING;
  }
  if (caller.kind !== 'user') return NOTHING;
  if (seesAll(sight)) return { stored: withoutHidden(sight, criteria), loaded: [] };
  const team = teamJobIds(sight);
  const jobIds = criteria.jobIds === undefined ? team : criteria.jobIds.filter((id) => team.includes(id));
  const loaded = [...sight.interviewed.values()].filter(
    (application) => isInList(application, criteria) && !jobIds.includes(application.state.jobId),
  );
  return { stored: jobIds.length === 0 ? null : { ...criteria, jobIds }, loaded };
}

function withoutHidden({ hiddenJobIds }: Sight, criteria: ApplicationCriteria): ApplicationCriteria | null {
  if (criteria.jobIds === undefined) return { ...criteria, hiddenJobIds: [...hiddenJobIds] };
  const jobIds = criteria.jobIds.filter((id) => !hiddenJobIds.has(id));
  return jobIds.length === 0 ? null : { ...criteria, jobIds };
}

function isAsked(criteria: ApplicationCriteria | null): criteria is ApplicationCriteria {
  return criteria !== null;
}

/**
 * The same page of many lists in one store query, each without what the caller may not see.
 * @param lists differ in values only, not in what is given
 */
export async function pagesOfApplications(
  useCase: UseCase,
  lists: readonly ApplicationCriteria[],
  sort: ApplicationSort,
  request: PageRequest,
): Promise<readonly Page<StoredApplication>[]> {
  const sight = await useCase.scope.sight();
  const parts = lists.map((criteria) => visiblePart(sight, criteria));
  const asked = parts.map(({ stored }) => stored).filter(isAsked);
  const found =
    asked.length === 0
      ? []
      : await useCase.stores.applications.pageEach(tenantOf(useCase.caller), asked, sort, request);
  const pages = found[Symbol.iterator]();
  const order = {
    positionOf: (item: StoredApplication) => positionIn(sort, item),
    descending: sort.endsWith('DESC'),
  };
  return parts.map(({ stored, loaded }) => {
    const page = stored === null ? EMPTY_PAGE : (pages.next().value ?? EMPTY_PAGE);
    return mergedPage(page, loaded, order, request);
  });
}

/** How long each list is for the caller; one store query. @param lists differ in values only, not in what is given */
export async function countsOfApplications(
  useCase: UseCase,
  lists: readonly ApplicationCriteria[],
): Promise<readonly number[]> {
  const sight = await useCase.scope.sight();
  const parts = lists.map((criteria) => visiblePart(sight, criteria));
  const asked = parts.map(({ stored }) => stored).filter(isAsked);
  const found = asked.length === 0 ? [] : await useCase.stores.applications.countEach(tenantOf(useCase.caller), asked);
  const counts = found[Symbol.iterator]();
  return parts.map(({ stored, loaded }) => (stored === null ? 0 : (counts.next().value ?? 0)) + loaded.length);
}
