import { type EventEnvelope, HiregraphError } from '@hiregraph/kernel';

/** Something on a topic or in a file that is no event of ours. */
export class MalformedEventError extends HiregraphError {
  constructor(reason: string, cause?: unknown) {
    super('INTERNAL_ERROR', `This is not a CloudEvent of the platform: ${reason}.`, { cause });
  }
}

/** The attributes of an event, without its data, before they are known to be right. */
export type RawAttributes = Readonly<Record<string, unknown>>;

const REQUIRED = ['id', 'source', 'type', 'subject', 'time', 'tenantid', 'correlationid', 'causationid'] as const;

/**
 * Attributes that we do not know are dropped: a newer producer may send more.
 * @throws MalformedEventError
 */
export function toEnvelope(attributes: RawAttributes, data: unknown): EventEnvelope {
  if (attributes.specversion !== '1.0') throw new MalformedEventError('its specversion is not 1.0');
  const [id, source, type, subject, time, tenantid, correlationid, causationid] = REQUIRED.map((name) =>
    textOf(attributes, name),
  ) as [string, string, string, string, string, string, string, string];
  const sequence = Number(attributes.sequence);
  if (!Number.isSafeInteger(sequence) || sequence < 1) throw new MalformedEventError('its sequence is no count from 1');
  const { traceparent } = attributes;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    subject,
    time,
    datacontenttype: 'application/json',
    tenantid,
    sequence,
    correlationid,
    causationid,
    ...(typeof traceparent === 'string' ? { traceparent } : {}),
    data,
  };
}

function textOf(attributes: RawAttributes, name: string): string {
  const value = attributes[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new MalformedEventError(`its attribute ${name} is missing`);
}

/** @throws MalformedEventError */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new MalformedEventError('its content is no JSON', error);
  }
}
