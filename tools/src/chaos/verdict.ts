import { TOPICS } from '@hiregraph/contracts';
import type { EventEnvelope } from '@hiregraph/kernel';
import { dumpProjections, type Installation, newRun, rebuildProjections, SERVICE_NAMES } from '@hiregraph/platform';
import {
  type IssuedCommand,
  projectionFaults,
  readApplications,
  readHistories,
  readInterviews,
  readJobs,
} from '@hiregraph/testkit/oracle';
import { type Law, storedLaws } from './laws.ts';
import { parkedKeys } from './settle.ts';

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
  const laws: Law[] = [
    ...storedLaws({
      histories,
      published,
      commands,
      applications: await readApplications(services.candidate.storage),
      jobs: await readJobs(services.job.storage),
      interviews: await readInterviews(services.evaluation.storage),
    }),
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
