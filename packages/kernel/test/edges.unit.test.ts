import { describe, expect, it } from '@jest/globals';
import {
  ANONYMOUS,
  assertNoContactData,
  callerKey,
  containsContactData,
  createConnection,
  DomainError,
  ERROR_CODES,
  hasRole,
  HiregraphError,
  pageSize,
  type UserCaller,
} from '../src/index.ts';

describe('a page', () => {
  it('has 20 items where nothing is asked, and from 1 to 100', () => {
    expect([pageSize(undefined), pageSize(null), pageSize(1), pageSize(100)]).toEqual([20, 20, 1, 100]);
    for (const first of [0, -1, 101, 1.5]) expect(() => pageSize(first)).toThrow(/from 1 to 100/u);
  });

  it('tells where it begins and ends', () => {
    const page = createConnection(
      { items: ['a', 'b'], hasNextPage: true },
      (item) => `cursor of ${item}`,
      'cursor of z',
    );
    expect(page.pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: true,
      startCursor: 'cursor of a',
      endCursor: 'cursor of b',
    });
    expect(createConnection({ items: [], hasNextPage: false }, String, null).pageInfo.endCursor).toBeNull();
  });
});

describe('contact data', () => {
  it.each(['Ask jo@example.org', 'Call +47 912 34 567', 'Call (020) 7946-0958', 'tel 5550123456'])(
    'is found in %j',
    (text) => {
      expect(containsContactData(text)).toBe(true);
      expect(() => assertNoContactData(text, ['name'])).toThrow(DomainError);
    },
  );

  it.each(['Screening call', 'Level 3 of 5', 'ISO 27001', 'Team 2024-25', 'C++ @ scale'])(
    'is not found in %j',
    (text) => {
      expect(containsContactData(text)).toBe(false);
    },
  );
});

describe('errors', () => {
  it('say themselves whether trying again may help', () => {
    for (const [code, { retryable }] of Object.entries(ERROR_CODES)) {
      expect(new HiregraphError(code as keyof typeof ERROR_CODES, 'why').retryable).toBe(retryable);
    }
  });

  it('have no property that graphql-js takes for a located error', () => {
    expect('path' in new DomainError('INVALID_INPUT', 'why', { path: ['input'] })).toBe(false);
  });
});

describe('callers', () => {
  const rita: UserCaller = { kind: 'user', tenantId: 'ten_1', userId: 'usr_1', roles: ['RECRUITER'], name: null };

  it('have the roles of their token and no others', () => {
    expect(hasRole(rita, 'ADMIN', 'RECRUITER')).toBe(true);
    expect(hasRole(rita, 'ADMIN')).toBe(false);
    expect(hasRole(ANONYMOUS, 'RECRUITER')).toBe(false);
  });

  it('have keys of their own', () => {
    const keys = [
      callerKey(rita),
      callerKey(ANONYMOUS),
      callerKey({ kind: 'candidate', tenantId: 'ten_1', candidateId: 'usr_1' }),
      callerKey({ kind: 'service', tenantId: 'ten_1', service: 'job' }),
    ];
    expect(new Set(keys).size).toBe(4);
  });
});
