import type { EventEnvelope } from '@hiregraph/kernel';

/** An aggregate as its store has it. */
export interface StoredHistory {
  readonly id: string;
  readonly lastSequence: number;
  /** Its frozen events, in the order in which the store gives them. */
  readonly events: readonly EventEnvelope[];
}

/** What is wrong with the numbering of stored histories: each must be 1, 2, … up to `lastSequence`. */
export function historyFaults(histories: readonly StoredHistory[]): readonly string[] {
  return histories.flatMap(({ id, lastSequence, events }) => {
    const sequences = events.map(({ sequence }) => sequence);
    const expected = Array.from({ length: lastSequence }, (_, index) => index + 1);
    if (sequences.join() === expected.join()) return [];
    return [`${id} has the history ${sequences.join()}, and its last sequence is ${lastSequence}`];
  });
}

/**
 * What is wrong between stores and topics. Repeats are dropped as consumers drop them: by the highest sequence of each
 * subject. What is left must be each stored history, in order and word for word, and nothing else.
 * @param published all that lies on the topics, in the order of each key
 */
export function streamFaults(
  histories: readonly StoredHistory[],
  published: readonly EventEnvelope[],
): readonly string[] {
  const stored = new Map(histories.flatMap(({ events }) => events.map((event) => [event.id, wordsOf(event)])));
  const applied = new Map<string, number>();
  const arrived = new Set<string>();
  const faults: string[] = [];
  for (const event of published) {
    const last = applied.get(event.subject) ?? 0;
    const words = stored.get(event.id);
    if (words === undefined) faults.push(`${event.id} was published and is in no history`);
    else if (words !== wordsOf(event)) faults.push(`${event.id} was published with other words than its history has`);
    if (event.sequence > last + 1) faults.push(`${event.id} was published right after sequence ${last}`);
    applied.set(event.subject, Math.max(last, event.sequence));
    arrived.add(event.id);
  }
  for (const id of stored.keys()) if (!arrived.has(id)) faults.push(`${id} was never published`);
  return faults;
}

/** Brokers and stores may give fields in any order. */
function wordsOf(event: EventEnvelope): string {
  return canonical(event);
}

/** JSON with the fields of every object in the order of their names. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
