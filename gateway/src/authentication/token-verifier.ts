import { type Caller, type Clock, type Tenant, UnauthenticatedError } from '@hiregraph/kernel';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { callerFromClaims } from './caller-claims.ts';

/** Turns a bearer token into who is asking. */
export interface TokenVerifier {
  /** @throws UnauthenticatedError saying what is wrong with the token */
  verify(token: string): Promise<Caller>;
}

export interface TokenVerifierOptions {
  /** A remote JWKS, or the development issuer's own key. */
  readonly key: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  readonly findTenant: (idOrSlug: string) => Tenant | null;
  readonly clock: Clock;
}

interface Verified {
  readonly caller: Caller;
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number;
}

const MAX_TOKENS = 10_000;

/**
 * Verifies JWTs (RFC 7519). A token is verified once and remembered until it expires; an expired, revoked-by-rotation or
 * unknown one is verified anew. The memory is bounded.
 */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const known = new Map<string, Verified>();
  const verifyAnew = async (token: string): Promise<Verified> => {
    const payload = await verifiedPayload(token, options);
    const caller = callerFromClaims(payload, options.findTenant);
    return { caller, expiresAt: (payload.exp ?? 0) * 1000 };
  };
  return {
    verify: async (token) => {
      const remembered = known.get(token);
      if (remembered !== undefined && remembered.expiresAt > options.clock.now()) return remembered.caller;
      known.delete(token);
      const verified = await verifyAnew(token);
      if (known.size >= MAX_TOKENS) {
        const oldest = known.keys().next();
        if (!oldest.done) known.delete(oldest.value);
      }
      known.set(token, verified);
      return verified.caller;
    },
  };
}

async function verifiedPayload(token: string, options: TokenVerifierOptions): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, options.key, {
      issuer: options.issuer,
      audience: options.audience,
      algorithms: [...options.algorithms],
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(options.clock.now()),
    });
    return payload;
  } catch (error) {
    throw new UnauthenticatedError(reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired. Get a new one.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `The token's claim "${error.claim}" is not what this platform accepts. Check the issuer and the audience.`;
  }
  if (error instanceof errors.JOSEError) {
    return 'The token is not valid here: it is malformed, or signed by someone that this platform does not trust.';
  }
  return 'The token could not be verified just now, since the keys of its issuer could not be fetched. Try again.';
}
