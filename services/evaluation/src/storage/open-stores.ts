import type { Storage } from '@hiregraph/storage';
import type { LookState, SightState, Stores } from '../application/stores.ts';
import { openInterviewKitStore } from './interview-kit-store.ts';
import { openInterviewStore } from './interview-store.ts';
import { openKnownApplicationStore } from './known-application-store.ts';
import { openKnownJobStore } from './known-job-store.ts';
import { openScorecardStore } from './scorecard-store.ts';
import { lookDefinition, sightDefinition } from './seen-feedback-store.ts';

/** Opens everything that this service keeps, so that its indexes are there from the first read. */
export function openStores(storage: Storage): Stores {
  return {
    interviews: openInterviewStore(storage),
    kits: openInterviewKitStore(storage),
    scorecards: openScorecardStore(storage),
    sights: storage.aggregates<SightState>(sightDefinition),
    looks: storage.aggregates<LookState>(lookDefinition),
    jobs: openKnownJobStore(storage),
    applications: openKnownApplicationStore(storage),
    commands: storage.commands,
  };
}
