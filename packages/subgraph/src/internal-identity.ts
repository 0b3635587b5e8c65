import { createHash } from 'node:crypto';
import { type Caller, STAFF_ROLES, UnauthenticatedError } from '@hiregraph/kernel';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Headers between gateway and subgraphs. From outside they are dropped. */
export const INTERNAL_HEADERS = {
  identity: 'x-hiregraph-identity',
  /** Milliseconds that remain for the answer. */
  deadline: 'x-hiregraph-deadline-ms',
  correlation: 'x-correlation-id',
  causation: 'x-hiregraph-causation-id',
  traceparent: 'traceparent',
} as const;

const LIFETIME_SECONDS = 30;
const service = z.enum(['job', 'candidate', 'evaluation']);
const callerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    tenantId: z.string(),
    userId: z.string(),
    roles: z.array(z.enum(STAFF_ROLES)),
    name: z.string().nullable(),
  }),
  z.object({ kind: z.literal('candidate'), tenantId: z.string(), candidateId: z.string() }),
  z.object({ kind: z.literal('service'), tenantId: z.string(), service }),
  z.object({ kind: z.literal('anonymous') }),
]);

/** Says and proves to a subgraph who is asking, and that the body is the one that was sent. */
export interface InternalIdentity {
  /** @param body the request's bytes as they go over the wire */
  sign(caller: Caller, audience: string, body: string | Buffer): Promise<string>;
  /** @throws UnauthenticatedError when the token is absent, expired, for another subgraph or for another body */
  verify(token: string | undefined, audience: string, body: string | Buffer): Promise<Caller>;
}

const hashOfBody = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64url');

/**
 * A signed token (JWT, HS256) of 30 seconds per request.
 * @param secret shared by gateway and services; at least 32 bytes
 */
export function createInternalIdentity(secret: string): InternalIdentity {
  const key = new TextEncoder().encode(secret);
  return {
    sign: (caller, audience, body) =>
      new SignJWT({ caller, body: hashOfBody(body) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('hiregraph')
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${LIFETIME_SECONDS}s`)
        .sign(key),
    verify: async (token, audience, body) => {
      if (token === undefined) {
        throw new UnauthenticatedError('A subgraph answers signed requests only. Ask the gateway instead.');
      }
      try {
        const { payload } = await jwtVerify(token, key, { issuer: 'hiregraph', audience, algorithms: ['HS256'] });
        if (payload.body !== hashOfBody(body)) throw new Error('The body is not the one that was signed.');
        return callerSchema.parse(payload.caller);
      } catch (error) {
        throw new UnauthenticatedError(
          `The internal identity was refused: ${error instanceof Error ? error.message : String(error)}. Check that INTERNAL_TOKEN_SECRET and the clocks agree.`,
        );
      }
    },
  };
}
