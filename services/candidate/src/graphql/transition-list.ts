import { type Connection, type ConnectionArguments, createConnection, pageSize } from '@hiregraph/kernel';
import { stageTransitions } from '../application/stage-transitions.ts';
import type { CandidateContext } from './context.ts';
import { once } from './once.ts';
import type { ApplicationNode, TransitionNode, TransitionPage } from './nodes.ts';

/** An application's history, the oldest first. The histories of many applications are read at once. */
export function transitionList(
  { caller, cursors, loaders }: CandidateContext,
  { stored, standings }: ApplicationNode,
  { first, after }: ConnectionArguments,
): TransitionPage {
  if (caller.kind === 'anonymous') throw new RangeError('Histories are for callers with a token.');
  const size = pageSize(first);
  const field = `Application.transitions:${stored.id}`;
  const scope = { tenantId: caller.tenantId, field, filter: null, sort: null };
  const [begin] = after ? cursors.decode(scope, after, ['after']) : [0];
  const transitions = once(async () => stageTransitions(await loaders.history.load(stored.id)));
  const load = async (): Promise<Connection<TransitionNode>> => {
    const rest = (await transitions()).filter(({ sequence }) => sequence > Number(begin));
    const items = rest.slice(0, size).map((transition): TransitionNode => ({ transition, standings }));
    return createConnection(
      { items, hasNextPage: rest.length > size },
      ({ transition }) => cursors.encode(scope, [transition.sequence]),
      after,
    );
  };
  return { page: once(load), count: async () => (await transitions()).length };
}
