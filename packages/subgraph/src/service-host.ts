import type { Clock, Lifecycle, Logger } from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createRelay,
  createStoredDeadLetters,
  type EventBus,
  type MessagingMetrics,
} from '@hiregraph/messaging';
import type { Service } from './service.ts';

export interface ServiceHostOptions {
  readonly service: Service;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: MessagingMetrics;
}

export interface ServiceHost extends Lifecycle {
  /** Resolves when the relay has nothing queued and nothing on its way. */
  whenRelayed(): Promise<void>;
}

/**
 * Runs what belongs to one service beside its API: its store, its relay, its consumers and its timers. The bus is the
 * caller's: started before, stopped after.
 */
export function createServiceHost(options: ServiceHostOptions): ServiceHost {
  const { service, bus, clock, metrics } = options;
  const logger = options.logger.child({ service: service.name });
  const relay = createRelay({ source: service.storage.outbox, bus, clock, logger, metrics });
  const deadLetters = createStoredDeadLetters({ storage: service.storage, service: service.name, clock });
  const runner = createConsumerRunner({ bus, consumers: service.consumers, deadLetters, clock, logger, metrics });
  return {
    start: async () => {
      await service.storage.start();
      await relay.start();
      await runner.start();
      await service.start();
    },
    stop: async () => {
      await service.stop();
      // Consumers first: what their effects raise still goes out.
      await runner.stop();
      await relay.stop();
      await service.storage.stop();
    },
    whenRelayed: () => relay.whenIdle(),
  };
}
