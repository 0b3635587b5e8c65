import type { Instant } from '@hiregraph/kernel';
import type { Reads } from './aggregate-store.ts';
import type { IndexSpec } from './query.ts';

/** A service's own note of one aggregate of another service, kept from its events. One row per source aggregate. */
export interface ProjectionRow<Row> {
  /** The source aggregate's id. */
  readonly id: string;
  readonly tenantId: string;
  /** The highest sequence of the source aggregate that this row has taken in. */
  readonly sequence: number;
  /** The time of that event: projections depend on event contents only, never on processing time. */
  readonly at: Instant;
  readonly state: Row;
}

export interface ProjectionDefinition {
  readonly collection: string;
  readonly indexes: readonly IndexSpec[];
}

/** Which event of which aggregate is being applied. */
export interface AppliedEvent {
  readonly sequence: number;
  readonly at: Instant;
}

/**
 * - applied: the row took it in
 * - duplicate: the row had it already; effects behind it are done again all the same, since they may have been cut off
 * - gap: events before it are missing; the consumer parks the key
 */
export type ApplyResult = 'applied' | 'duplicate' | 'gap';

export interface ProjectionStore<Row> extends Reads<ProjectionRow<Row>> {
  readonly definition: ProjectionDefinition;
  /**
   * Takes one event in, only where the row's sequence is exactly one lower (a row that is absent counts as 0).
   * @param change pure; gets the row's state (null where absent) and gives the new one
   */
  apply(tenantId: string, id: string, event: AppliedEvent, change: (state: Row | null) => Row): Promise<ApplyResult>;
  /** Stores the owner's answer to a question, unless the row is as new already. */
  learn(tenantId: string, id: string, event: AppliedEvent, row: Row): Promise<void>;
  /**
   * Puts a row in the place of the stored one, unless that is newer: how a rebuild mends rows that are wrong.
   * @returns whether it was written
   */
  restore(tenantId: string, id: string, event: AppliedEvent, row: Row): Promise<boolean>;
}
