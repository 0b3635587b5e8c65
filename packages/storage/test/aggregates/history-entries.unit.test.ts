import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freezeEvents, historySize } from '../../src/aggregates/history-entries.ts';

const AT = '2026-01-31T09:30:00.000Z';
const noteOrNone = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined });

describe('The size of history', () => {
  it('is that of its entries as JSON, when it is frozen and when it is counted again', () => {
    const event = fc.record({ text: fc.string({ unit: 'grapheme' }), note: noteOrNone });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), fc.nat(2_000), (events, lastSequence) => {
        const frozen = freezeEvents(
          {
            tenantId: 'ten_1',
            id: 'app_1',
            base: { lastSequence, lastOccurredAt: AT } as never,
            state: {},
            events: events.map(({ text, note }) => ({
              type: 'something.happened',
              time: AT,
              data: { text },
              ...(note === undefined ? {} : { memo: { note } }),
            })),
            visible: true,
            now: AT,
            commandId: 'cmd_1/considered:job_1',
            trace: { correlationId: 'c', causationId: 'd' },
          },
          '/hiregraph/candidate/1',
          16_384,
        );
        // One byte an entry more: a comma stands behind each.
        expect(frozen.bytes).toBe(
          frozen.entries.reduce((sum, entry) => sum + Buffer.byteLength(JSON.stringify(entry)) + 1, 0),
        );
        expect(historySize(frozen.entries)).toBe(frozen.bytes);
      }),
    );
  });
});
