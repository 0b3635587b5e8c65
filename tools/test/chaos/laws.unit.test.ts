import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EventEnvelope } from '@hiregraph/kernel';
import type { IssuedCommand, StoredHistory } from '@hiregraph/testkit/oracle';
import { type Evidence, storedLaws } from '../../src/chaos/laws.ts';
import { MUTATIONS } from '../../src/chaos/mutations.ts';
import { SETUP } from '../../src/chaos/tenant.ts';

const SUBMITTED = MUTATIONS.submitApplication;
const MOVED = MUTATIONS.moveApplication;
const HIRED = 'com.hiregraph.application.hired.v1';
const FILLED = 'com.hiregraph.job.opening-filled.v1';
const RESERVED = 'com.hiregraph.job.opening-reserved.v1';

interface Told {
  readonly type: string;
  readonly correlationid: string;
  readonly data: object;
}

function historyOf(id: string, told: readonly Told[]): StoredHistory {
  const events = told.map(
    (event, index): EventEnvelope => ({
      specversion: '1.0',
      id: `${id}:${index + 1}`,
      source: '/hiregraph/test/1',
      subject: id,
      time: '2026-01-05T08:00:00.000Z',
      datacontenttype: 'application/json',
      tenantid: 'ten_1',
      sequence: index + 1,
      causationid: event.correlationid,
      ...event,
    }),
  );
  return { id, lastSequence: events.length, events };
}

const acknowledged = (
  { makes, mayFollow }: { readonly makes: readonly string[]; readonly mayFollow: readonly string[] },
  correlationId: string,
  subject: string | null,
  more: Partial<IssuedCommand> = {},
): IssuedCommand => ({ correlationId, makes, mayFollow, subject, outcome: 'acknowledged', ...more });

/** What is left of a run in which all went well: some applications moved here and there, and the first one hired. */
function goodRun(moves: readonly number[]): Evidence {
  const commands: IssuedCommand[] = [];
  const histories = moves.map((count, index) => {
    const id = `app_${index}`;
    const stage = (at: number): { id: string } => ({ id: `stg_${at}` });
    commands.push(acknowledged(SUBMITTED, `${id}-submit`, null));
    const told: Told[] = [{ type: SUBMITTED.makes[0] ?? '', correlationid: `${id}-submit`, data: { stage: stage(0) } }];
    for (let at = 1; at <= count; at++) {
      const says = { 'to.id': stage(at).id };
      commands.push(acknowledged(MOVED, `${id}-move-${at}`, id, { says }));
      const data = { stage: stage(at), to: stage(at) };
      told.push({ type: MOVED.makes[0] ?? '', correlationid: `${id}-move-${at}`, data });
    }
    if (index === 0) {
      const hire = MUTATIONS.hireApplication;
      commands.push(acknowledged(hire, `${id}-hire`, id, { mustFollow: [HIRED] }));
      told.push({ type: hire.makes[0] ?? '', correlationid: `${id}-hire`, data: { stage: stage(count) } });
      told.push({ type: HIRED, correlationid: `${id}-hire`, data: { stage: { id: 'stg_hired' } } });
    }
    return historyOf(id, told);
  });
  const job = historyOf('job_1', [
    { type: 'com.hiregraph.job.created.v1', correlationid: SETUP, data: {} },
    { type: RESERVED, correlationid: 'app_0-hire', data: {} },
    { type: FILLED, correlationid: 'app_0-hire', data: {} },
  ]);
  const all = [...histories, job];
  return {
    histories: all,
    published: all.flatMap(({ events }) => events),
    commands,
    applications: moves.map((count, index) => ({
      id: `app_${index}`,
      jobId: 'job_1',
      status: index === 0 ? 'HIRED' : 'ACTIVE',
      stageId: index === 0 ? 'stg_hired' : `stg_${count}`,
      hireStatus: index === 0 ? 'HIRED' : null,
      openingId: index === 0 ? 'opn_1' : null,
    })),
    jobs: [
      {
        id: 'job_1',
        seats: [
          { id: 'opn_1', status: 'FILLED', applicationId: 'app_0' },
          { id: 'opn_2', status: 'OPEN', applicationId: null },
        ],
      },
    ],
    interviews: [],
  };
}

const faultsOf = (evidence: Evidence): string =>
  storedLaws(evidence)
    .flatMap(({ faults }) => faults)
    .join('\n');
const runs = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 });

/** One thing that went wrong, at a place that chance decides. @returns the aggregate that it happened to */
type Spoil = (run: Evidence, at: (length: number) => number) => readonly [spoilt: Evidence, aggregate: string];

/** Of an aggregate with at least two events. */
function someHistory({ histories }: Evidence, at: (length: number) => number): StoredHistory {
  return histories[at(histories.length)] as StoredHistory;
}

const withHistory = (run: Evidence, changed: StoredHistory): Evidence => ({
  ...run,
  histories: run.histories.map((history) => (history.id === changed.id ? changed : history)),
});

const SPOILS: readonly (readonly [string, Spoil])[] = [
  [
    'a stored event is lost',
    (run, at) => {
      const history = someHistory(run, at);
      const lost = at(history.events.length);
      const events = history.events.filter((_, index) => index !== lost);
      return [withHistory(run, { ...history, events }), history.id];
    },
  ],
  [
    'the newest event is lost together with its write, as a store loses it that does not sync',
    (run, at) => {
      const history = someHistory(run, at);
      const events = history.events.slice(0, -1);
      return [withHistory(run, { ...history, events, lastSequence: events.length }), history.id];
    },
  ],
  [
    'an event was never published',
    (run, at) => {
      const lost = at(run.published.length);
      const subject = run.published[lost]?.subject ?? '';
      return [{ ...run, published: run.published.filter((_, index) => index !== lost) }, subject];
    },
  ],
  [
    'two events of an aggregate were published in the wrong order',
    (run, at) => {
      const { id, events } = someHistory(run, at);
      const first = at(events.length - 1);
      const swapped = [...events];
      swapped.splice(first, 2, events[first + 1] as EventEnvelope, events[first] as EventEnvelope);
      const others = run.published.filter(({ subject }) => subject !== id);
      return [{ ...run, published: [...others, ...swapped] }, id];
    },
  ],
  [
    'a change was invented, stored and published in good order',
    (run, at) => {
      const history = someHistory(run, at);
      const last = history.events.at(-1) as EventEnvelope;
      const sequence = last.sequence + 1;
      const invented = { ...last, id: `${history.id}:${sequence}`, sequence, correlationid: 'nobody' };
      const changed = { ...history, lastSequence: sequence, events: [...history.events, invented] };
      return [{ ...withHistory(run, changed), published: [...run.published, invented] }, history.id];
    },
  ],
  [
    'an acknowledged change was made twice',
    (run, at) => {
      const history = someHistory(run, (length) => at(length - 1));
      const doubled = history.events[at(history.events.length)] as EventEnvelope;
      const last = history.events.at(-1) as EventEnvelope;
      const sequence = last.sequence + 1;
      const again = { ...doubled, id: `${history.id}:${sequence}`, sequence, data: last.data };
      const changed = { ...history, lastSequence: sequence, events: [...history.events, again] };
      return [{ ...withHistory(run, changed), published: [...run.published, again] }, history.id];
    },
  ],
  [
    'an acknowledged change was made to another aggregate',
    (run, at) => {
      const { commands } = run;
      const moves = commands.filter(({ subject }) => subject !== null);
      const chosen = moves[at(moves.length)] as IssuedCommand;
      const moved = { ...chosen, subject: 'app_elsewhere' };
      return [{ ...run, commands: commands.map((each) => (each === chosen ? moved : each)) }, chosen.subject ?? ''];
    },
  ],
  [
    'a refused change was made all the same',
    (run, at) => {
      const chosen = run.commands[at(run.commands.length)] as IssuedCommand;
      const refused = { ...chosen, outcome: 'refused' } as const;
      const commands = run.commands.map((each) => (each === chosen ? refused : each));
      return [{ ...run, commands }, chosen.correlationId];
    },
  ],
  [
    'an application stands elsewhere than its history led',
    (run, at) => {
      const chosen = at(run.applications.length);
      const applications = run.applications.map((each, index) =>
        index === chosen ? { ...each, stageId: 'stg_elsewhere' } : each,
      );
      return [{ ...run, applications }, `app_${chosen}`];
    },
  ],
  ['a seat is reserved for nobody', (run) => [withSeat(run, 1, { status: 'RESERVED', applicationId: null }), 'opn_2']],
  ['a seat is filled by nobody', (run) => [withSeat(run, 1, { status: 'FILLED', applicationId: null }), 'opn_2']],
  [
    'a seat was given back under somebody hired',
    (run) => [withSeat(run, 0, { status: 'OPEN', applicationId: null }), 'app_0'],
  ],
];

function withSeat(run: Evidence, number: number, change: { status: string; applicationId: string | null }): Evidence {
  const jobs = run.jobs.map((job) => ({
    ...job,
    seats: job.seats.map((seat, index) => (index === number ? { ...seat, ...change } : seat)),
  }));
  return { ...run, jobs };
}

const RUNS = { numRuns: 25 };

describe('the laws that a run is judged by', () => {
  test('hold for every run in which all went well, also with repeats on the topics', () => {
    fc.assert(
      fc.property(runs, (moves) => {
        const run = goodRun(moves);
        expect(faultsOf(run)).toBe('');
        expect(faultsOf({ ...run, published: [...run.published, ...run.published] })).toBe('');
      }),
      RUNS,
    );
  });

  test('hold for an unknown change whether it was made or not', () => {
    const run = goodRun([2, 1]);
    const unknown = run.commands.map((command) => ({ ...command, outcome: 'unknown' }) as const);
    expect(faultsOf({ ...run, commands: unknown })).toBe('');
    const never = acknowledged(MOVED, 'never-made', 'app_1', { outcome: 'unknown' });
    expect(faultsOf({ ...run, commands: [...run.commands, never] })).toBe('');
  });

  test.each(SPOILS)('are broken, naming what it happened to, when %s', (_what, spoil) => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.nat({ max: 1_000 })), (moves, chances) => {
        const at = (length: number): number => Number(chances.next().value) % length;
        const [spoilt, aggregate] = spoil(goodRun(moves), at);
        expect(faultsOf(spoilt)).toContain(aggregate);
      }),
      RUNS,
    );
  });
});
