/** The roles that a staff token can carry. A candidate's token and no token are kinds of caller of their own. */
export const STAFF_ROLES = ['ADMIN', 'RECRUITER', 'HIRING_MANAGER', 'INTERVIEWER', 'ANALYST'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];
export type Role = StaffRole | 'CANDIDATE';

/** The roles that a user has on one job's hiring team. */
export const TEAM_ROLES = ['HIRING_MANAGER', 'RECRUITER', 'COORDINATOR', 'INTERVIEWER'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export type ServiceName = 'job' | 'candidate' | 'evaluation';

/** Staff of a tenant. The token's roles are the ceiling; a job's hiring team gives the scope. */
export interface UserCaller {
  readonly kind: 'user';
  readonly tenantId: string;
  readonly userId: string;
  readonly roles: readonly StaffRole[];
  /** From the token's claims; fills the directory, and nothing else. */
  readonly name: string | null;
}

/** A candidate who looks at their own applications. */
export interface CandidateCaller {
  readonly kind: 'candidate';
  readonly tenantId: string;
  readonly candidateId: string;
}

/** Another service of the platform, asking under its own signed identity. */
export interface ServiceCaller {
  readonly kind: 'service';
  readonly tenantId: string;
  readonly service: ServiceName;
}

/** No token. Belongs to no tenant; public operations take `company`. */
export interface AnonymousCaller {
  readonly kind: 'anonymous';
}

/** Who is asking: what the gateway found in the token, and what subgraphs decide by. */
export type Caller = UserCaller | CandidateCaller | ServiceCaller | AnonymousCaller;

export const ANONYMOUS: AnonymousCaller = { kind: 'anonymous' };

export function hasRole(caller: Caller, ...roles: readonly StaffRole[]): boolean {
  return caller.kind === 'user' && caller.roles.some((role) => roles.includes(role));
}

/** A stable key for the caller within their tenant; part of an idempotency claim's identity. */
export function callerKey(caller: Caller): string {
  switch (caller.kind) {
    case 'user':
      return `user:${caller.userId}`;
    case 'candidate':
      return `candidate:${caller.candidateId}`;
    case 'service':
      return `service:${caller.service}`;
    case 'anonymous':
      return 'anonymous';
  }
}

/** A hiring organisation, known by configuration to every service. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
}
