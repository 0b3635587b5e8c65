import { setMaxListeners } from 'node:events';
import {
  type Clock,
  createIdGenerator,
  HiregraphError,
  type Lifecycle,
  type ServiceName,
  silentLogger,
} from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createRelay,
  createStoredDeadLetters,
  type EventBus,
  type EventConsumer,
  type Scheduler,
} from '@hiregraph/messaging';
import { openStorage, type Storage, type StorageEngine } from '@hiregraph/storage';
import type { Service } from '@hiregraph/subgraph';
import { SERVICE_NAMES } from '../../src/create-platform.ts';
import { createServices } from '../../src/create-services.ts';
import { TENANT } from '../support/test-platform.ts';
import { createFunnel, type SharedCounters } from './funnel.ts';
import type { Mutant } from './mutant.ts';
import { busOf, engineOf, type Passage } from './simulated-ports.ts';

export type Engines = Readonly<Record<ServiceName | 'analyst', StorageEngine>>;

/** What outlives every process. */
export interface World {
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  readonly random: () => number;
  readonly engines: Engines;
  readonly bus: EventBus;
  readonly counters: SharedCounters;
  readonly mutant: Mutant;
}

/** A process of the platform: all three services and an analyst, each with its relay and its consumers. */
export interface SimulatedProcess {
  readonly services: Readonly<Record<ServiceName, Service>>;
  readonly isDead: () => boolean;
  die(): void;
}

const DEATH_AT_FAILPOINT = 0.015;

/** Services over given engines, with ids from the seed. */
export function openServices(
  { clock, random }: Pick<World, 'clock' | 'random'>,
  engineFor: (name: ServiceName) => StorageEngine,
  failpoints: (point: string) => Promise<void> | void = () => undefined,
): Record<ServiceName, Service> {
  const ids = createIdGenerator(clock, (target) => {
    for (let at = 0; at < target.length; at++) target[at] = Math.floor(random() * 256);
  });
  const parts = { clock, logger: silentLogger };
  return createServices({
    ...parts,
    tenants: [TENANT],
    cursorSecret: 'the secret of the cursors of a simulation',
    sagaFailpoints: failpoints,
    storageOf: (name) => openStorage({ ...parts, ids, engine: engineFor(name), service: name, failpoints }),
  });
}

export async function startProcess(
  world: World,
  passageOf: (isDead: () => boolean) => Passage,
): Promise<SimulatedProcess> {
  const { clock, scheduler, random, mutant } = world;
  let dead = false;
  const running: Lifecycle[] = [];
  const lost = new AbortController();
  // Every member and every batch under way listens to it.
  setMaxListeners(0, lost.signal);
  const passage = { ...passageOf(() => dead), lost: lost.signal };
  const die = (): void => {
    dead = true;
    for (const part of running) part.stop().catch(() => undefined);
  };
  const failpoints = async (point: string): Promise<void> => {
    if (!dead && passage.chance(DEATH_AT_FAILPOINT)) die();
    if (!dead) await passage.reach?.(point, { die, loseMembership: () => lost.abort() });
    if (dead) throw new Error('The process died.');
  };
  const engineFor = (name: keyof Engines): StorageEngine => {
    const engine = engineOf(world.engines[name], passage);
    return mutant.engine?.(engine, world.bus) ?? engine;
  };
  const guarded = busOf(world.bus, passage);
  const bus = mutant.bus?.(guarded, passage) ?? guarded;
  const parts = { bus, clock, scheduler, random, failpoints, logger: silentLogger };
  const consume = async (storage: Storage, service: ServiceName, consumers: readonly EventConsumer[]) => {
    const deadLetters = createStoredDeadLetters({ storage, service, clock });
    const runner = createConsumerRunner({ ...parts, consumers, deadLetters });
    running.push(runner);
    await runner.start();
  };
  const services = openServices(world, engineFor, failpoints);
  const start = async (): Promise<void> => {
    for (const name of SERVICE_NAMES) {
      const { storage, consumers } = services[name];
      await storage.start();
      const source = mutant.source?.(storage.outbox) ?? storage.outbox;
      const relay = createRelay({ ...parts, source, limits: { batchEvents: 8, queuedAggregates: 6 } });
      running.push(relay);
      await relay.start();
      await consume(storage, name, consumers);
      mutant.timer?.(storage, name, passage, scheduler);
    }
    const analyst = openStorage({ ...parts, engine: engineFor('analyst'), service: 'evaluation' });
    await consume(analyst, 'evaluation', [(mutant.funnel ?? createFunnel)(analyst, world.counters)]);
  };
  await start().catch((error: unknown) => {
    // A store that does not answer while a process starts ends it, and another one tries again.
    if (error instanceof HiregraphError) die();
    else if (!dead) throw error;
  });
  return { services, isDead: () => dead, die };
}
