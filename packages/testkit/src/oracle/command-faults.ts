import type { EventEnvelope, Instant } from '@hiregraph/kernel';
import type { StoredHistory } from './stream-faults.ts';

/** What a client knows of one command that it has issued. */
export interface IssuedCommand {
  /** Its own, the same on every repeat; the events that it leads to carry it. */
  readonly correlationId: string;
  /** Carrying it out writes one event, of one of these types. */
  readonly makes: readonly string[];
  /** The aggregate of that event; null where the client does not know it. */
  readonly subject: string | null;
  /** Types of events that may follow from it elsewhere or later, each at most once an aggregate. */
  readonly mayFollow: readonly string[];
  /** Types of events that the answer told of, beside the one that the command makes. */
  readonly mustFollow?: readonly string[];
  /** What the event that it makes must say: paths into its data, such as `to.id`. */
  readonly says?: Readonly<Record<string, unknown>>;
  /** Given where finding that what it asks for is so already counts as carried out, and writes nothing. */
  readonly mayFind?: FoundSo;
  /** unknown: no answer came, or the answer was that nobody can tell. */
  readonly outcome: 'acknowledged' | 'refused' | 'unknown';
}

export interface FoundSo {
  /** Types of events after which it is so no more. */
  readonly undoneBy: readonly string[];
  /** When the first try was sent, and when the last answer came. */
  readonly asked: Instant;
  readonly answered: Instant;
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
    if (command === undefined || !isAskedFor(command, event)) {
      faults.push(`Nobody asked for ${nameOf(event)} of ${event.correlationid}`);
    }
    if (command !== undefined) written.set(event.correlationid, [...(written.get(event.correlationid) ?? []), event]);
  }
  const bySubject = new Map(histories.map(({ id, events }) => [id, events]));
  for (const command of commands) {
    const subject = bySubject.get(command.subject ?? '') ?? [];
    faults.push(...faultsOf(command, written.get(command.correlationId) ?? [], subject));
  }
  return faults;
}

function faultsOf(
  command: IssuedCommand,
  events: readonly EventEnvelope[],
  subject: readonly EventEnvelope[],
): readonly string[] {
  const { correlationId, makes, outcome, mustFollow = [], says = {} } = command;
  const made = events.filter(({ type }) => makes.includes(type));
  const followed = new Map<string, EventEnvelope[]>();
  for (const event of events) {
    const alike = `${event.type} ${event.subject}`;
    if (!makes.includes(event.type)) followed.set(alike, [...(followed.get(alike) ?? []), event]);
  }
  const faults = [made, ...followed.values()]
    .filter((alike) => alike.length > 1)
    .map((alike) => `Written ${alike.length} times: ${alike.map(nameOf).join(', ')}`);
  const [event] = made;
  if (outcome === 'refused' && event !== undefined) faults.push(`${correlationId} was refused and wrote ${event.id}`);
  if (event !== undefined) faults.push(...otherWords(event, says));
  if (outcome !== 'acknowledged') return faults;
  const about = command.subject === null ? '' : ` for ${command.subject}`;
  if (event === undefined && !wasSoAlready(command, subject))
    faults.push(`${correlationId}${about} was acknowledged and is lost`);
  for (const type of mustFollow) {
    if (!events.some((found) => found.type === type)) {
      faults.push(`${correlationId}${about} was acknowledged with ${type}, which is lost`);
    }
  }
  return faults;
}

/** Whether another command had done it, and nothing had undone it, at some moment while this one was under way. */
function wasSoAlready({ makes, mayFind }: IssuedCommand, events: readonly EventEnvelope[]): boolean {
  if (mayFind === undefined) return false;
  const { undoneBy, asked, answered } = mayFind;
  return events.some(
    ({ type, time }, at) =>
      makes.includes(type) &&
      time <= answered &&
      !events.slice(at + 1).some((later) => undoneBy.includes(later.type) && later.time < asked),
  );
}

function isAskedFor({ makes, mayFollow, mustFollow = [], subject }: IssuedCommand, event: EventEnvelope): boolean {
  if (makes.includes(event.type)) return subject === null || subject === event.subject;
  return mayFollow.includes(event.type) || mustFollow.includes(event.type);
}

function otherWords(event: EventEnvelope, says: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(says).flatMap(([path, asked]) => {
    let said: unknown = event.data;
    for (const name of path.split('.')) said = (said as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    return said === asked
      ? []
      : [`${nameOf(event)} says ${path} = ${String(said)}, and ${String(asked)} was asked for`];
  });
}

function nameOf({ id, type }: EventEnvelope): string {
  return `${id} (${type})`;
}
