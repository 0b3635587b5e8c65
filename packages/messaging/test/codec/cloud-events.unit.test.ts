import { describe, expect, test } from '@jest/globals';
import type { EventEnvelope } from '@hiregraph/kernel';
import {
  decodeBinary,
  decodeStructured,
  encodeBinary,
  encodeStructured,
  MalformedEventError,
} from '@hiregraph/messaging';
import fc from 'fast-check';

const EVENT: EventEnvelope = {
  specversion: '1.0',
  id: 'app_1:7',
  source: '/hiregraph/candidate/1',
  type: 'com.hiregraph.application.stage-changed.v1',
  subject: 'app_1',
  time: '2026-01-05T08:00:00.000Z',
  datacontenttype: 'application/json',
  tenantid: 'ten_1',
  sequence: 7,
  correlationid: 'cor_1',
  causationid: 'cmd_1',
  traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  data: { jobId: 'job_1', stage: { name: 'Vorgespräch – 面接', position: 2 }, from: null },
};

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const anyEvent = fc
  .record(
    {
      id: text,
      source: text,
      type: text,
      subject: text,
      time: text,
      tenantid: text,
      sequence: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      correlationid: text,
      causationid: text,
      traceparent: text,
      data: fc.jsonValue(),
    },
    {
      requiredKeys: [
        'id',
        'source',
        'type',
        'subject',
        'time',
        'tenantid',
        'sequence',
        'correlationid',
        'causationid',
        'data',
      ],
    },
  )
  .map((event): EventEnvelope => ({ ...event, specversion: '1.0', datacontenttype: 'application/json' }));

/** As a broker gives it back: everything as bytes. */
function received(event: EventEnvelope): Parameters<typeof decodeBinary>[0] {
  const { headers, value } = encodeBinary(event);
  const bytes = Object.entries(headers).map(([name, header]) => [name, Buffer.from(header)] as const);
  return { headers: Object.fromEntries(bytes), value: Buffer.from(value) };
}

describe('an event as a CloudEvent', () => {
  test('is the same after structured form and back', () => {
    expect(decodeStructured(encodeStructured(EVENT))).toEqual(EVENT);
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(decodeStructured(encodeStructured(event))).toEqual(JSON.parse(JSON.stringify(event)));
      }),
    );
  });

  test('is the same after binary form and back', () => {
    expect(decodeBinary(received(EVENT))).toEqual(EVENT);
    fc.assert(
      fc.property(anyEvent, (event) => {
        expect(decodeBinary(received(event))).toEqual(JSON.parse(JSON.stringify(event)));
      }),
    );
  });

  test('has in binary form one ce_ header an attribute, its data as JSON and its subject as key', () => {
    expect(encodeBinary(EVENT)).toEqual({
      key: 'app_1',
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: 'app_1:7',
        ce_source: '/hiregraph/candidate/1',
        ce_type: 'com.hiregraph.application.stage-changed.v1',
        ce_subject: 'app_1',
        ce_time: '2026-01-05T08:00:00.000Z',
        ce_tenantid: 'ten_1',
        ce_sequence: '7',
        ce_correlationid: 'cor_1',
        ce_causationid: 'cmd_1',
        ce_traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      },
      value: '{"jobId":"job_1","stage":{"name":"Vorgespräch – 面接","position":2},"from":null}',
    });
  });

  test('has no header for what it does not have', () => {
    const { traceparent: _traceparent, ...event } = EVENT;
    expect(Object.keys(encodeBinary(event).headers)).not.toContain('ce_traceparent');
    expect(decodeBinary(received(event))).toEqual(event);
  });

  test('is read in structured form from a broker too', () => {
    const message = { headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' } };
    expect(decodeBinary({ ...message, value: encodeStructured(EVENT) })).toEqual(EVENT);
  });

  test('leaves out attributes that only a newer producer knows', () => {
    expect(decodeStructured(JSON.stringify({ ...EVENT, dataschema: 'x', newer: 1 }))).toEqual(EVENT);
  });

  test.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['another version', JSON.stringify({ ...EVENT, specversion: '0.3' })],
    ['no subject', JSON.stringify({ ...EVENT, subject: undefined })],
    ['a sequence of 0', JSON.stringify({ ...EVENT, sequence: 0 })],
  ])('is refused with %s', (_what, content) => {
    expect(() => decodeStructured(content)).toThrow(MalformedEventError);
  });
});
