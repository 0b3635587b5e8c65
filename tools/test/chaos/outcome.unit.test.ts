import { describe, expect, test } from '@jest/globals';
import type { Reply } from '../../src/chaos/graphql-call.ts';
import { MUTATIONS, type MutationName } from '../../src/chaos/mutations.ts';
import { outcomeOf } from '../../src/chaos/outcome.ts';

const answered = (data: Readonly<Record<string, unknown>>, ...codes: string[]): Reply => ({
  kind: 'answered',
  data,
  codes,
});
const refusedWith = (mutation: MutationName, code: string): Reply =>
  answered({ [mutation]: { userErrors: [{ code }] } });
const kindOf = (mutation: MutationName, reply: Reply): string => outcomeOf(MUTATIONS[mutation], reply).kind;

describe('what a client makes of an answer', () => {
  test('is an acknowledgement where the payload has no user error, also beside a field that failed', () => {
    const reply = answered({ moveApplication: { application: null, userErrors: [] } }, 'SUBGRAPH_UNAVAILABLE');
    expect(kindOf('moveApplication', reply)).toBe('acknowledged');
  });

  test.each([
    ['no answer', { kind: 'silent', why: 'ECONNRESET' }],
    ['a mutation without a payload', answered({ moveApplication: null }, 'DEADLINE_EXCEEDED')],
    ['an answer without data and errors', answered({})],
    ['an outcome that the service does not know', refusedWith('moveApplication', 'OUTCOME_UNKNOWN')],
    ['an owner that could not be asked', refusedWith('moveApplication', 'UPSTREAM_UNAVAILABLE')],
  ] as const)('is unknown for %s', (_what, reply) => {
    expect(kindOf('moveApplication', reply)).toBe('unknown');
  });

  test.each(['CONFLICT', 'HIRE_PENDING', 'ILLEGAL_TRANSITION', 'NOT_FOUND'])('is a refusal for %s', (code) => {
    expect(kindOf('moveApplication', refusedWith('moveApplication', code))).toBe('refused');
  });

  test('is a refusal for a top-level error that comes before anything is written', () => {
    expect(kindOf('moveApplication', answered({ moveApplication: null }, 'FORBIDDEN'))).toBe('refused');
  });

  test('knows that nothing was sent where nobody listened', () => {
    expect(outcomeOf(MUTATIONS.moveApplication, { kind: 'undelivered' })).toMatchObject({
      kind: 'unknown',
      undelivered: true,
    });
  });

  test('expects of a hire what its answer tells', () => {
    const hire = MUTATIONS.hireApplication;
    const told = (status: string): Reply =>
      answered({ hireApplication: { application: { id: 'app_1', hire: { status } }, userErrors: [] } });
    expect(outcomeOf(hire, told('HIRED')).mustFollow).toEqual(['com.hiregraph.application.hired.v1']);
    expect(outcomeOf(hire, told('PENDING'))).toMatchObject({ kind: 'acknowledged', mustFollow: [] });
    expect(outcomeOf(hire, refusedWith('hireApplication', 'NO_SEAT_LEFT'))).toMatchObject({
      kind: 'acknowledged',
      mustFollow: ['com.hiregraph.application.hire-refused.v1'],
    });
    // Refused at once, or cancelled after it was asked for: the code is the same.
    expect(kindOf('hireApplication', refusedWith('hireApplication', 'ILLEGAL_TRANSITION'))).toBe('unknown');
  });
});
