import { HiregraphError, type Logger } from '@hiregraph/kernel';
import type { Admin, ConfigResourceTypes, ITopicMetadata } from 'kafkajs';
import type { TopicSpec } from '../event-bus.ts';
import { PartitionsChangedError } from '../embedded/topic-partitions.ts';

/** How topics are kept, from configuration. */
export interface TopicSettings {
  /** Copies of each partition. */
  readonly replicationFactor: number;
  /** Copies that have to be there for a publish to be acknowledged. */
  readonly minInsyncReplicas: number;
  /** How long events are kept; -1 keeps them for ever. */
  readonly retentionMilliseconds: number;
}

/** A topic is kept in another way than is configured. Nobody changes it behind an operator's back. */
export class TopicMisconfiguredError extends HiregraphError {
  constructor(topic: string, differences: readonly string[]) {
    super(
      'INTERNAL_ERROR',
      `Topic ${topic} is not kept as configured: ${differences.join('; ')}. Change the topic with kafka-configs.sh --alter, or the configuration.`,
      { details: { topic, differences } },
    );
  }
}

export interface TopicParts {
  readonly settings: TopicSettings;
  /** Says to Kafka that a name is a topic's. */
  readonly resource: ConfigResourceTypes;
  readonly logger: Logger;
}

/**
 * Makes what is missing and verifies the rest: partitions, retention, in-sync replicas, and that nothing is compacted.
 * @throws PartitionsChangedError, TopicMisconfiguredError; whatever kafkajs throws when the brokers cannot be asked
 */
export async function ensureKafkaTopics(
  admin: Admin,
  specs: readonly TopicSpec[],
  { resource, settings, logger }: TopicParts,
): Promise<void> {
  const present = new Set(await admin.listTopics());
  const missing = specs.filter(({ name }) => !present.has(name));
  if (missing.length > 0) {
    await createTopics(admin, missing, settings);
    logger.info({ topics: missing.map(({ name }) => name) }, 'Topics were made.');
  }
  const { topics } = await admin.fetchTopicMetadata({ topics: specs.map(({ name }) => name) });
  for (const spec of specs) verifyPartitions(spec, topics);
  await verifySettings(admin, specs, settings, resource);
}

async function createTopics(admin: Admin, specs: readonly TopicSpec[], settings: TopicSettings): Promise<void> {
  const configEntries = Object.entries(wantedEntries(settings)).map(([name, value]) => ({ name, value }));
  await admin.createTopics({
    waitForLeaders: true,
    topics: specs.map(({ name, partitions }) => ({
      topic: name,
      numPartitions: partitions,
      replicationFactor: settings.replicationFactor,
      configEntries,
    })),
  });
}

function wantedEntries({ minInsyncReplicas, retentionMilliseconds }: TopicSettings): Record<string, string> {
  return {
    'cleanup.policy': 'delete',
    'retention.ms': String(retentionMilliseconds),
    'min.insync.replicas': String(minInsyncReplicas),
  };
}

function verifyPartitions({ name, partitions }: TopicSpec, topics: readonly ITopicMetadata[]): void {
  const present = topics.find((topic) => topic.name === name)?.partitions.length ?? 0;
  if (present !== partitions) throw new PartitionsChangedError(name, present, partitions);
}

async function verifySettings(
  admin: Admin,
  specs: readonly TopicSpec[],
  settings: TopicSettings,
  resource: ConfigResourceTypes,
): Promise<void> {
  const wanted = wantedEntries(settings);
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: specs.map(({ name }) => ({ type: resource, name, configNames: Object.keys(wanted) })),
  });
  for (const { resourceName, configEntries } of resources) {
    const differences = configEntries
      .filter(({ configName, configValue }) => configName in wanted && wanted[configName] !== configValue)
      .map(({ configName, configValue }) => `${configName} is ${configValue}, not ${wanted[configName]}`);
    if (differences.length > 0) throw new TopicMisconfiguredError(resourceName, differences);
  }
}
