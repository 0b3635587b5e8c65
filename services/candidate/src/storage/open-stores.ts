import type { Storage } from '@hiregraph/storage';
import type { Stores } from '../application/stores.ts';
import { openApplicationStore } from './application-store.ts';
import { openCandidateStore } from './candidate-store.ts';
import { openKnownInterviewStore, openKnownJobStore, openKnownReasonStore } from './known-fact-stores.ts';

/** Opens everything that this service keeps, so that its indexes are there from the first read. */
export function openStores(storage: Storage): Stores {
  return {
    applications: openApplicationStore(storage),
    candidates: openCandidateStore(storage),
    jobs: openKnownJobStore(storage),
    interviews: openKnownInterviewStore(storage),
    reasons: openKnownReasonStore(storage),
    commands: storage.commands,
    outbox: storage.outbox,
  };
}
