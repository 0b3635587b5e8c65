import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, HiregraphError, type Role } from '@hiregraph/kernel';
import { type JWTVerifyGetKey, SignJWT } from 'jose';

export const DEVELOPMENT_ISSUER = 'https://development.hiregraph.invalid';
export const DEVELOPMENT_AUDIENCE = 'hiregraph';
export const DEVELOPMENT_ALGORITHM = 'HS256';
const KEY_FILE = 'development-issuer.key';
const KEY_BYTES = 32;
const LIFETIME_DAYS = 30;

export interface DevelopmentToken {
  readonly tenant: string;
  readonly role: Role;
  /** The token's subject; a user's short name such as `rita`. */
  readonly subject: string;
  readonly name?: string;
  /** For the role CANDIDATE: the candidate's id. */
  readonly candidateId?: string;
}

/** Signs tokens for people who try the platform out. Never part of production. */
export interface DevelopmentIssuer {
  readonly key: JWTVerifyGetKey;
  issue(token: DevelopmentToken): Promise<string>;
}

/**
 * The key is random, made at the first start and kept in the data directory, so that tokens outlive a restart and
 * `npm run token` can make more.
 * @throws HiregraphError when NODE_ENV is production
 */
export function openDevelopmentIssuer(options: {
  readonly dataDirectory: string;
  readonly nodeEnvironment: string | undefined;
  readonly clock: Clock;
}): DevelopmentIssuer {
  return createDevelopmentIssuer(keyIn(options.dataDirectory, options.nodeEnvironment), options.clock);
}

function keyIn(dataDirectory: string, nodeEnvironment: string | undefined): Uint8Array {
  refuseInProduction(nodeEnvironment);
  const file = join(dataDirectory, KEY_FILE);
  try {
    return readFileSync(file);
  } catch {
    const key = randomBytes(KEY_BYTES);
    mkdirSync(dataDirectory, { recursive: true });
    // `wx`: of two processes that start at once, one makes the key and the other reads it.
    try {
      writeFileSync(file, key, { mode: 0o600, flag: 'wx' });
      return key;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return readFileSync(file);
      throw error;
    }
  }
}

/** @throws HiregraphError when NODE_ENV is production */
export function refuseInProduction(nodeEnvironment: string | undefined): void {
  if (nodeEnvironment !== 'production') return;
  throw new HiregraphError(
    'INVALID_INPUT',
    'The development token issuer does not run with NODE_ENV=production. Set JWKS_URL, JWT_ISSUER and JWT_AUDIENCE to those of your identity provider.',
  );
}

/** @param key at least 32 bytes */
export function createDevelopmentIssuer(key: Uint8Array, clock: Clock): DevelopmentIssuer {
  return {
    key: () => Promise.resolve(key),
    issue: ({ tenant, role, subject, name, candidateId }) => {
      const issuedAt = Math.floor(clock.now() / 1000);
      return new SignJWT({
        tenant,
        roles: [role],
        ...(name === undefined ? {} : { name }),
        ...(candidateId === undefined ? {} : { candidate: candidateId }),
      })
        .setProtectedHeader({ alg: DEVELOPMENT_ALGORITHM })
        .setIssuer(DEVELOPMENT_ISSUER)
        .setAudience(DEVELOPMENT_AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + LIFETIME_DAYS * 86_400)
        .sign(key);
    },
  };
}
