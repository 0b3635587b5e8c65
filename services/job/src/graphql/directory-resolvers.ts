import { ForbiddenError } from '@hiregraph/kernel';
import { roleMay } from '../application/access-rules.ts';
import type { Resolvers } from './generated/resolver-types.ts';

/** Users, reasons and tenants. */
export const directoryResolvers = {
  User: {
    __resolveReference: async ({ id }, { loaders }) => {
      const stored = await loaders.user.load(id);
      return stored === null ? null : { stored };
    },
    id: ({ stored }) => stored.id,
    name: ({ stored }) => stored.state.name,
    tenant: ({ stored }, _arguments, { caller, application }) => {
      if (!roleMay(caller, 'User.tenant'))
        throw new ForbiddenError('Your roles do not allow tenant here. Ask an ADMIN.');
      const tenant = application.tenants.findById(stored.tenantId);
      return tenant === null ? null : { ...tenant };
    },
    version: ({ stored }) => stored.version,
    createdAt: ({ stored }) => stored.createdAt,
    updatedAt: ({ stored }) => stored.updatedAt,
  },
  Tenant: {
    __resolveReference: ({ id }, { caller, application }) => {
      const isOwn = caller.kind === 'user' && caller.tenantId === id && roleMay(caller, 'Tenant.*');
      const tenant = isOwn ? application.tenants.findById(id) : null;
      return tenant === null ? null : { ...tenant };
    },
  },
  RejectionReason: {
    __resolveReference: async ({ id }, { loaders }) => {
      const stored = await loaders.reason.load(id);
      return stored === null ? null : { stored };
    },
    id: ({ stored }) => stored.id,
    label: ({ stored }) => stored.state.label,
    side: ({ stored }) => stored.state.side,
    active: ({ stored }) => stored.state.active,
    version: ({ stored }) => stored.version,
    createdAt: ({ stored }) => stored.createdAt,
    updatedAt: ({ stored }) => stored.updatedAt,
  },
  RejectionReasonFacts: {
    id: ({ stored }) => stored.id,
    lastSequence: ({ stored }) => stored.lastSequence,
    occurredAt: ({ stored }) => stored.lastOccurredAt ?? stored.createdAt,
    side: ({ stored }) => stored.state.side,
    active: ({ stored }) => stored.state.active,
  },
} satisfies Resolvers;
