import type { ServiceName } from '@hiregraph/kernel';
import type { EventBus, Scheduler } from '@hiregraph/messaging';
import type { OutboxSource, Storage, StorageEngine } from '@hiregraph/storage';
import type { MakeFunnel } from './funnel.ts';
import type { Passage } from './simulated-ports.ts';

/** A platform with a mistake, made by giving a correct one ports that do something else than they say. */
export interface Mutant {
  readonly mistake: string;
  engine?(engine: StorageEngine, bus: EventBus): StorageEngine;
  source?(source: OutboxSource): OutboxSource;
  bus?(bus: Pick<EventBus, 'publish' | 'subscribe'>, passage: Passage): Pick<EventBus, 'publish' | 'subscribe'>;
  /** Begins what a service must not do by the clock; ends by itself when the process has died. */
  timer?(storage: Storage, service: ServiceName, passage: Passage, scheduler: Scheduler): void;
  readonly funnel?: MakeFunnel;
}

export const NO_MISTAKE: Mutant = { mistake: 'none' };

/** Of the first seed with which a mistake shows; none where it shows with no seed. */
export async function firstFaults(
  seeds: readonly number[],
  simulate: (seed: number) => Promise<{ readonly faults: readonly string[] }>,
): Promise<readonly string[]> {
  for (const seed of seeds) {
    const { faults } = await simulate(seed);
    if (faults.length > 0) return faults;
  }
  return [];
}
