import type { SeedMutationName } from '../run/seed-mutations.ts';

/** Stands for an id that only the run knows, e.g. `application:17`. */
export interface SeedRef {
  readonly ref: string;
}

export type SeedValue =
  | string
  | number
  | boolean
  | null
  | SeedRef
  | readonly SeedValue[]
  | { readonly [name: string]: SeedValue };

/** Who does a step: one of the staff by their token's subject, a candidate, or somebody without a token. */
export type SeedActor =
  | { readonly kind: 'staff'; readonly subject: string }
  | { readonly kind: 'candidate'; readonly candidate: SeedRef }
  | { readonly kind: 'anonymous' };

/** One thing that somebody does in the sample company: one public operation. */
export interface SeedStep {
  /** Unique in the plan; also the mutation's idempotency key, so that a repeat of the seed finishes the rest. */
  readonly key: string;
  /** When, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly by: SeedActor;
  readonly mutation: SeedMutationName;
  readonly input: Readonly<Record<string, SeedValue>>;
  /** Steps of one lane are done one after another; different lanes run beside each other. */
  readonly lane: string;
  /** What the step makes is known to later steps by this name. */
  readonly makes?: string;
  /** Nothing is done beside it; `settled`: all services know of it, too, before anything else begins. */
  readonly apart?: 'done' | 'settled';
}

/** How the plan can find an application that was sent without a token: nobody tells the sender its id. */
export interface SentApplication {
  readonly application: string;
  readonly candidate: string;
  readonly job: string;
  readonly email: string;
  /** When it was sent, in milliseconds since the Unix epoch. */
  readonly at: number;
}

/** Everything that happened in the sample company until a given day; pure data, the same for the same day. */
export interface SeedPlan {
  /** The first step's time, and the midnight that the plan ends at; milliseconds since the Unix epoch. */
  readonly begins: number;
  readonly ends: number;
  /** By time. */
  readonly steps: readonly SeedStep[];
  readonly sent: readonly SentApplication[];
  readonly counts: { readonly jobs: number; readonly candidates: number; readonly applications: number };
}

export function refTo(name: string): SeedRef {
  return { ref: name };
}

export function staff(subject: string): SeedActor {
  return { kind: 'staff', subject };
}
