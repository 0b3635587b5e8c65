import type { DeadLetter, DeadLetterStore, ParkedKey, ParkedRef } from './dead-letter-store.ts';

/** Dead letters that are gone with the process. For tests and trials. */
export function createMemoryDeadLetters(): DeadLetterStore {
  const markers = new Map<string, ParkedKey>();
  const letters = new Map<string, DeadLetter>();
  let versions = 0;
  return {
    parkedAmong: async (refs) => new Set(refs.filter((ref) => markers.has(keyOf(ref))).map(({ key }) => key)),
    find: async (ref) => markers.get(keyOf(ref)) ?? null,
    mark: async ({ group, tenantId, key }, since, reason) => {
      const ref = { group, tenantId, key };
      // Versions are never used twice, also not after a marker went and came again.
      if (!markers.has(keyOf(ref))) markers.set(keyOf(ref), { ...ref, since, reason, version: ++versions });
    },
    touch: async (ref) => {
      const marker = markers.get(keyOf(ref));
      if (marker !== undefined) markers.set(keyOf(ref), { ...marker, version: ++versions });
      return marker !== undefined;
    },
    unmark: async (ref, version) => markers.get(keyOf(ref))?.version === version && markers.delete(keyOf(ref)),
    put: async (letter) => {
      letters.set(letterId(letter), letter);
    },
    letters: async (ref, limit) =>
      [...letters.values()]
        .filter((letter) => keyOf(letter) === keyOf(ref))
        .sort((a, b) => a.event.sequence - b.event.sequence)
        .slice(0, limit),
    remove: async (letter) => {
      letters.delete(letterId(letter));
    },
    list: async (tenantId, group, limit) =>
      [...markers.values()]
        .filter((marker) => marker.tenantId === tenantId && (group === null || marker.group === group))
        .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
        .slice(0, limit),
  };
}

function keyOf({ group, tenantId, key }: ParkedRef): string {
  return JSON.stringify([tenantId, group, key]);
}

function letterId(letter: DeadLetter): string {
  return JSON.stringify([keyOf(letter), letter.event.source, letter.event.id]);
}
