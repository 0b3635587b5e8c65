import { type EventEnvelope, toInstant } from '@hiregraph/kernel';

export const TEST_TENANT = 'ten_test';
const START = Date.parse('2026-01-05T08:00:00.000Z');

/** An event of an aggregate, alike on every call with the same arguments. */
export function testEvent(subject: string, sequence: number, data: unknown = { sequence }): EventEnvelope {
  return {
    specversion: '1.0',
    id: `${subject}:${sequence}`,
    source: '/hiregraph/candidate/1',
    type: 'com.hiregraph.test.happened.v1',
    subject,
    time: toInstant(START + sequence * 1000),
    datacontenttype: 'application/json',
    tenantid: TEST_TENANT,
    sequence,
    correlationid: 'cor_1',
    causationid: 'cmd_1',
    data,
  };
}

/** The events of one aggregate, from the first sequence to the last. */
export function testEvents(subject: string, from: number, to: number): EventEnvelope[] {
  return Array.from({ length: to - from + 1 }, (_, index) => testEvent(subject, from + index));
}
