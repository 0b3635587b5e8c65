import { SAMPLE_PEOPLE } from '../../sample-people.ts';
import { FIRST_AND_LAST_REASON, REJECTION_REASONS } from './rejection-reasons.ts';
import { refTo, type SeedStep, type SeedValue, staff } from './seed-plan.ts';
import { MINUTE } from './working-time.ts';

const OFFICE = 'company';
const SENTINEL = 'reason:first-and-last';

/** What comes before the first job. @param begins milliseconds since the Unix epoch */
export function tellBeginning(begins: number): readonly SeedStep[] {
  const admin = staff(samplePerson('ADMIN'));
  const first = reason(SENTINEL, { ...FIRST_AND_LAST_REASON }, begins, OFFICE);
  const people = SAMPLE_PEOPLE.map(({ subject, name }, index): SeedStep => {
    const input = { userId: refTo(`user:${subject}`), name };
    const at = begins + (5 + index) * MINUTE;
    return { key: `user:${subject}`, at, by: admin, mutation: 'upsertUser', input, lane: `user:${subject}` };
  });
  const reasons = Object.entries(REJECTION_REASONS).map(([name, given], index) =>
    reason(`reason:${name}`, { ...given }, begins + (30 + index) * MINUTE, `reason:${name}`),
  );
  // The first one before everything, and everything before the jobs.
  const early = [...people, ...reasons];
  return [apart(first), ...early.slice(0, -1), ...early.slice(-1).map(apart)];

  function reason(key: string, input: Readonly<Record<string, SeedValue>>, at: number, lane: string): SeedStep {
    return { key, at, by: admin, mutation: 'createRejectionReason', input, lane, makes: key };
  }
}

function apart(step: SeedStep): SeedStep {
  return { ...step, apart: 'done' };
}

/** The very last step: the company needs that reason no more. */
export function tellEnding(at: number): SeedStep {
  const admin = staff(samplePerson('ADMIN'));
  const input = { reasonId: refTo(SENTINEL) };
  return {
    key: `${SENTINEL}/retire`,
    at,
    by: admin,
    mutation: 'retireRejectionReason',
    input,
    lane: OFFICE,
    apart: 'settled',
  };
}

function samplePerson(role: string): string {
  return SAMPLE_PEOPLE.find((person) => person.role === role)?.subject ?? '';
}
