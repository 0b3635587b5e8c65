import { ForbiddenError, type Instant, NotFoundError, toInstant } from '@hiregraph/kernel';
import { type CommandScope, DuplicateKeyError } from '@hiregraph/storage';
import type { TenantDirectory } from '@hiregraph/subgraph';
import type { Answer, Submission } from '../domain/application.ts';
import { consideredFor, createApplicant } from '../domain/candidate-decisions.ts';
import { emailKeyOf } from '../domain/contact-details.ts';
import { checkedSource, type Source, type SourceInput } from '../domain/source.ts';
import { checkedAnswers, checkedSubmission, type SubmissionInput } from '../domain/submission.ts';
import { assertAccepting, assertAnswered } from './accepting.ts';
import { authoriseMutation } from './authorise.ts';
import { beginApplication, begunBefore } from './begin-application.ts';
import { begun, decidedOnCandidate } from './decided.ts';
import type { ReceiptReference } from './receipt-reference.ts';
import type { KnownJob } from './stores.ts';
import { actorOf, runCommand, type UseCase } from './use-case.ts';

const DEFAULT_CHANNEL = 'careers-site';

export interface SubmitApplication extends SubmissionInput {
  readonly company: string;
  readonly postId: string;
  readonly answers?: readonly Answer[] | null | undefined;
  readonly source?: SourceInput | null | undefined;
  readonly idempotencyKey: string;
}

export interface Receipt {
  readonly reference: string;
  readonly receivedAt: Instant;
}

/** What is sent, in a form that may be kept. */
interface Sent {
  readonly tenantId: string;
  readonly postId: string;
  readonly submission: Submission;
  readonly answers: readonly Answer[];
  readonly source: Source;
}

/**
 * Applies for a published post. The receipt follows from what was sent alone, and nothing that is known of a person
 * changes: an outsider who uses somebody's address neither learns nor spoils anything.
 * @throws DomainError INVALID_INPUT, LIMIT_REACHED, PERSONAL_DATA, NOT_FOUND, NOT_ACCEPTING_APPLICATIONS
 */
export async function submitApplication(
  useCase: UseCase,
  directory: { readonly tenants: TenantDirectory; readonly referenceOf: ReceiptReference },
  input: SubmitApplication,
): Promise<Receipt> {
  authoriseMutation(useCase, 'submitApplication');
  const sent = checkedInput(useCase, directory.tenants, input);
  const { tenantId, submission } = sent;
  const referenceOf = once((jobId) => directory.referenceOf(tenantId, jobId, emailKeyOf(submission.email)));
  const { jobId, receivedAt } = await runCommand(
    useCase,
    'submitApplication',
    input,
    async (command) => {
      const before = await begunBefore(useCase, command, tenantId);
      if (before !== null) return { jobId: before.jobId, receivedAt: before.application.createdAt };
      return await useCase.jobs.decide(tenantId, { postId: sent.postId }, async (job) => {
        if (job === null) throw new NotFoundError('job post', ['input', 'postId']);
        assertAccepting(job.state, sent.postId, ['input', 'postId']);
        assertAnswered(job.state, sent.postId, sent.answers, ['input', 'answers']);
        await begin(useCase, command, sent, job, referenceOf(job.id));
        return { jobId: job.id, receivedAt: toInstant(useCase.clock.now()) };
      });
    },
    tenantId,
  );
  return { reference: referenceOf(jobId), receivedAt };
}

/** Of one job nearly always: what is kept with the application is what the receipt says. */
function once(referenceOf: (jobId: string) => string): (jobId: string) => string {
  let known: { readonly jobId: string; readonly reference: string } | null = null;
  return (jobId) => {
    if (known?.jobId !== jobId) known = { jobId, reference: referenceOf(jobId) };
    return known.reference;
  };
}

function checkedInput({ caller }: UseCase, tenants: TenantDirectory, input: SubmitApplication): Sent {
  const tenant = tenants.findBySlug(input.company);
  if (tenant === null || (caller.kind === 'candidate' && caller.tenantId !== tenant.id)) {
    throw new NotFoundError('company', ['input', 'company']);
  }
  return {
    tenantId: tenant.id,
    postId: input.postId,
    submission: checkedSubmission(input),
    answers: checkedAnswers(input.answers, ['input', 'answers']),
    source: checkedSource(input.source ?? { channel: DEFAULT_CHANNEL }, ['input', 'source']),
  };
}

async function begin(
  useCase: UseCase,
  command: CommandScope,
  { tenantId, postId, submission, answers, source }: Sent,
  job: KnownJob,
  reference: string,
): Promise<void> {
  const candidate = await candidateFor(useCase, command, { tenantId, submission, source, jobId: job.id });
  await beginApplication(useCase, command, {
    tenantId,
    job,
    isNewCandidate: candidate.isNew,
    origin: {
      jobId: job.id,
      candidateId: candidate.id,
      postId,
      reference,
      source,
      creditedTo: null,
      answers,
      submission,
    },
    stageId: null,
    actor: actorOf(useCase.caller),
    note: null,
  });
}

interface Applicant {
  readonly id: string;
  /** This very command made them. */
  readonly isNew: boolean;
}

/** The person who has that email address; a new one where nobody has it. A candidate's token names them itself. */
async function candidateFor(
  { stores, caller }: UseCase,
  command: CommandScope,
  {
    tenantId,
    submission,
    source,
    jobId,
  }: Pick<Sent, 'tenantId' | 'submission' | 'source'> & { readonly jobId: string },
): Promise<Applicant> {
  if (caller.kind === 'candidate') {
    const own = await stores.candidates.load(tenantId, caller.candidateId);
    if (own === null) throw new ForbiddenError('Your token names no candidate of this company. Sign in anew.');
    return { id: own.id, isNew: false };
  }
  const emailKey = emailKeyOf(submission.email);
  const known = await stores.candidates.findByEmail(tenantId, emailKey, command.beforeAnswer);
  if (known !== null) return { id: known.id, isNew: false };
  const { name, email, phone, links, location, resume } = submission;
  const profile = { name, emails: [email], phones: phone === null ? [] : [phone], links, location, resume, source };
  try {
    const { aggregate, changed } = await stores.candidates.create(
      tenantId,
      command.newId('candidate'),
      command.ahead('candidate'),
      (now) => {
        const decision = begun(decidedOnCandidate(null, createApplicant(profile, now)));
        return { ...decision, state: { ...decision.state, ...consideredFor(decision.state, jobId) } };
      },
    );
    return { id: aggregate.id, isNew: changed };
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    const winner = await stores.candidates.findByEmail(tenantId, emailKey);
    if (winner === null) throw error;
    return { id: winner.id, isNew: false };
  }
}
