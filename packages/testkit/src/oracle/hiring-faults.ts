import type { EventEnvelope } from '@hiregraph/kernel';
import type { StoredHistory } from './stream-faults.ts';

/** An application as its owner shows it, once everything has come to rest. */
export interface SettledApplication {
  readonly id: string;
  readonly jobId: string;
  readonly status: string;
  readonly stageId: string;
  readonly hireStatus: string | null;
  /** The seat that a hired one sits on. */
  readonly openingId: string | null;
}

export interface SettledSeat {
  readonly id: string;
  readonly status: string;
  readonly applicationId: string | null;
}

export interface SettledJob {
  readonly id: string;
  readonly seats: readonly SettledSeat[];
}

/** What is wrong between applications and their transitions: the last one must lead to the stage they are in. */
export function stageFaults(
  applications: readonly SettledApplication[],
  histories: readonly StoredHistory[],
): readonly string[] {
  const byId = new Map(histories.map((history) => [history.id, history.events]));
  return applications.flatMap(({ id, stageId }) => {
    const last = byId.get(id)?.at(-1);
    const led = last === undefined ? null : stageAfter(last);
    return led === stageId ? [] : [`${id} is in ${stageId}, and its last transition led to ${led ?? 'nowhere'}`];
  });
}

/** Every event of an application carries the stage that it is in afterwards. */
function stageAfter({ data }: EventEnvelope): string | null {
  return (data as { readonly stage?: { readonly id: string } }).stage?.id ?? null;
}

/** An aggregate whose events all carry the status that it has afterwards: an interview. */
export interface SettledStatus {
  readonly id: string;
  readonly status: string;
}

/** What is wrong between statuses and histories: the last event must have led to the status. */
export function statusFaults(
  settled: readonly SettledStatus[],
  histories: readonly StoredHistory[],
): readonly string[] {
  const byId = new Map(histories.map((history) => [history.id, history.events]));
  return settled.flatMap(({ id, status }) => {
    const last = byId.get(id)?.at(-1)?.data as { readonly status?: string } | undefined;
    return last?.status === status
      ? []
      : [`${id} is ${status}, and its last event led to ${last?.status ?? 'nothing'}`];
  });
}

/** What is wrong between seats and hires when all is at rest: every seat is open, closed or filled by who was hired on it. */
export function seatFaults(
  jobs: readonly SettledJob[],
  applications: readonly SettledApplication[],
): readonly string[] {
  const faults = jobs.flatMap((job) => overfilled(job, applications));
  const byId = new Map(applications.map((application) => [application.id, application]));
  const filled = new Map<string, string>();
  for (const { id, status, applicationId } of jobs.flatMap(({ seats }) => seats)) {
    const holder = applicationId === null ? undefined : byId.get(applicationId);
    if (status === 'RESERVED') faults.push(`${id} is still reserved, for ${applicationId ?? 'nobody'}`);
    if (status !== 'FILLED') continue;
    filled.set(id, applicationId ?? '');
    if (holder?.status !== 'HIRED' || holder.openingId !== id) faults.push(`${id} is filled by nobody who was hired`);
  }
  for (const { id, status, hireStatus, openingId } of applications) {
    if (hireStatus === 'PENDING') faults.push(`${id} still waits for its hire`);
    if (status === 'HIRED' && filled.get(openingId ?? '') !== id) faults.push(`${id} is hired without a filled seat`);
  }
  return faults;
}

function overfilled({ id, seats }: SettledJob, applications: readonly SettledApplication[]): string[] {
  const hired = applications.filter(({ jobId, status }) => jobId === id && status === 'HIRED').length;
  return hired > seats.length ? [`${id} has ${seats.length} seats and ${hired} people hired`] : [];
}
