import { describe, expect, test } from '@jest/globals';
import type { EventEnvelope } from '@hiregraph/kernel';
import { commandFaults, type IssuedCommand } from '../../src/oracle/command-faults.ts';
import {
  seatFaults,
  type SettledApplication,
  type SettledJob,
  stageFaults,
  statusFaults,
} from '../../src/oracle/hiring-faults.ts';
import { projectionFaults } from '../../src/oracle/projection-faults.ts';
import { historyFaults, type StoredHistory, streamFaults } from '../../src/oracle/stream-faults.ts';
import { testEvent, testEvents } from '../../src/messaging/test-events.ts';

const HISTORY: StoredHistory = { id: 'app_1', lastSequence: 3, events: testEvents('app_1', 1, 3) };
const [FIRST, SECOND, THIRD] = testEvents('app_1', 1, 3) as [never, never, never];
const APPLICATION: SettledApplication = {
  id: 'app_1',
  jobId: 'job_1',
  status: 'HIRED',
  stageId: 'stg_hired',
  hireStatus: 'HIRED',
  openingId: 'opn_1',
};
const ACTIVE: SettledApplication = { ...APPLICATION, status: 'ACTIVE', hireStatus: null, openingId: null };
const jobWith = (status: string, applicationId: string | null): SettledJob => ({
  id: 'job_1',
  seats: [{ id: 'opn_1', status, applicationId }],
});

describe('a stored history', () => {
  test('is right from 1 to the last sequence', () => {
    expect(historyFaults([HISTORY])).toEqual([]);
  });

  test.each([
    ['misses one', [1, 3], 3],
    ['has one twice', [1, 2, 2, 3], 3],
    ['ends too early', [1, 2], 3],
    ['goes on too long', [1, 2, 3], 2],
    ['is out of order', [2, 1, 3], 3],
  ])('is wrong when it %s', (_what, sequences, lastSequence) => {
    const events = sequences.map((sequence) => testEvent('app_1', sequence));
    expect(historyFaults([{ id: 'app_1', lastSequence, events }])).toHaveLength(1);
  });
});

describe('what lies on the topics', () => {
  test.each([
    ['is each history once', [FIRST, SECOND, THIRD]],
    ['repeats what was sent before', [FIRST, SECOND, FIRST, SECOND, THIRD, THIRD]],
  ])('is right when it %s', (_what, published) => {
    expect(streamFaults([HISTORY], published)).toEqual([]);
  });

  test.each([
    ['lacks the last event', [FIRST, SECOND], 'app_1:3 was never published'],
    ['leaves one out', [FIRST, THIRD], 'app_1:3 was published right after sequence 1'],
    ['swaps two', [SECOND, FIRST, THIRD], 'app_1:2 was published right after sequence 0'],
    [
      'has one that nobody stored',
      [FIRST, SECOND, THIRD, testEvent('app_1', 4)],
      'app_1:4 was published and is in no history',
    ],
    [
      'says something else than the history',
      [FIRST, testEvent('app_1', 2, 'else'), THIRD],
      'app_1:2 was published with other words than its history has',
    ],
  ])('is wrong when it %s', (_what, published, fault) => {
    expect(streamFaults([HISTORY], published)).toContain(fault);
  });

  test('is compared without regard to the order of fields', () => {
    const history = { id: 'app_2', lastSequence: 1, events: [testEvent('app_2', 1, { a: 1, b: 2 })] };
    expect(streamFaults([history], [testEvent('app_2', 1, { b: 2, a: 1 })])).toEqual([]);
  });
});

describe('what clients asked for', () => {
  const made = (...events: [subject: string, type: string][]): StoredHistory[] => [
    {
      id: 'app_1',
      lastSequence: events.length,
      events: events.map(([subject, type], index) => ({ ...testEvent(subject, index + 1), type })),
    },
  ];
  const asked = (outcome: IssuedCommand['outcome']): IssuedCommand[] => [
    { correlationId: 'cor_1', makes: ['asked', 'done'], subject: 'app_1', mayFollow: ['followed'], outcome },
  ];

  test.each([
    ['acknowledged', made(['app_1', 'asked'], ['job_1', 'followed'])],
    ['unknown', made()],
    ['unknown', made(['app_1', 'asked'])],
    ['refused', made()],
  ] as const)('is right as it was done (%s)', (outcome, histories) => {
    expect(commandFaults(histories, asked(outcome))).toEqual([]);
  });

  test('is right when what followed happened once to each of several aggregates', () => {
    const histories = made(['app_1', 'asked'], ['int_1', 'followed'], ['int_2', 'followed']);
    expect(commandFaults(histories, asked('acknowledged'))).toEqual([]);
  });

  test('is wrong when what followed happened twice to the same aggregate', () => {
    const histories = made(['app_1', 'asked'], ['int_1', 'followed'], ['int_1', 'followed']);
    expect(commandFaults(histories, asked('acknowledged'))).toEqual([
      'Written 2 times: int_1:2 (followed), int_1:3 (followed)',
    ]);
  });

  test('is wrong when it made both of two things that it may make', () => {
    const histories = made(['app_1', 'asked'], ['app_1', 'done']);
    expect(commandFaults(histories, asked('acknowledged'))).toEqual([
      'Written 2 times: app_1:1 (asked), app_1:2 (done)',
    ]);
  });

  test('is wrong when what the answer told of beside it is lost', () => {
    const told = asked('acknowledged').map((command) => ({ ...command, mustFollow: ['hired'] }));
    expect(commandFaults(made(['app_1', 'asked'], ['app_1', 'hired']), told)).toEqual([]);
    expect(commandFaults(made(['app_1', 'asked']), told)).toEqual([
      'cor_1 for app_1 was acknowledged with hired, which is lost',
    ]);
  });

  test('is wrong when the event says something else than was asked for', () => {
    const said = (stage: string): StoredHistory[] =>
      made(['app_1', 'asked']).map((history) => ({
        ...history,
        events: history.events.map((event) => ({ ...event, data: { to: { id: stage } } })),
      }));
    const wanted = asked('acknowledged').map((command) => ({ ...command, says: { 'to.id': 'stg_2' } }));
    expect(commandFaults(said('stg_2'), wanted)).toEqual([]);
    expect(commandFaults(said('stg_3'), wanted)).toEqual([
      'app_1:1 (asked) says to.id = stg_3, and stg_2 was asked for',
    ]);
  });

  test.each([
    ['acknowledged and not there', 'acknowledged', made()],
    ['acknowledged and there twice', 'acknowledged', made(['app_1', 'asked'], ['app_1', 'asked'])],
    ['unknown and there twice', 'unknown', made(['app_1', 'asked'], ['app_1', 'asked'])],
    ['refused and there', 'refused', made(['app_1', 'asked'])],
    ['done to another aggregate', 'acknowledged', made(['app_2', 'asked'])],
    ['followed by what nobody expects', 'acknowledged', made(['app_1', 'asked'], ['app_1', 'else'])],
  ] as const)('is wrong when it is %s', (_what, outcome, histories) => {
    expect(commandFaults(histories, asked(outcome))).toHaveLength(1);
  });

  describe('when it found that what it asked for was so already', () => {
    const at = (seconds: number): string => `2026-01-05T08:00:${String(seconds).padStart(2, '0')}.000Z`;
    const told = (sequence: number, type: string, seconds: number): EventEnvelope => ({
      ...testEvent('app_1', sequence),
      type,
      time: at(seconds),
      correlationid: 'cor_2',
    });
    const by = (mayFind: boolean): readonly IssuedCommand[] => [
      { correlationId: 'cor_2', makes: ['done'], subject: null, mayFollow: ['undone'], outcome: 'unknown' },
      {
        correlationId: 'cor_1',
        makes: ['done'],
        subject: 'app_1',
        mayFollow: [],
        outcome: 'acknowledged',
        ...(mayFind ? { mayFind: { undoneBy: ['undone'], asked: at(10), answered: at(20) } } : {}),
      },
    ];
    const faultsAfter = (events: readonly EventEnvelope[], mayFind = true): readonly string[] =>
      commandFaults([{ id: 'app_1', lastSequence: events.length, events }], by(mayFind));
    const lost = 'cor_1 for app_1 was acknowledged and is lost';

    test.each([
      ['another had done it before', [told(1, 'done', 5)]],
      ['another did it meanwhile', [told(1, 'done', 20)]],
      ['another had done it, and it was undone meanwhile', [told(1, 'done', 5), told(2, 'undone', 10)]],
    ])('is right: %s', (_what, events) => {
      expect(faultsAfter(events)).toEqual([]);
    });

    test.each([
      ['nobody had done it', []],
      ['another did it afterwards', [told(1, 'done', 21)]],
      ['another had done it, and it was undone before', [told(1, 'done', 5), told(2, 'undone', 9)]],
    ])('is wrong: %s', (_what, events) => {
      expect(faultsAfter(events)).toEqual([lost]);
    });

    test('is wrong for a command that always writes', () => {
      expect(faultsAfter([told(1, 'done', 5)], false)).toEqual([lost]);
    });
  });

  test('is wrong when something is there that nobody asked for', () => {
    const [{ events }] = made(['app_1', 'asked']) as [StoredHistory];
    expect(commandFaults(made(['app_1', 'asked']), [])).toEqual([
      `Nobody asked for app_1:1 (asked) of ${events[0]?.correlationid ?? ''}`,
    ]);
  });
});

describe('applications and seats at rest', () => {
  const led = (stage: string): StoredHistory[] => [
    { id: 'app_1', lastSequence: 1, events: [testEvent('app_1', 1, { stage: { id: stage } })] },
  ];

  test('are right when the last transition led to the stage, and the seat is filled by who was hired', () => {
    expect(stageFaults([APPLICATION], led('stg_hired'))).toEqual([]);
    expect(seatFaults([jobWith('FILLED', 'app_1')], [APPLICATION])).toEqual([]);
    expect(seatFaults([jobWith('OPEN', null)], [ACTIVE])).toEqual([]);
  });

  test('are wrong when the last transition led elsewhere, or there is none', () => {
    expect(stageFaults([APPLICATION], led('stg_offer'))).toHaveLength(1);
    expect(stageFaults([APPLICATION], [])).toHaveLength(1);
  });

  test.each([
    ['a seat is still reserved', [jobWith('RESERVED', 'app_1')], [ACTIVE]],
    ['a seat is filled by somebody who was not hired', [jobWith('FILLED', 'app_1')], [ACTIVE]],
    ['somebody is hired without a seat', [jobWith('OPEN', null)], [APPLICATION]],
    ['a hire still waits', [jobWith('OPEN', null)], [{ ...ACTIVE, hireStatus: 'PENDING' }]],
    [
      'more are hired than there are seats',
      [jobWith('FILLED', 'app_1')],
      [APPLICATION, { ...APPLICATION, id: 'app_2' }],
    ],
  ])('are wrong when %s', (_what, jobs, applications) => {
    expect(seatFaults(jobs, applications)).not.toEqual([]);
  });
});

describe('the status of an interview', () => {
  const led = (status: string): StoredHistory[] => [
    { id: 'int_1', lastSequence: 1, events: [testEvent('int_1', 1, { status })] },
  ];

  test('is right when its last event led to it, and wrong when not', () => {
    expect(statusFaults([{ id: 'int_1', status: 'SCHEDULED' }], led('SCHEDULED'))).toEqual([]);
    expect(statusFaults([{ id: 'int_1', status: 'SCHEDULED' }], led('COMPLETE'))).toEqual([
      'int_1 is SCHEDULED, and its last event led to COMPLETE',
    ]);
    expect(statusFaults([{ id: 'int_2', status: 'SCHEDULED' }], led('SCHEDULED'))).toHaveLength(1);
  });
});

describe('a projection', () => {
  test('is right when it is the same from scratch, whatever the order of its fields', () => {
    expect(projectionFaults('rows', { a: { x: 1, y: 2 }, b: 1 }, { b: 1, a: { y: 2, x: 1 } })).toEqual([]);
  });

  test.each([
    ['differs', { a: 1 }, { a: 2 }],
    ['lacks a row', {}, { a: 1 }],
    ['has a row too many', { a: 1 }, {}],
  ])('is wrong when it %s', (_what, kept, rebuilt) => {
    expect(projectionFaults('rows', kept, rebuilt)).toHaveLength(1);
  });
});
