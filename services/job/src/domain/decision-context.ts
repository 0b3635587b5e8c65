import type { IdKind, Instant } from '@hiregraph/kernel';

/** What a decision is given from outside: time and ids. */
export interface DecisionContext {
  readonly now: Instant;
  /** The same slot of the same command gives the same id, on every try. */
  readonly newId: (kind: IdKind, slot?: string) => string;
}
