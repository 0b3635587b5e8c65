import { type Caller, STAFF_ROLES, type Tenant, UnauthenticatedError, userIdFor } from '@hiregraph/kernel';
import { z } from 'zod';

/** What we read from a verified token. Everything else in it is ignored. */
const claimsSchema = z.object({
  iss: z.string(),
  sub: z.string(),
  /** A tenant's id or slug. */
  tenant: z.string(),
  roles: z.array(z.enum([...STAFF_ROLES, 'CANDIDATE'])).min(1),
  name: z.string().max(200).optional(),
  /** The candidate's own id, in a candidate's token. */
  candidate: z.string().optional(),
});

/**
 * @param claims the payload of a verified token
 * @param findTenant by id or slug
 * @throws UnauthenticatedError when the token is genuine but says nothing that we can act on
 */
export function callerFromClaims(claims: unknown, findTenant: (idOrSlug: string) => Tenant | null): Caller {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) {
    const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'token').join(', ');
    throw new UnauthenticatedError(
      `The token lacks usable claims: ${fields}. It must carry iss, sub, tenant and roles (and candidate for a candidate).`,
    );
  }
  const { iss, sub, tenant: tenantName, roles, name, candidate } = parsed.data;
  const tenant = findTenant(tenantName);
  if (tenant === null)
    throw new UnauthenticatedError(`The token names a tenant that is not known here: ${tenantName}.`);
  if (roles.includes('CANDIDATE')) {
    if (candidate === undefined || roles.length > 1) {
      throw new UnauthenticatedError(
        "A candidate's token carries the role CANDIDATE alone, and the claim `candidate` with their id.",
      );
    }
    return { kind: 'candidate', tenantId: tenant.id, candidateId: candidate };
  }
  const staffRoles = STAFF_ROLES.filter((role) => roles.includes(role));
  return {
    kind: 'user',
    tenantId: tenant.id,
    userId: userIdFor(tenant.id, iss, sub),
    roles: staffRoles,
    name: name ?? null,
  };
}
