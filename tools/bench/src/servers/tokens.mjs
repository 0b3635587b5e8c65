/** Unique Authorization headers of the same claims. Not remembered anywhere else but in the verifiers. */
import { SignJWT } from 'jose';
import { DEVELOPMENT_ALGORITHM, DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '@hiregraph/gateway';

/**
 * @param {{ tokenKey: string, tenant: { slug: string } }} installation
 * @param {number} count
 * @returns {Promise<string[]>} tokens that differ in their id (`jti`) alone
 */
export function makeTokens({ tokenKey, tenant }, count) {
  const issuedAt = Math.floor(Date.now() / 1000);
  const one = (_, number) =>
    new SignJWT({ tenant: tenant.slug, roles: ['RECRUITER'], name: 'Rita Rovira', jti: `bench-${number}` })
      .setProtectedHeader({ alg: DEVELOPMENT_ALGORITHM })
      .setIssuer(DEVELOPMENT_ISSUER)
      .setAudience(DEVELOPMENT_AUDIENCE)
      .setSubject('rita')
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + 86_400)
      .sign(Buffer.from(tokenKey, 'hex'));
  return Promise.all(Array.from({ length: count }, one));
}
