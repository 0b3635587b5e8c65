import { z } from 'zod';
import { EVENT_TYPES, TOPICS } from './catalogue.ts';
import type { EventType } from './event-type.ts';

/** A JSON document. */
export type Json = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft 2020-12) of one event type's data. */
export function dataSchemaOf(eventType: EventType): Json {
  const schema = z.toJSONSchema(eventType.data, { target: 'draft-2020-12' });
  return { ...schema, title: eventType.type, description: eventType.summary };
}

/** What every event has around its data: CloudEvents 1.0 attributes and our extensions. */
export const ENVELOPE_SCHEMA: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Envelope',
  description: 'A CloudEvents 1.0 event with the extensions of Hiregraph.',
  type: 'object',
  required: [
    'specversion',
    'id',
    'source',
    'type',
    'subject',
    'time',
    'datacontenttype',
    'tenantid',
    'sequence',
    'correlationid',
    'causationid',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', description: '<aggregate id>:<sequence>. Never changes: a repeat has the same id.' },
    source: { type: 'string', description: '/hiregraph/<service>/<store epoch>.' },
    type: { type: 'string' },
    subject: { type: 'string', description: "The aggregate's id; the key on the topic." },
    time: { type: 'string', format: 'date-time', description: 'When it happened.' },
    datacontenttype: { const: 'application/json' },
    tenantid: { type: 'string' },
    sequence: {
      type: 'integer',
      minimum: 1,
      description: 'From 1, gap-free per aggregate over all types. Deduplicate by it per (source, subject).',
    },
    correlationid: { type: 'string' },
    causationid: { type: 'string' },
    traceparent: { type: 'string' },
    data: { type: 'object' },
  },
};

/** `com.hiregraph.application.stage-changed.v1` → `application.stage-changed.v1`. */
export function shortNameOf(type: string): string {
  return type.replace('com.hiregraph.', '');
}

/** The platform's events as an AsyncAPI 3.0 document (https://www.asyncapi.com/docs/reference/specification/v3.0.0). */
export function asyncApiDocument(): Json {
  const types = [...EVENT_TYPES.values()];
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Hiregraph events',
      version: '1.0.0',
      description:
        'Every change to jobs, candidates, applications, interviews and scorecards. Order holds for one aggregate, no sequence is skipped, delivery is at least once. No personal data.',
    },
    defaultContentType: 'application/json',
    channels: Object.fromEntries(TOPICS.map((topic) => [topic, channelOf(topic, types)])),
    operations: Object.fromEntries(
      TOPICS.map((topic) => [`receive-${topic}`, { action: 'receive', channel: { $ref: `#/channels/${topic}` } }]),
    ),
    components: {
      messages: Object.fromEntries(types.map((eventType) => [shortNameOf(eventType.type), messageOf(eventType)])),
    },
  };
}

function channelOf(topic: string, types: readonly EventType[]): Json {
  const messages = types.filter((eventType) => eventType.topic === topic).map(({ type }) => shortNameOf(type));
  return {
    address: topic,
    description: 'Key: the aggregate id. CloudEvents binary mode: `ce_` headers, JSON value.',
    messages: Object.fromEntries(messages.map((name) => [name, { $ref: `#/components/messages/${name}` }])),
  };
}

function messageOf(eventType: EventType): Json {
  const { $schema: _dialect, ...payload } = dataSchemaOf(eventType);
  return { name: eventType.type, title: shortNameOf(eventType.type), summary: eventType.summary, payload };
}
