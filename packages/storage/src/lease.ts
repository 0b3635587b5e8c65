import { type Clock, toInstant } from '@hiregraph/kernel';
import type { StorageEngine } from './engine/engine.ts';
import { DuplicateKeyError } from './engine/engine-errors.ts';
import { SYSTEM_COLLECTION } from './store-epoch.ts';

export interface LeaseOptions {
  /** Where the lease is written; started by the caller. */
  readonly engine: StorageEngine;
  /** What only one at a time does. */
  readonly name: string;
  /** No other process, and no other try, has this name. */
  readonly holder: string;
  /** Real time. Clocks of processes may be apart by less than the lease. */
  readonly clock: Clock;
  /** In milliseconds; after it, a holder that went away without a word is followed by another. */
  readonly lasts: number;
}

/**
 * Keeps processes on one store from doing the same work at once. It saves work and no more: a holder that was paused may
 * go on beside its follower, so what is done under a lease must be harmless when done twice.
 */
export interface Lease {
  /** Takes it, or holds it for longer. @returns false while another holds it */
  hold(): Promise<boolean>;
  /** Lets another follow at once. */
  release(): Promise<void>;
}

export function createLease({ engine, name, holder, clock, lasts }: LeaseOptions): Lease {
  const leases = engine.collection(SYSTEM_COLLECTION, []);
  const _id = `lease:${name}`;
  const inTime = (later: number): string => toInstant(clock.now() + later);
  return {
    async hold() {
      const until = inTime(lasts);
      if (await leases.updateOne({ _id, holder }, { $set: { until } })) return true;
      try {
        return await leases.updateOne(
          { _id, until: { $lte: inTime(0) } },
          { $set: { holder, until } },
          { upsert: true },
        );
      } catch (error) {
        // The id is taken and the filter did not match: another holds it.
        if (error instanceof DuplicateKeyError) return false;
        throw error;
      }
    },
    async release() {
      await leases.updateOne({ _id, holder }, { $set: { until: inTime(0) } });
    },
  };
}
