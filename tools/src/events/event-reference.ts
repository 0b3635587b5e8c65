import {
  asyncApiDocument,
  dataSchemaOf,
  ENVELOPE_SCHEMA,
  EVENT_TYPES,
  type EventType,
  shortNameOf,
  TOPICS,
} from '@hiregraph/contracts';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Every generated document of docs/events, by its path there. */
export function eventDocuments(): ReadonlyMap<string, string> {
  const documents = new Map<string, string>([
    ['asyncapi.json', json(asyncApiDocument())],
    ['schemas/envelope.json', json(ENVELOPE_SCHEMA)],
    ['README.md', reference()],
  ]);
  for (const eventType of EVENT_TYPES.values()) {
    documents.set(`schemas/${shortNameOf(eventType.type)}.json`, json(dataSchemaOf(eventType)));
  }
  return documents;
}

function reference(): string {
  const lines = [
    '# Events',
    '',
    'Made by `npm run docs:events` from `packages/contracts`; do not edit.',
    '',
    'Every event is a [CloudEvents 1.0](https://cloudevents.io) event: its attributes are described in',
    '[schemas/envelope.json](schemas/envelope.json), its data in the schema named beside it, all of it in',
    '[asyncapi.json](asyncapi.json). On Kafka: binary mode (`ce_` headers, JSON value), key = aggregate id.',
    '',
    'For one aggregate order holds and no `sequence` is skipped; delivery is at least once, so deduplicate by `sequence`',
    'per (`source`, `subject`). No event carries a name, an address or a free text of a person.',
  ];
  for (const topic of TOPICS) {
    lines.push('', `## \`${topic}\``, '', '| type | says | data |', '|---|---|---|');
    for (const eventType of EVENT_TYPES.values()) if (eventType.topic === topic) lines.push(row(eventType));
  }
  return `${lines.join('\n')}\n`;
}

function row(eventType: EventType): string {
  const schema = dataSchemaOf(eventType) as { properties?: Record<string, unknown> };
  const fields = Object.keys(schema.properties ?? {}).map((name) => `\`${name}\``);
  const name = shortNameOf(eventType.type);
  return `| [\`${eventType.type}\`](schemas/${name}.json) | ${eventType.summary} | ${fields.join(', ')} |`;
}
