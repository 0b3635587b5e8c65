import type { EventEnvelope } from '@hiregraph/kernel';
import { parseJson, type RawAttributes, toEnvelope } from './cloud-event.ts';
import { decodeStructured, STRUCTURED_CONTENT_TYPE } from './structured-event.ts';

/** A message as brokers carry it: attributes in headers, data as the value. */
export interface BinaryMessage {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The data as JSON. */
  readonly value: string;
}

/** Headers and value as a broker gives them back. */
export interface ReceivedMessage {
  readonly headers: Readonly<Record<string, string | Buffer | readonly (string | Buffer)[] | undefined>>;
  readonly value: Buffer | string | null;
}

const PREFIX = 'ce_';

/**
 * CloudEvents 1.0 for Kafka in binary mode
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md): one header an
 * attribute, the data content type as `content-type`. Mapped by hand: it is a dozen lines, and the cloudevents package
 * leaves the value an object and absent attributes as headers that kafkajs refuses.
 */
export function encodeBinary(event: EventEnvelope): BinaryMessage {
  const { data, datacontenttype, ...attributes } = event;
  const headers: Record<string, string> = { 'content-type': datacontenttype };
  for (const [name, value] of Object.entries(attributes)) headers[PREFIX + name] = String(value);
  return { key: event.subject, headers, value: JSON.stringify(data) };
}

/**
 * Takes binary mode, and structured mode too, which other producers may prefer.
 * @throws MalformedEventError
 */
export function decodeBinary({ headers, value }: ReceivedMessage): EventEnvelope {
  const text = value?.toString() ?? '';
  const contentType = textOf(headers['content-type']);
  if (contentType?.startsWith(STRUCTURED_CONTENT_TYPE) === true) return decodeStructured(text);
  const attributes: Record<string, string | undefined> = {};
  for (const [name, header] of Object.entries(headers)) {
    if (name.startsWith(PREFIX)) attributes[name.slice(PREFIX.length)] = textOf(header);
  }
  return toEnvelope(attributes satisfies RawAttributes, parseJson(text));
}

function textOf(header: ReceivedMessage['headers'][string]): string | undefined {
  const first = Array.isArray(header) ? (header[0] as string | Buffer | undefined) : header;
  return first?.toString();
}
