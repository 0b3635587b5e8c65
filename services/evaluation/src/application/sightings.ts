import { type Clock, type IdGenerator, toInstant } from '@hiregraph/kernel';
import type { Asking } from './asking.ts';
import type { StoredScorecard, Stores } from './stores.ts';

/** Others' scorecards that a user is about to be shown. */
export interface Showing {
  readonly applicationId: string;
  readonly others: readonly StoredScorecard[];
  /** They owe, and are shown it as ADMIN. */
  readonly roundTheRule: boolean;
}

/**
 * Who has seen others' scorecards, written before they are shown: so a revision that somebody makes afterwards is known
 * to be one made after seeing others' scores, and an ADMIN's look round the blind rule is never without its record.
 */
export interface Sightings {
  /** Resolves when everything is on record; nothing may be shown before. Two store queries at most, then one write each. */
  record(asking: Asking, tenantId: string, userId: string, showings: readonly Showing[]): Promise<void>;
  hasSeenOthers(tenantId: string, userId: string, applicationId: string): Promise<boolean>;
}

/** How many sights a process remembers to have on record, so that reading again costs no query. */
const MOST_REMEMBERED = 50_000;

function sightId(userId: string, applicationId: string): string {
  return `${applicationId}:${userId}`;
}

export function createSightings(stores: Pick<Stores, 'sights' | 'looks'>, clock: Clock, newId: IdGenerator): Sightings {
  /** A set keeps its order of insertion: the oldest goes first. Sights are never taken back, so this never lies. */
  const remembered = new Set<string>();

  function remember(key: string): void {
    remembered.add(key);
    if (remembered.size <= MOST_REMEMBERED) return;
    const [oldest] = remembered;
    if (oldest !== undefined) remembered.delete(oldest);
  }

  async function recordSights(
    asking: Asking,
    tenantId: string,
    userId: string,
    applicationIds: readonly string[],
  ): Promise<void> {
    const unknown = applicationIds.filter((id) => !remembered.has(`${tenantId} ${sightId(userId, id)}`));
    if (unknown.length === 0) return;
    const known = await stores.sights.loadMany(
      tenantId,
      unknown.map((id) => sightId(userId, id)),
    );
    const firstSeenAt = toInstant(clock.now());
    await Promise.all(
      unknown
        .filter((id) => !known.has(sightId(userId, id)))
        .map((applicationId) => {
          const id = sightId(userId, applicationId);
          const command = { commandId: `sight:${id}`, trace: asking.trace };
          const state = { applicationId, userId, firstSeenAt };
          return stores.sights.create(tenantId, id, command, () => ({ state, events: [], visible: true }));
        }),
    );
    for (const id of unknown) remember(`${tenantId} ${sightId(userId, id)}`);
  }

  async function recordLook(asking: Asking, tenantId: string, userId: string, showing: Showing): Promise<void> {
    const id = newId('command');
    const state = {
      applicationId: showing.applicationId,
      userId,
      scorecardIds: showing.others.map((scorecard) => scorecard.id),
      at: toInstant(clock.now()),
      correlationId: asking.trace.correlationId,
    };
    await stores.looks.create(tenantId, id, { commandId: id, trace: asking.trace }, () => ({
      state,
      events: [],
      visible: true,
    }));
  }

  return {
    async record(asking, tenantId, userId, showings) {
      const shown = showings.filter(({ others }) => others.length > 0);
      const looks = shown.filter(({ roundTheRule }) => roundTheRule);
      await Promise.all([
        recordSights(
          asking,
          tenantId,
          userId,
          shown.map(({ applicationId }) => applicationId),
        ),
        ...looks.map((showing) => recordLook(asking, tenantId, userId, showing)),
      ]);
    },
    async hasSeenOthers(tenantId, userId, applicationId) {
      const id = sightId(userId, applicationId);
      return remembered.has(`${tenantId} ${id}`) || (await stores.sights.loadMany(tenantId, [id])).has(id);
    },
  };
}
