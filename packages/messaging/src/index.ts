export * from './event-bus.ts';
export * from './event-consumer.ts';
