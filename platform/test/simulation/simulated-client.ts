import { applicationEvents, jobEvents } from '@hiregraph/contracts';
import type { Caller, Deadline } from '@hiregraph/kernel';
import type { Service } from '@hiregraph/subgraph';
import type { IssuedCommand } from '@hiregraph/testkit';
import { TENANT } from '../support/test-platform.ts';
import type { SimulatedProcess } from './simulated-process.ts';

export const ADMIN: Caller = { kind: 'user', tenantId: TENANT.id, userId: 'usr_admin', roles: ['ADMIN'], name: null };
const OF_SAGA = [
  applicationEvents.hired.type,
  applicationEvents['hire-refused'].type,
  jobEvents['opening-reserved'].type,
  jobEvents['opening-refused'].type,
  jobEvents['opening-filled'].type,
  jobEvents['opening-released'].type,
];
const MAKES = {
  addApplication: [applicationEvents.submitted.type],
  moveApplication: [applicationEvents['stage-changed'].type],
  rejectApplication: [applicationEvents.rejected.type],
  withdrawApplication: [applicationEvents.withdrawn.type],
  hireApplication: [applicationEvents['hire-requested'].type],
  unhireApplication: [applicationEvents.unhired.type, applicationEvents['hire-refused'].type],
} as const;
type Mutation = keyof typeof MAKES;

/** What the application looks like to the client. */
interface Seen {
  readonly id: string;
  readonly status: string;
  readonly stage: { readonly id: string };
}

/** What all clients act on, and what they remember. */
export interface ClientScene {
  readonly random: () => number;
  readonly processes: readonly SimulatedProcess[];
  readonly stageIds: ReadonlyMap<string, readonly string[]>;
  /** Who may still be put forward for which job; a second time would answer with the first one's application. */
  readonly unsent: { readonly candidateId: string; readonly jobId: string }[];
  readonly reasonId: string;
  readonly applications: { readonly id: string; readonly jobId: string }[];
  readonly commands: IssuedCommand[];
}

/** Time enough for the request, and none to wait for the outcome of a hire. */
function impatient(): Deadline {
  let asked = 0;
  return { remaining: () => (asked++ === 0 ? 60_000 : 0), narrow: () => impatient() };
}

/** One operation straight at a service. @throws where it has top-level errors */
export async function ask<Data>(
  service: Service,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  correlationId: string,
  caller: Caller = ADMIN,
): Promise<Data> {
  const trace = { correlationId, causationId: correlationId };
  const { subgraph } = service;
  const result = await subgraph.execute({ query, variables, caller, deadline: impatient(), trace });
  if (result.errors !== undefined) throw new Error(result.errors.map(({ message }) => message).join(' '));
  return result.data as Data;
}

/** Issues so many commands, one after another; what it got no answer to it repeats with the same key. */
export async function runClient(scene: ClientScene, name: string, commands: number): Promise<void> {
  for (let number = 1; number <= commands; number++) {
    const application = pick(scene, scene.applications);
    const correlationId = `${name}-${number}`;
    if (application === undefined || scene.random() < 0.2) {
      const input = scene.unsent.splice(Math.floor(scene.random() * scene.unsent.length), 1)[0];
      if (input !== undefined) await issue(scene, 'addApplication', input, correlationId, null);
    } else {
      const input = { applicationId: application.id };
      await act(scene, application.jobId, input, correlationId);
    }
  }
}

async function act(
  scene: ClientScene,
  jobId: string,
  input: { readonly applicationId: string },
  correlationId: string,
): Promise<void> {
  const subject = input.applicationId;
  const roll = scene.random();
  if (roll < 0.35) return issue(scene, 'hireApplication', input, correlationId, subject);
  if (roll < 0.5) return issue(scene, 'unhireApplication', input, correlationId, subject);
  if (roll < 0.55) return issue(scene, 'withdrawApplication', input, correlationId, subject);
  if (roll < 0.62)
    return issue(scene, 'rejectApplication', { ...input, reasonId: scene.reasonId }, correlationId, subject);
  const seen = await look(scene, subject).catch(() => null);
  if (seen === null) return;
  const toStageId = pick(
    scene,
    (scene.stageIds.get(jobId) ?? []).filter((id) => id !== seen.stage.id),
  );
  await issue(
    scene,
    'moveApplication',
    { ...input, toStageId, expectedFromStageId: seen.stage.id },
    correlationId,
    subject,
  );
}

async function look(scene: ClientScene, id: string): Promise<Seen> {
  const query = 'query ($id: ID!) { application(id: $id) { id status stage { id } } }';
  const { candidate } = await liveServices(scene);
  return (await ask<{ application: Seen }>(candidate, query, { id }, 'look')).application;
}

const MOST_TRIES = 3;

export async function issue(
  scene: ClientScene,
  mutation: Mutation,
  input: Readonly<Record<string, unknown>>,
  correlationId: string,
  subject: string | null,
): Promise<void> {
  let outcome: IssuedCommand['outcome'] = 'unknown';
  for (let tries = 0; tries < MOST_TRIES && outcome === 'unknown'; tries++) {
    const { candidate } = await liveServices(scene);
    outcome = await attempt(scene, candidate, mutation, { ...input, idempotencyKey: correlationId }, correlationId);
  }
  // A hire that was asked for and refused was asked for all the same.
  if (mutation === 'hireApplication' && outcome === 'refused') outcome = 'unknown';
  scene.commands.push({ correlationId, makes: MAKES[mutation], subject, mayFollow: OF_SAGA, outcome });
}

async function attempt(
  scene: ClientScene,
  service: Service,
  mutation: Mutation,
  input: Readonly<Record<string, unknown>>,
  correlationId: string,
): Promise<IssuedCommand['outcome']> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { application { id job { id } } userErrors { code } } }`;
  interface Payload {
    readonly application: { readonly id: string; readonly job: { readonly id: string } } | null;
    readonly userErrors: readonly { readonly code: string }[];
  }
  try {
    const data = await ask<Record<string, Payload>>(service, query, { input }, correlationId);
    const payload = data[mutation];
    if (payload === undefined) return 'unknown';
    // Nobody can tell yet, says the service: the same key settles it.
    if (payload.userErrors.some(({ code }) => code === 'OUTCOME_UNKNOWN')) return 'unknown';
    if (payload.userErrors.length > 0) return 'refused';
    const { application } = payload;
    if (mutation === 'addApplication' && application !== null)
      scene.applications.push({ id: application.id, jobId: application.job.id });
    return 'acknowledged';
  } catch {
    return 'unknown';
  }
}

/** Those of some process that lives; waits until one does. */
export async function liveServices({
  processes,
  random,
}: Pick<ClientScene, 'processes' | 'random'>): Promise<SimulatedProcess['services']> {
  for (;;) {
    const process = pick(
      { random },
      processes.filter((one) => !one.isDead()),
    );
    if (process !== undefined) return process.services;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

export function pick<T>({ random }: Pick<ClientScene, 'random'>, from: readonly T[]): T | undefined {
  return from[Math.floor(random() * from.length)];
}
