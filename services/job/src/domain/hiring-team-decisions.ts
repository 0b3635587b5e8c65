import { assertAtMost, assertDistinct } from './bounded-text.ts';
import type { DecisionContext } from './decision-context.ts';
import type { Job, TeamMember } from './job.ts';
import type { JobEvent } from './job-events.ts';
import { assertNotArchived } from './job-transitions.ts';
import { LIMITS } from './limits.ts';

/** Sets who is on the hiring team. */
export function setHiringTeam(job: Job, members: readonly TeamMember[], { now }: DecisionContext): JobEvent[] {
  assertNotArchived(job);
  assertTeam(members, ['input', 'members']);
  const isSame =
    members.length === job.hiringTeam.length &&
    members.every(({ userId, role }, index) => {
      const before = job.hiringTeam[index];
      return before?.userId === userId && before.role === role;
    });
  return isSame ? [] : [{ type: 'HiringTeamSet', at: now, members }];
}

/** @throws DomainError INVALID_INPUT, LIMIT_REACHED */
export function assertTeam(members: readonly TeamMember[], path: readonly string[]): void {
  assertAtMost(members.length, LIMITS.hiringTeam, 'members of the hiring team', path);
  assertDistinct(
    members.map(({ userId }) => userId),
    'user',
    (index) => [...path, String(index), 'userId'],
  );
}
