import type { EventEnvelope } from '@hiregraph/kernel';
import {
  commandFaults,
  historyFaults,
  type IssuedCommand,
  seatFaults,
  type SettledApplication,
  type SettledJob,
  type SettledStatus,
  stageFaults,
  statusFaults,
  type StoredHistory,
  streamFaults,
} from '@hiregraph/testkit/oracle';
import { SETUP } from './tenant.ts';

/** One thing that must hold, with what speaks against it. */
export interface Law {
  readonly name: string;
  readonly faults: readonly string[];
}

/** Everything that is left of a run, once nothing moves any more. */
export interface Evidence {
  readonly histories: readonly StoredHistory[];
  /** All that lies on the topics, in the order of each key. */
  readonly published: readonly EventEnvelope[];
  readonly commands: readonly IssuedCommand[];
  readonly applications: readonly SettledApplication[];
  readonly jobs: readonly SettledJob[];
  readonly interviews: readonly SettledStatus[];
}

/** What must hold between what was asked for, what is stored and what was published. */
export function storedLaws(evidence: Evidence): readonly Law[] {
  const { histories, published, commands, applications, jobs, interviews } = evidence;
  const asked = histories.map((history) => ({
    ...history,
    events: history.events.filter(({ correlationid }) => correlationid !== SETUP),
  }));
  return [
    { name: 'sequences run from 1 to the last without a gap', faults: historyFaults(histories) },
    { name: 'the topics hold each history, in order and word for word', faults: streamFaults(histories, published) },
    {
      name: 'acknowledged changes are there once, unknown ones at most once, and nothing that nobody asked for',
      faults: commandFaults(asked, commands),
    },
    { name: 'the last transition led to the current stage', faults: stageFaults(applications, histories) },
    { name: 'the last event led to the status of each interview', faults: statusFaults(interviews, histories) },
    { name: 'seats are filled by who was hired on them, and none is reserved', faults: seatFaults(jobs, applications) },
  ];
}
