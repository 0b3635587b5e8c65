import { type Command, type CommandParts, issueCommand } from './command.ts';
import type { Dice } from './dice.ts';
import { callGraphql } from './graphql-call.ts';
import type { Scene, SceneJob } from './scene.ts';
import { TENANT } from './tenant.ts';

export interface ClientParts extends CommandParts {
  readonly name: string;
  readonly scene: Scene;
  /** Waits for the client's turn. */
  readonly pace: () => Promise<void>;
  readonly isOver: () => boolean;
  /** Commands that stayed unknown, for settling them later. */
  readonly unknown: Command[];
}

interface SeenApplication {
  readonly id: string;
  readonly status: string;
  readonly stage: { readonly id: string };
}
interface SeenInterview {
  readonly id: string;
  readonly status: string;
}

const PAGE = 25;

/** Goes on doing one thing after another until it is over. */
export async function runClient(parts: ClientParts): Promise<void> {
  for (let number = 1; !parts.isOver(); number++) {
    await parts.pace();
    if (parts.isOver()) return;
    await act(parts, `${parts.name}-${number}`);
  }
}

async function act(parts: ClientParts, id: string): Promise<void> {
  const { dice, scene } = parts;
  const job = dice.pick(scene.jobs);
  if (job === undefined) return;
  const roll = dice.throw();
  if (roll < 0.2) {
    await submit(parts, id, job);
    return;
  }
  if (roll < 0.26) {
    await add(parts, id, job);
    return;
  }
  if (roll < 0.76) {
    await actOnApplication(parts, id, job, roll);
    return;
  }
  await actOnInterview(parts, id, job);
}

async function issue(parts: ClientParts, command: Command): Promise<Awaited<ReturnType<typeof issueCommand>>> {
  const outcome = await issueCommand(command, parts);
  if (outcome.kind === 'unknown') parts.unknown.push(command);
  return outcome;
}

async function submit(parts: ClientParts, id: string, job: SceneJob): Promise<void> {
  const person = { name: `Person ${id}`, email: `${id}@example.org` };
  const input = { company: TENANT.slug, postId: job.postId, ...person, source: { channel: 'CAREERS_PAGE' } };
  const says = { jobId: job.id };
  await issue(parts, { correlationId: id, mutation: 'submitApplication', input, token: null, subject: null, says });
}

async function add(parts: ClientParts, id: string, job: SceneJob): Promise<void> {
  const token = parts.scene.recruiter;
  const input = { name: `Person ${id}`, emails: [`${id}@example.org`] };
  const created = await issue(parts, {
    correlationId: `${id}-person`,
    mutation: 'createCandidate',
    input,
    token,
    subject: null,
  });
  const candidateId = created.payload?.candidate?.id;
  if (candidateId === undefined) return;
  await issue(parts, {
    correlationId: id,
    mutation: 'addApplication',
    input: { candidateId, jobId: job.id },
    token,
    subject: null,
    says: { candidateId, jobId: job.id },
  });
}

async function actOnApplication(parts: ClientParts, id: string, job: SceneJob, roll: number): Promise<void> {
  const { dice, scene } = parts;
  const status = roll < 0.66 ? 'ACTIVE' : roll < 0.73 ? 'HIRED' : 'REJECTED';
  const seen = await look<SeenApplication>(parts, 'applications', 'id status stage { id }', 'ApplicationFilter', {
    jobId: job.id,
    status,
  });
  if (seen === null) return;
  const subject = seen.id;
  const command = { correlationId: id, token: scene.recruiter, subject };
  const input = { applicationId: subject };
  if (status === 'HIRED') {
    await issue(parts, { ...command, mutation: 'unhireApplication', input });
  } else if (status === 'REJECTED') {
    await issue(parts, { ...command, mutation: 'unrejectApplication', input });
  } else if (roll < 0.48) {
    const toStageId = dice.pick(job.stageIds.filter((stage) => stage !== seen.stage.id));
    if (toStageId === undefined) return;
    await issue(parts, {
      ...command,
      mutation: 'moveApplication',
      input: { ...input, toStageId, expectedFromStageId: seen.stage.id },
      says: { 'from.id': seen.stage.id, 'to.id': toStageId },
    });
  } else if (roll < 0.59) {
    await issue(parts, { ...command, mutation: 'hireApplication', input });
  } else if (roll < 0.64) {
    const { reasonId } = scene;
    const says = { reasonId };
    await issue(parts, { ...command, mutation: 'rejectApplication', input: { ...input, reasonId }, says });
  } else {
    await issue(parts, { ...command, mutation: 'withdrawApplication', input });
  }
}

async function actOnInterview(parts: ClientParts, id: string, job: SceneJob): Promise<void> {
  const { dice, scene } = parts;
  const interviewer = dice.pick(scene.interviewers);
  if (interviewer === undefined) return;
  if (dice.happens(0.45)) {
    const filter = { jobId: job.id, status: 'ACTIVE' };
    const seen = await look<SeenApplication>(
      parts,
      'applications',
      'id status stage { id }',
      'ApplicationFilter',
      filter,
    );
    if (seen === null) return;
    const input = { applicationId: seen.id, interviewerIds: [interviewer.userId] };
    const says = { applicationId: seen.id, jobId: job.id };
    const token = scene.recruiter;
    await issue(parts, { correlationId: id, mutation: 'planInterview', input, token, subject: null, says });
    return;
  }
  const status = dice.pick(['TO_SCHEDULE', 'SCHEDULED', 'SCHEDULED', 'AWAITING_FEEDBACK'] as const);
  const seen = await look<SeenInterview>(parts, 'interviews', 'id status', 'InterviewFilter', {
    jobId: job.id,
    status,
  });
  if (seen === null) return;
  await onInterview(parts, id, seen, interviewer.token, dice);
}

/** Far enough away that no clock ends an interview while the run lasts. */
const TIMES = { start: '2036-03-03T09:00:00.000Z', end: '2036-03-03T10:00:00.000Z', timeZone: 'Europe/Oslo' };

async function onInterview(
  parts: ClientParts,
  correlationId: string,
  { id: interviewId, status }: SeenInterview,
  interviewer: string,
  dice: Dice,
): Promise<void> {
  const command = { correlationId, token: parts.scene.recruiter, subject: interviewId };
  const input = { interviewId };
  if (status === 'TO_SCHEDULE') {
    await issue(parts, { ...command, mutation: 'scheduleInterview', input: { ...input, ...TIMES } });
  } else if (status === 'AWAITING_FEEDBACK') {
    // Often the other interviewer's, or submitted already: a refusal then.
    const card = { correlationId, token: interviewer, subject: null, says: { interviewId } };
    await issue(parts, { ...card, mutation: 'submitScorecard', input: { ...input, recommendation: 'YES' } });
  } else if (dice.happens(0.75)) {
    await issue(parts, { ...command, mutation: 'completeInterview', input });
  } else {
    await issue(parts, { ...command, mutation: 'cancelInterview', input });
  }
}

/** One of the newest that match, as the recruiter sees them; null where there is none, or no answer. */
async function look<Node>(
  { dice, origins, scene, name }: ClientParts,
  field: string,
  fields: string,
  type: string,
  filter: Readonly<Record<string, unknown>>,
): Promise<Node | null> {
  const reply = await callGraphql({
    origin: dice.pick(origins) ?? '',
    token: scene.recruiter,
    query: `query ($filter: ${type}) { ${field}(filter: $filter, first: ${PAGE}) { nodes { ${fields} } } }`,
    variables: { filter },
    correlationId: `${name}-look`,
  });
  if (reply.kind !== 'answered') return null;
  const found = reply.data[field] as { readonly nodes: readonly (Node | null)[] } | null | undefined;
  return dice.pick((found?.nodes ?? []).filter((node) => node !== null)) ?? null;
}
