import type { Clock, Lifecycle, Logger } from '@hiregraph/kernel';
import {
  createConsumerRunner,
  createLagMeter,
  createRelay,
  createStoredDeadLetters,
  createStoredSourceEpochs,
  type EventBus,
  labelled,
  type MessagingMetrics,
  meterOutbox,
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
  const { service, bus, clock } = options;
  const { consumers } = service;
  const metrics = labelled(options.metrics, { service: service.name });
  const logger = options.logger.child({ service: service.name });
  const relay = createRelay({ source: service.storage.outbox, bus, clock, logger, metrics });
  const deadLetters = createStoredDeadLetters({ storage: service.storage, service: service.name, clock });
  const sourceEpochs = createStoredSourceEpochs({ storage: service.storage, service: service.name, clock });
  const runner = createConsumerRunner({ bus, consumers, deadLetters, sourceEpochs, clock, logger, metrics });
  const lagMeter = createLagMeter({ bus, consumers, clock, logger, metrics });
  meterOutbox(service.storage.outbox, clock, metrics);
  return {
    start: async () => {
      await service.storage.start();
      await relay.start();
      await runner.start();
      await lagMeter.start();
      await service.start();
    },
    stop: async () => {
      await service.stop();
      await lagMeter.stop();
      // Consumers first: what their effects raise still goes out.
      await runner.stop();
      await relay.stop();
      await service.storage.stop();
    },
    whenRelayed: () => relay.whenIdle(),
  };
}
