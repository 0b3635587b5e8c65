import type { ProjectionDefinition, Storage } from '@hiregraph/storage';
import type { ApplicationRow, Stores } from '../application/stores.ts';
import { openJobStore } from './job-store.ts';
import { openReasonStore } from './reason-store.ts';
import { openUserStore } from './user-store.ts';

export const knownApplicationDefinition: ProjectionDefinition = { collection: 'known_applications', indexes: [] };

/** Opens all that this service keeps. */
export function openStores(storage: Storage): Stores {
  return {
    jobs: openJobStore(storage),
    reasons: openReasonStore(storage),
    users: openUserStore(storage),
    applications: storage.projections<ApplicationRow>(knownApplicationDefinition),
    commands: storage.commands,
  };
}
