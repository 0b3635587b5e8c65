import type { EventEnvelope } from '@hiregraph/kernel';
import { MalformedEventError, parseJson, type RawAttributes, toEnvelope } from './cloud-event.ts';

/** The media type of one event in structured form. */
export const STRUCTURED_CONTENT_TYPE = 'application/cloudevents+json';

/** One event as CloudEvents 1.0 JSON (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md). */
export function encodeStructured(event: EventEnvelope): string {
  return JSON.stringify(event);
}

/** @throws MalformedEventError */
export function decodeStructured(text: string): EventEnvelope {
  const parsed = parseJson(text);
  if (parsed === null || typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw new MalformedEventError('it is no JSON object');
  }
  const { data, ...attributes } = parsed as RawAttributes;
  return toEnvelope(attributes, data);
}
