import { describe, expect, it } from '@jest/globals';
import { fillOpening, releaseOlderAttempts, releaseOpening, reserveOpening } from '../../src/domain/hire-decisions.ts';
import { changeStatus } from '../../src/domain/job-decisions.ts';
import { addOpenings, closeOpening } from '../../src/domain/opening-decisions.ts';
import { givenDraft, LATER, NOW, type When } from './given-job.ts';

const holder = (applicationId: string, sequence = 2) => ({ applicationId, attemptId: `${applicationId}:${sequence}` });
const reserve =
  (applicationId: string, sequence = 2): When =>
  (job, { now }) =>
    reserveOpening(job, holder(applicationId, sequence), now);
const fill =
  (applicationId: string, sequence = 2): When =>
  (job, { now }) =>
    fillOpening(job, holder(applicationId, sequence), now);
const release =
  (applicationId: string, sequence = 2): When =>
  (job, { now }) =>
    releaseOpening(job, holder(applicationId, sequence), now);
const open: When = (job, given) => changeStatus(job, 'openJob', given);
const close: When = (job, given) => changeStatus(job, 'closeJob', given);
const openJob = givenDraft().and(open);
const twoSeats = givenDraft({ openings: 2 }).and(open);

describe('reserving a seat', () => {
  it('takes the oldest free one for the attempt', () => {
    const after = twoSeats.and(reserve('app_a')).when(reserve('app_b')).then('OpeningReserved');
    expect(after.openings).toMatchObject([
      { status: 'RESERVED', holder: { applicationId: 'app_a', attemptId: 'app_a:2' } },
      { status: 'RESERVED', holder: { applicationId: 'app_b', attemptId: 'app_b:2' } },
    ]);
  });

  it('is refused when every seat is taken, and changes nothing then', () => {
    const full = openJob.and(reserve('app_a'));
    expect(full.when(reserve('app_b')).then('OpeningRefused').openings).toEqual(full.job.openings);
    expect(reserveOpening(full.job, holder('app_b'), NOW)).toMatchObject([{ because: 'NO_SEAT_LEFT' }]);
  });

  it.each([
    ['a draft', givenDraft()],
    ['on hold', openJob.and((job, given) => changeStatus(job, 'holdJob', given))],
    ['closed', openJob.and(close)],
  ])('is refused when the job is %s', (_what, notOpen) => {
    notOpen.when(reserve('app_a')).then('OpeningRefused');
    expect(reserveOpening(notOpen.job, holder('app_a'), NOW)).toMatchObject([{ because: 'JOB_NOT_OPEN' }]);
  });

  it('makes nothing happen for an attempt that has its seat', () => {
    openJob.and(reserve('app_a')).when(reserve('app_a')).then();
    openJob.and(reserve('app_a'), fill('app_a')).when(reserve('app_a')).then();
  });

  it('answers an attempt once, although its seat, or another one, is free by now', () => {
    openJob.and(reserve('app_a'), release('app_a')).when(reserve('app_a')).then();
    const refused = openJob.and(reserve('app_a'), reserve('app_b'), release('app_a'));
    refused.when(reserve('app_b')).then();
    refused.when(reserve('app_b', 7)).then('OpeningReserved');
  });

  it('never takes a seat for an attempt older than the one that has it', () => {
    twoSeats.and(reserve('app_a', 9)).when(reserve('app_a', 2)).then();
  });

  it('gives a newer attempt the seat of the older one', () => {
    const after = openJob
      .and(reserve('app_a', 2))
      .when(reserve('app_a', 10))
      .then('OpeningReleased', 'OpeningReserved');
    expect(after.openings).toMatchObject([{ status: 'RESERVED', holder: { attemptId: 'app_a:10' } }]);
  });
});

describe('filling a seat', () => {
  it('fills the one that the attempt reserved', () => {
    const after = openJob.and(reserve('app_a')).when(fill('app_a')).then('OpeningFilled');
    expect(after.openings).toMatchObject([{ status: 'FILLED', holder: { applicationId: 'app_a' } }]);
  });

  it('makes nothing happen a second time, or for a stale attempt', () => {
    openJob.and(reserve('app_a'), fill('app_a')).when(fill('app_a')).then();
    openJob.and(reserve('app_a', 9)).when(fill('app_a', 2)).then();
    openJob.when(fill('app_a')).then();
  });

  it('is done also after the job was closed: what was reserved finishes', () => {
    openJob.and(reserve('app_a'), close).when(fill('app_a')).then('OpeningFilled');
  });
});

describe('releasing a seat', () => {
  it('opens a reserved and a filled one again, opened when it was', () => {
    const seat = openJob.job.openings[0];
    for (const before of [[reserve('app_a')], [reserve('app_a'), fill('app_a')]]) {
      expect(
        openJob
          .and(...before)
          .when(release('app_a'))
          .then('OpeningReleased').openings,
      ).toEqual([seat]);
    }
  });

  it('makes nothing happen for a stale attempt, or a second time', () => {
    openJob.and(reserve('app_a', 9)).when(release('app_a', 2)).then();
    openJob.and(reserve('app_a'), release('app_a')).when(release('app_a')).then();
  });

  it('is done also when the job is archived, since a hire may be taken back', () => {
    const archived = openJob.and(reserve('app_a'), fill('app_a'), close, (job, given) =>
      changeStatus(job, 'archiveJob', given),
    );
    archived.when(release('app_a')).then('OpeningReleased');
  });

  it('gives back what older attempts of an application hold, and no newer ones', () => {
    const held = openJob.and(reserve('app_a', 5));
    held.when((job, { now }) => releaseOlderAttempts(job, 'app_a', 6, now)).then('OpeningReleased');
    held.when((job, { now }) => releaseOlderAttempts(job, 'app_a', 5, now)).then();
    held.when((job, { now }) => releaseOlderAttempts(job, 'app_b', 6, now)).then();
  });
});

describe('seats', () => {
  const seatId = openJob.job.openings[0]?.id ?? '';

  it('are added each by itself, up to the limit', () => {
    openJob.when((job, given) => addOpenings(job, 3, given)).then('OpeningAdded', 'OpeningAdded', 'OpeningAdded');
    const many = givenDraft({ openings: 100 }).and(
      ...Array.from({ length: 4 }, (): When => (job, given) => addOpenings(job, 100, given)),
    );
    many.when((job, given) => addOpenings(job, 1, given)).thenRefused('LIMIT_REACHED', ['input', 'count']);
    openJob.when((job, given) => addOpenings(job, 0, given)).thenRefused('INVALID_INPUT', ['input', 'count']);
    openJob.when((job, given) => addOpenings(job, 101, given)).thenRefused('INVALID_INPUT', ['input', 'count']);
  });

  it('are closed with a reason while they are free', () => {
    const after = openJob.when((job, given) => closeOpening(job, seatId, 'BUDGET', given)).then('OpeningClosed');
    expect(after.openings).toMatchObject([{ status: 'CLOSED', closeReason: 'BUDGET', closedAt: LATER }]);
  });

  it('are not closed while they are reserved, filled or closed', () => {
    const closing: When = (job, given) => closeOpening(job, seatId, 'OTHER', given);
    openJob.and(reserve('app_a')).when(closing).thenRefused('SEAT_RESERVED');
    openJob.and(reserve('app_a'), fill('app_a')).when(closing).thenRefused('ILLEGAL_TRANSITION');
    openJob.and(closing).when(closing).thenRefused('ILLEGAL_TRANSITION');
    openJob.when((job, given) => closeOpening(job, 'opn_none', 'OTHER', given)).thenRefused('NOT_FOUND');
  });
});
