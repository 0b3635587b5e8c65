import { describe, expect, it } from '@jest/globals';
import {
  createRejectionReason,
  evolveRejectionReason,
  retireRejectionReason,
} from '../../src/domain/rejection-reason.ts';
import { enterUser, evolveUser, upsertUser, type User, type UserEvent } from '../../src/domain/user.ts';
import { NOW, refusalOf } from './given-job.ts';

const fold = (events: readonly UserEvent[], state: User | null = null): User | null => events.reduce(evolveUser, state);

describe('the directory', () => {
  it('enters a user by the claims of their token, and renews the name', () => {
    const ada = fold(enterUser(null, ' Ada  L. ', NOW));
    expect(ada).toEqual({ name: 'Ada L.', nameSource: 'TOKEN' });
    expect(enterUser(ada, 'Ada L.', NOW)).toEqual([]);
    expect(enterUser(ada, null, NOW)).toEqual([]);
    expect(fold(enterUser(ada, 'Ada Lovelace', NOW), ada)).toEqual({ name: 'Ada Lovelace', nameSource: 'TOKEN' });
  });

  it('enters a user without a name, and cuts one that is too long', () => {
    expect(fold(enterUser(null, null, NOW))).toEqual({ name: null, nameSource: 'TOKEN' });
    expect(fold(enterUser(null, 'x'.repeat(300), NOW))?.name).toHaveLength(200);
  });

  it('keeps the name that ADMIN gave, whatever a token says', () => {
    const ada = fold(
      upsertUser(fold(enterUser(null, 'ada', NOW)), 'Ada Lovelace', NOW),
      fold(enterUser(null, 'ada', NOW)),
    );
    expect(ada).toEqual({ name: 'Ada Lovelace', nameSource: 'ADMIN' });
    expect(enterUser(ada, 'ada', NOW)).toEqual([]);
    expect(upsertUser(ada, 'Ada Lovelace', NOW)).toEqual([]);
  });

  it('takes no empty name from ADMIN', () => {
    expect(refusalOf(() => upsertUser(null, ' ', NOW))).toMatchObject({
      code: 'INVALID_INPUT',
      inputPath: ['input', 'name'],
    });
  });
});

describe('a rejection reason', () => {
  const reason = createRejectionReason(' No  visa ', 'COMPANY', NOW).reduce(evolveRejectionReason, null as never);

  it('is active from the beginning', () => {
    expect(reason).toEqual({ label: 'No visa', side: 'COMPANY', active: true });
  });

  it('is retired once', () => {
    const retired = retireRejectionReason(reason, NOW).reduce(evolveRejectionReason, reason);
    expect(retired).toEqual({ label: 'No visa', side: 'COMPANY', active: false });
    expect(refusalOf(() => retireRejectionReason(retired, NOW)).code).toBe('ILLEGAL_TRANSITION');
  });
});
