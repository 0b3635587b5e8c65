/** The product as it was built, from the arms' side: the same tokens, tenants, clock and V8 for every one of them. */
import { createDevelopmentIssuer, verifierForDevelopment } from '@hiregraph/gateway';
import { silentLogger, systemClock } from '@hiregraph/kernel';
import { createTenantDirectory, keepNewObjectsYoung } from '@hiregraph/subgraph';

// As every entry of the product does; peers and floors get the same.
keepNewObjectsYoung();

export const logger = silentLogger;
export const clock = systemClock;

/** @param {{ tokenKey: string }} installation */
export function issuerOf({ tokenKey }) {
  return createDevelopmentIssuer(Buffer.from(tokenKey, 'hex'), clock);
}

/** Verifies each token once and remembers it: what every arm puts in front of its gateway. */
export function verifierOf(installation) {
  const tenants = createTenantDirectory([installation.tenant]);
  return verifierForDevelopment(issuerOf(installation), {
    findTenant: (name) => tenants.findById(name) ?? tenants.findBySlug(name),
    clock,
  });
}

/** @param {{ authorization?: string }} headers of a request */
export function tokenIn(headers) {
  return headers.authorization?.slice('Bearer '.length) ?? '';
}
