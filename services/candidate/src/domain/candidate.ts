import { type Instant, unreachable } from '@hiregraph/kernel';
import type { Resume } from './resume.ts';
import type { Source } from './source.ts';

/** A person's own fields. */
export interface CandidateProfile {
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly links: readonly string[];
  readonly location: string | null;
  readonly resume: Resume | null;
  readonly source: Source | null;
}

/** A person. */
export interface Candidate extends CandidateProfile {
  readonly tags: readonly string[];
  /** The jobs that the person was ever considered for: lets lists be narrowed to a job or a team. No field of the API. */
  readonly consideredFor: readonly string[];
}

export type ProfileField = keyof CandidateProfile;

export type CandidateEvent =
  | {
      readonly type: 'CandidateCreated';
      readonly at: Instant;
      readonly profile: CandidateProfile;
      readonly tags: readonly string[];
    }
  | { readonly type: 'CandidateUpdated'; readonly at: Instant; readonly changes: Partial<CandidateProfile> }
  | { readonly type: 'CandidateTagged'; readonly at: Instant; readonly tags: readonly string[] };

/** Folds one event into the state. */
export function evolveCandidate(state: Candidate | null, event: CandidateEvent): Candidate {
  if (event.type === 'CandidateCreated') return { ...event.profile, tags: event.tags, consideredFor: [] };
  if (state === null) throw new RangeError(`${event.type} came before CandidateCreated.`);
  switch (event.type) {
    case 'CandidateUpdated':
      return { ...state, ...event.changes };
    case 'CandidateTagged':
      return { ...state, tags: event.tags };
    default:
      return unreachable(event);
  }
}
