export { type BackoffOptions, backoff } from './backoff.ts';
export type { ConsumerLimits } from './consumer/consumer-limits.ts';
export { type ConsumerRunnerOptions, createConsumerRunner } from './consumer/consumer-runner.ts';
export type {
  DeadLetter,
  DeadLetterKind,
  DeadLetterReason,
  DeadLetterStore,
  ParkedKey,
  ParkedRef,
} from './dead-letters/dead-letter-store.ts';
export { createMemoryDeadLetters } from './dead-letters/memory-dead-letters.ts';
export { type DeadLetterReplay, listParkedKeys, replayDeadLetters } from './dead-letters/replay-dead-letters.ts';
export { createEmbeddedBus, type EmbeddedBusOptions } from './embedded/embedded-bus.ts';
export type { EmbeddedBusLimits } from './embedded/embedded-bus-limits.ts';
export type { EmbeddedBus } from './embedded/log-backed-bus.ts';
export type { LogRetention } from './embedded/record-log.ts';
export { PartitionsChangedError } from './embedded/topic-partitions.ts';
export * from './event-bus.ts';
export * from './event-consumer.ts';
export type { MessagingFailpoint, MessagingFailpoints } from './failpoints.ts';
export { labelled, type MessagingMetric, type MessagingMetrics, type MetricLabels } from './metrics.ts';
export { createStoredSourceEpochs, type SourceEpochs, SourceRestoredError } from './consumer/source-epochs.ts';
export { createLagMeter, type LagMeterOptions } from './consumer/lag-meter.ts';
export { meterOutbox } from './relay/outbox-meter.ts';
export { murmur2, partitionOf } from './partitioner.ts';
export { PositionGoneError, partitionName } from './position-vector.ts';
export { createRelay, type Relay, type RelayOptions } from './relay/relay.ts';
export type { RelayLimits } from './relay/relay-limits.ts';
export { type Scheduler, systemScheduler } from './scheduler.ts';
export { createStoredDeadLetters, type StoredDeadLettersOptions } from './dead-letters/stored-dead-letters.ts';
export { MalformedEventError } from './codec/cloud-event.ts';
export { type BinaryMessage, decodeBinary, encodeBinary, type ReceivedMessage } from './codec/binary-event.ts';
export { decodeStructured, encodeStructured, STRUCTURED_CONTENT_TYPE } from './codec/structured-event.ts';
export { createKafkaBus, type KafkaBusOptions } from './kafka/kafka-bus.ts';
export type { KafkaConnection } from './kafka/kafka-client.ts';
export { KafkaAccessError } from './kafka/kafka-errors.ts';
export { TopicMisconfiguredError, type TopicSettings } from './kafka/kafka-topics.ts';
export { createEventFeed, type EventFeed, type EventFeedOptions, type OpenFeed } from './feed/event-feed.ts';
export type { EventFeedLimits } from './feed/feed-limits.ts';
export type { FeedItem } from './feed/feed-reader.ts';
export { EventsGoneError, SlowReaderError } from './feed/feed-errors.ts';
