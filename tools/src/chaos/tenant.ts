import type { Tenant } from '@hiregraph/kernel';

/** Events of this chain of requests were made before anything went wrong; no client asked for them. */
export const SETUP = 'chaos-setup';
export const TENANT: Tenant = { id: 'ten_chaos', slug: 'chaos', name: 'Chaos' };
