import { BadUserInputError, type Connection, createConnection, pageSize } from '@hiregraph/kernel';
import { assertCanFilter, type FilterName } from '../application/access-rules.ts';
import {
  type ApplicationCriteria,
  type ApplicationSort,
  positionIn,
  type BriefApplication,
} from '../application/stores.ts';
import { channelKeyOf } from '../domain/source.ts';
import type { CandidateContext } from './context.ts';
import { once } from './once.ts';
import type { ApplicationFilter } from './generated/resolver-types.ts';
import type { ApplicationNode, ApplicationPage } from './nodes.ts';
import { standingsOnApplication } from '../application/caller-scope.ts';

export interface ListArguments {
  readonly filter?: ApplicationFilter | null | undefined;
  readonly sort?: ApplicationSort | null | undefined;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** Whose list it is: the field for its cursors, and what narrows it before any filter does. */
export interface ListOwner {
  readonly field: string;
  /** The parent's id, where there is one: a cursor of one parent is no good under another. */
  readonly parentId: string | null;
  readonly criteria: ApplicationCriteria;
}

/** The applications that the caller may see; a page is read together with the same page under other parents. */
export function applicationList(
  context: CandidateContext,
  owner: ListOwner,
  { filter, sort, first, after }: ListArguments,
): ApplicationPage {
  const { caller, cursors, loaders, useCase } = context;
  if (caller.kind === 'anonymous') throw new RangeError('Lists of applications are for callers with a token.');
  const order = sort ?? 'APPLIED_AT_DESC';
  const scope = {
    tenantId: caller.tenantId,
    field: owner.parentId === null ? owner.field : `${owner.field}:${owner.parentId}`,
    filter: filter ?? null,
    sort: order,
  };
  const criteria = narrowed(owner.criteria, filterCriteria(context, filter));
  const size = pageSize(first);
  const position = after ? cursors.decode(scope, after, ['after']) : null;
  const load = async (): Promise<Connection<ApplicationNode>> => {
    const page = await loaders.page.load({ field: owner.field, criteria, sort: order, first: size, after: position });
    const sight = await useCase.scope.sight(page.items.map(({ state }) => state.jobId));
    const nodeOf = (stored: BriefApplication): ApplicationNode => ({
      stored,
      standings: standingsOnApplication(sight, stored.id, stored.state),
    });
    return createConnection(
      { items: page.items.map(nodeOf), hasNextPage: page.hasNextPage },
      ({ stored }) => cursors.encode(scope, positionIn(order, stored)),
      after,
    );
  };
  return { page: once(load), count: async () => await loaders.count.load({ field: owner.field, criteria }) };
}

const FILTERS = ['jobId', 'stageId', 'status', 'source', 'appliedAfter', 'updatedAfter'] as const;

function filterCriteria(
  { caller }: CandidateContext,
  filter: ApplicationFilter | null | undefined,
): ApplicationCriteria {
  if (!filter) return {};
  for (const name of FILTERS) {
    if (filter[name] !== undefined && filter[name] !== null) {
      assertCanFilter(caller, `ApplicationFilter.${name}` satisfies FilterName);
    }
  }
  const { jobId, stageId, status, source, appliedAfter, updatedAfter } = filter;
  return {
    ...(jobId ? { jobIds: [jobId] } : {}),
    ...(stageId ? { stageId } : {}),
    ...(status ? { status } : {}),
    ...(source ? { channel: channelKeyOf(source) } : {}),
    ...(appliedAfter ? { appliedAfter } : {}),
    ...(updatedAfter ? { updatedAfter } : {}),
  };
}

/** What both ask for. Where parent and filter name different jobs or stages, that is nothing, and surely a mistake. */
function narrowed(owner: ApplicationCriteria, filter: ApplicationCriteria): ApplicationCriteria {
  if (owner.stageId !== undefined && filter.stageId !== undefined && owner.stageId !== filter.stageId) {
    throw new BadUserInputError('The filter names another stage than the one whose applications these are.', [
      'filter',
      'stageId',
    ]);
  }
  const [ownJob] = owner.jobIds ?? [];
  const [askedJob] = filter.jobIds ?? [];
  if (ownJob !== undefined && askedJob !== undefined && ownJob !== askedJob) {
    throw new BadUserInputError('The filter names another job than the one whose applications these are.', [
      'filter',
      'jobId',
    ]);
  }
  return { ...filter, ...owner };
}
