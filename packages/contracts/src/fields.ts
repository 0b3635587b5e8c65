import { STAFF_ROLES, TEAM_ROLES } from '@hiregraph/kernel';
import { z } from 'zod';

/** Building blocks of event data. No field may hold a person's name, address, note or free text. */
export const id = z.string().min(1).max(64);
export const instant = z.iso.datetime({ precision: 3 });
export const seconds = z.int().min(0);
export const sequence = z.int().min(1);
/** The one tenant-written text on topics: names of jobs' departments, locations and stages; refused where they hold contact data. */
export const label = z.string().max(200);

export const stageKind = z.enum(['LEAD', 'REVIEW', 'SCREEN', 'INTERVIEW', 'ASSESSMENT', 'OFFER', 'HIRED']);
export type StageKind = z.infer<typeof stageKind>;

export const employmentType = z.enum(['FULL_TIME', 'PART_TIME', 'CONTRACT', 'TEMPORARY', 'INTERNSHIP']);
export const jobStatus = z.enum(['DRAFT', 'OPEN', 'ON_HOLD', 'CLOSED', 'ARCHIVED']);
export const criterionKind = z.enum(['MUST_HAVE', 'QUALIFICATION', 'SKILL', 'MINDSET', 'RESPONSIBILITY']);
export const teamRole = z.enum(TEAM_ROLES);
export const staffRole = z.enum(STAFF_ROLES);
export const direction = z.enum(['FORWARD', 'BACKWARD']).nullable();
export const reasonSide = z.enum(['COMPANY', 'CANDIDATE']);

/** A stage in full, as job's events carry it. */
export const stage = z.object({
  id,
  name: label,
  kind: stageKind,
  position: z.int().min(0),
  slaHours: z.int().min(1).nullable(),
  active: z.boolean(),
});
export type StageData = z.infer<typeof stage>;

/** A stage as an application's events name it: enough to compute a funnel without looking anything up. */
export const stageRef = z.object({ id, name: label, kind: stageKind, position: z.int().min(0) });
export type StageRef = z.infer<typeof stageRef>;

/** Who did it. A user or candidate by id only. */
export const actor = z.discriminatedUnion('type', [
  z.object({ type: z.literal('USER'), userId: id }),
  z.object({ type: z.literal('CANDIDATE'), candidateId: id }),
  z.object({ type: z.literal('SYSTEM') }),
  z.object({ type: z.literal('ANONYMOUS') }),
]);
export type ActorData = z.infer<typeof actor>;

export const teamMember = z.object({ userId: id, role: teamRole });
