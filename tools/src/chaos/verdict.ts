import { TOPICS } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import { dumpProjections, type Installation, newRun, rebuildProjections, SERVICE_NAMES } from '@hiregraph/platform';
import {
  commandFaults,
  historyFaults,
  type IssuedCommand,
  projectionFaults,
  readApplications,
  readHistories,
  readInterviews,
  readJobs,
  seatFaults,
  stageFaults,
  statusFaults,
  streamFaults,
} from '@hiregraph/testkit/oracle';
import { SETUP } from './scene.ts';
import { parkedKeys } from './settle.ts';

/** One thing that must hold, with what speaks against it. */
export interface Law {
  readonly name: string;
  readonly faults: readonly string[];
}

export interface Verdict {
  readonly laws: readonly Law[];
  readonly aggregates: number;
  readonly events: number;
  /** Records on the topics, and how many of them repeat an earlier one. */
  readonly published: number;
  readonly duplicates: number;
}

/**
 * Judges everything that is stored and everything that lies on the topics, once nothing moves any more.
 * @param installation started, with its bus
 */
export async function judge(
  installation: Installation,
  commands: readonly IssuedCommand[],
  progress: (line: string) => void,
): Promise<Verdict> {
  const { services, bus } = installation;
  progress('Reading every history and every topic …');
  const histories = await readHistories(
    SERVICE_NAMES.map((name) => services[name].storage),
    TOPICS,
  );
  const published: EventEnvelope[] = [];
  for await (const { record } of bus.read({ topics: TOPICS, from: {}, live: false })) published.push(record.event);
  const asked = histories.map((history) => ({
    ...history,
    events: history.events.filter(({ correlationid }) => correlationid !== SETUP),
  }));
  const applications = await readApplications(services.candidate.storage);
  const jobs = await readJobs(services.job.storage);
  const interviews = await readInterviews(services.evaluation.storage);
  const laws: Law[] = [
    { name: 'sequences run from 1 to the last without a gap', faults: historyFaults(histories) },
    { name: 'the topics hold each history, in order and word for word', faults: streamFaults(histories, published) },
    {
      name: 'acknowledged changes are there once, unknown ones at most once, and nothing that nobody asked for',
      faults: commandFaults(asked, commands),
    },
    { name: 'the last transition led to the current stage', faults: stageFaults(applications, histories) },
    { name: 'the last event led to the status of each interview', faults: statusFaults(interviews, histories) },
    { name: 'seats are filled by who was hired on them, and none is reserved', faults: seatFaults(jobs, applications) },
    { name: 'no consumer parked a key', faults: await parkedKeys(installation) },
  ];
  for (const service of SERVICE_NAMES) {
    progress(`Rebuilding the projections of ${service} from scratch …`);
    laws.push(await rebuiltLaw(installation, service));
  }
  const unique = new Set(published.map(({ id }) => id)).size;
  return {
    laws,
    aggregates: histories.length,
    events: histories.reduce((sum, { events }) => sum + events.length, 0),
    published: published.length,
    duplicates: published.length - unique,
  };
}

async function rebuiltLaw(installation: Installation, service: (typeof SERVICE_NAMES)[number]): Promise<Law> {
  const textsOf = (rows: Awaited<ReturnType<typeof dumpProjections>>): Record<string, string> =>
    Object.fromEntries([...rows].map(([name, { text }]) => [name, text]));
  const kept = textsOf(await dumpProjections(installation.services[service].storage));
  const rebuilt = textsOf(await rebuildProjections(installation, service, newRun()));
  return {
    name: `the projections of ${service} are those built from scratch`,
    faults: projectionFaults(service, kept, rebuilt),
  };
}
