import type { Clock, Tenant } from '@hiregraph/kernel';
import { ConfigurationError } from '@hiregraph/subgraph';
import { createRemoteJWKSet } from 'jose';
import { z } from 'zod';
import {
  DEVELOPMENT_ALGORITHM,
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  type DevelopmentIssuer,
} from './development-issuer.ts';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

/** Who signs the tokens of an installation. */
export interface IdentityProvider {
  /** Where its key set lies (RFC 7517). */
  readonly url: string;
  readonly issuer: string;
  readonly audience: string;
}

/** The variables that name it, for a configuration's schema. */
export const identityProviderVariables = {
  JWKS_URL: z.url({ message: 'must be the URL of the key set of your identity provider.' }).optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
};

const NAMES = ['JWKS_URL', 'JWT_ISSUER', 'JWT_AUDIENCE'] as const;
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

type Values = Readonly<Partial<Record<(typeof NAMES)[number], string | undefined>>>;

/**
 * @returns null where none is configured, and development tokens serve
 * @throws ConfigurationError when only some of the variables are set
 */
export function identityProviderOf(values: Values): IdentityProvider | null {
  const missing = NAMES.filter((name) => values[name] === undefined);
  if (missing.length === NAMES.length) return null;
  const { JWKS_URL: url, JWT_ISSUER: issuer, JWT_AUDIENCE: audience } = values;
  if (url === undefined || issuer === undefined || audience === undefined) {
    const given = NAMES.filter((name) => values[name] !== undefined).join(' and ');
    throw new ConfigurationError([
      `${missing.join(' and ')}: needed when ${given} is set. Set all three, or none to use development tokens.`,
    ]);
  }
  return { url, issuer, audience };
}

interface VerifierParts {
  readonly findTenant: (idOrSlug: string) => Tenant | null;
  readonly clock: Clock;
}

/** Verifies the tokens of an identity provider; its keys are fetched and kept by jose. */
export function verifierForProvider(provider: IdentityProvider, parts: VerifierParts): TokenVerifier {
  const { url, issuer, audience } = provider;
  return createTokenVerifier({
    ...parts,
    key: createRemoteJWKSet(new URL(url)),
    issuer,
    audience,
    algorithms: ALGORITHMS,
  });
}

/** Verifies the tokens of the development issuer. */
export function verifierForDevelopment(issuer: Pick<DevelopmentIssuer, 'key'>, parts: VerifierParts): TokenVerifier {
  return createTokenVerifier({
    ...parts,
    key: issuer.key,
    issuer: DEVELOPMENT_ISSUER,
    audience: DEVELOPMENT_AUDIENCE,
    algorithms: [DEVELOPMENT_ALGORITHM],
  });
}
