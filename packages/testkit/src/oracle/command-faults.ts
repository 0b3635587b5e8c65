import type { EventEnvelope } from '@hiregraph/kernel';
import type { StoredHistory } from './stream-faults.ts';

/** What a client knows of one command that it has issued. */
export interface IssuedCommand {
  /** Its own, the same on every repeat; the events that it leads to carry it. */
  readonly correlationId: string;
  /** Carrying it out writes one event, of one of these types. */
  readonly makes: readonly string[];
  /** The aggregate of that event; null where the client does not know it. */
  readonly subject: string | null;
  /** Types of events that may follow from it elsewhere or later, each at most once. */
  readonly mayFollow: readonly string[];
  /** unknown: no answer came, or the answer was that nobody can tell. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
}

/**
 * What is wrong between what clients asked for and what was written: an acknowledged change is there once, an unknown one
 * once or not at all, a refused one not at all, and nothing is there that nobody asked for.
 */
export function commandFaults(
  histories: readonly StoredHistory[],
  commands: readonly IssuedCommand[],
): readonly string[] {
  const issued = new Map(commands.map((command) => [command.correlationId, command]));
  const written = new Map<string, EventEnvelope[]>();
  const faults: string[] = [];
  for (const event of histories.flatMap(({ events }) => events)) {
    const command = issued.get(event.correlationid);
    if (command === undefined || !isAskedFor(command, event)) faults.push(`Nobody asked for ${nameOf(event)}`);
    const alike = [event.correlationid, event.type].join(' ');
    written.set(alike, [...(written.get(alike) ?? []), event]);
  }
  for (const events of written.values()) {
    if (events.length > 1) faults.push(`Written ${events.length} times: ${events.map(nameOf).join(', ')}`);
  }
  for (const { correlationId, makes, outcome } of commands) {
    const events = makes.flatMap((type) => written.get([correlationId, type].join(' ')) ?? []);
    const [event] = events;
    if (outcome === 'acknowledged' && event === undefined) faults.push(`${correlationId} was acknowledged and is lost`);
    if (outcome === 'refused' && event !== undefined) faults.push(`${correlationId} was refused and wrote ${event.id}`);
  }
  return faults;
}

function isAskedFor({ makes, mayFollow, subject }: IssuedCommand, event: EventEnvelope): boolean {
  if (makes.includes(event.type)) return subject === null || subject === event.subject;
  return mayFollow.includes(event.type);
}

function nameOf({ id, type }: EventEnvelope): string {
  return `${id} (${type})`;
}
