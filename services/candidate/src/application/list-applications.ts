import type { Page } from '@hiregraph/kernel';
import type { PageRequest } from '@hiregraph/storage';
import { type Sight, seesAll, seesByTeam, teamJobIds, type WholeSight } from './caller-scope.ts';
import { mergedPage } from './merged-page.ts';
import { type ApplicationCriteria, type ApplicationSort, positionIn, type BriefApplication } from './stores.ts';
import { tenantOf, type UseCase } from './use-case.ts';

/** What of a list a caller may see: what the store is asked for, and what is in memory because they interview for it. */
interface VisiblePart {
  readonly stored: ApplicationCriteria | null;
  readonly loaded: readonly BriefApplication[];
}

const NOTHING: VisiblePart = { stored: null, loaded: [] };
const EMPTY_PAGE: Page<BriefApplication> = { items: [], hasNextPage: false };

/** Whether an application is in a list. The same conditions as the store's. */
export function isInList({ state, updatedAt }: BriefApplication, criteria: ApplicationCriteria): boolean {
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

/** What the caller may see of each of these lists. Sight of the jobs that they name is enough, where all do. */
async function visibility(
  { scope }: UseCase,
  lists: readonly ApplicationCriteria[],
): Promise<(criteria: ApplicationCriteria) => VisiblePart> {
  if (lists.every(({ jobIds }) => jobIds !== undefined)) {
    const sight = await scope.sight([...new Set(lists.flatMap(({ jobIds }) => jobIds ?? []))]);
    return (criteria) => visiblePart(sight, criteria, ofNamedJobs(sight, criteria.jobIds ?? []));
  }
  const whole = await scope.whole();
  return (criteria) =>
    visiblePart(
      whole,
      criteria,
      criteria.jobIds === undefined ? ofAllJobs(whole) : ofNamedJobs(whole, criteria.jobIds),
    );
}

/** Which jobs' applications the caller sees for their role or team. */
type JobTerms = Pick<ApplicationCriteria, 'jobIds' | 'hiddenJobIds'>;

function ofNamedJobs(sight: Sight, jobIds: readonly string[]): JobTerms {
  return { jobIds: jobIds.filter((id) => (seesAll(sight) ? !sight.hides(id) : seesByTeam(sight, id))) };
}

function ofAllJobs(whole: WholeSight): JobTerms {
  return seesAll(whole) ? { hiddenJobIds: [...whole.hiddenJobIds] } : { jobIds: teamJobIds(whole) };
}

function visiblePart(sight: Sight, criteria: ApplicationCriteria, terms: JobTerms): VisiblePart {
  const { caller } = sight;
  if (caller.kind === 'candidate') {
    return criteria.candidateId === caller.candidateId ? { stored: criteria, loaded: [] } : NOTHING;
  }
  if (caller.kind !== 'user') return NOTHING;
  const stored = terms.jobIds?.length === 0 ? null : { ...criteria, ...terms };
  if (seesAll(sight)) return { stored, loaded: [] };
  const loaded = [...sight.interviewed.values()].filter(
    (application) => isInList(application, criteria) && !terms.jobIds?.includes(application.state.jobId),
  );
  return { stored, loaded };
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
): Promise<readonly Page<BriefApplication>[]> {
  const parts = lists.map(await visibility(useCase, lists));
  const asked = parts.map(({ stored }) => stored).filter(isAsked);
  const found =
    asked.length === 0
      ? []
      : await useCase.stores.applications.pageEach(tenantOf(useCase.caller), asked, sort, request);
  const pages = found[Symbol.iterator]();
  const order = {
    positionOf: (item: BriefApplication) => positionIn(sort, item),
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
  const parts = lists.map(await visibility(useCase, lists));
  const asked = parts.map(({ stored }) => stored).filter(isAsked);
  const found = asked.length === 0 ? [] : await useCase.stores.applications.countEach(tenantOf(useCase.caller), asked);
  const counts = found[Symbol.iterator]();
  return parts.map(({ stored, loaded }) => (stored === null ? 0 : (counts.next().value ?? 0)) + loaded.length);
}
