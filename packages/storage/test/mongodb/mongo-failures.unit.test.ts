import { HiregraphError, OutcomeUnknownError, StoreUnavailableError } from '@hiregraph/kernel';
import { DuplicateKeyError } from '@hiregraph/storage';
import { describe, expect, it } from '@jest/globals';
import { indexDifference } from '../../src/mongodb/index-differences.ts';
import { toExplanation } from '../../src/mongodb/mongo-explanation.ts';
import { toStorageError } from '../../src/mongodb/mongo-failures.ts';

function driverError(name: string, fields: object = {}): Error {
  return Object.assign(new Error('said the driver'), fields, { name });
}

describe('An error of the driver', () => {
  it('names the unique index that refused', () => {
    const message = 'E11000 duplicate key error collection: db.jobs index: byEmail dup key: { tenantId: "t" }';
    const error = Object.assign(driverError('MongoServerError', { code: 11_000 }), { message });
    expect(toStorageError(error, 'jobs', 'write')).toMatchObject({ index: 'byEmail', collection: 'jobs' });
    const silent = driverError('MongoServerError', { code: 11_000, keyPattern: { tenantId: 1, email: 1 } });
    expect(toStorageError(silent, 'jobs', 'write')).toBeInstanceOf(DuplicateKeyError);
  });

  it('leaves the fate of a write open when it may have been sent', () => {
    for (const error of [
      driverError('MongoNetworkError'),
      driverError('MongoNetworkTimeoutError'),
      driverError('PoolClearedOnNetworkError'),
      driverError('MongoOperationTimeoutError'),
      driverError('MongoWriteConcernError', { code: 64 }),
      driverError('MongoServerError', { code: 11_600 }),
      driverError('MongoServerError', { code: 50 }),
    ]) {
      expect(toStorageError(error, 'jobs', 'write')).toBeInstanceOf(OutcomeUnknownError);
      expect(toStorageError(error, 'jobs', 'read')).toBeInstanceOf(StoreUnavailableError);
    }
  });

  it('is no defect where a socket broke and the driver hands on what Node said of it', () => {
    for (const fields of [
      { code: 'ECONNRESET', errno: -104, syscall: 'read' },
      { code: 'EPIPE', errno: -32, syscall: 'write' },
      { code: 'ERR_STREAM_DESTROYED' },
    ]) {
      const error = driverError('Error', fields);
      expect(toStorageError(error, 'jobs', 'write')).toBeInstanceOf(OutcomeUnknownError);
      expect(toStorageError(error, 'jobs', 'read')).toBeInstanceOf(StoreUnavailableError);
    }
  });

  it("is the server's trouble, and passes, where the server failed inside or has no room", () => {
    for (const code of [1, 8, 14_031]) {
      const error = driverError('MongoServerError', { code });
      expect(toStorageError(error, 'jobs', 'write')).toBeInstanceOf(OutcomeUnknownError);
      expect(toStorageError(error, 'jobs', 'read')).toBeInstanceOf(StoreUnavailableError);
    }
  });

  it('says that nothing happened when a write was surely not begun', () => {
    for (const error of [
      driverError('MongoServerSelectionError'),
      driverError('MongoWaitQueueTimeoutError'),
      driverError('MongoServerError', { code: 10_107 }),
    ]) {
      expect(toStorageError(error, 'jobs', 'write')).toBeInstanceOf(StoreUnavailableError);
    }
  });

  it('is a defect, not retryable, where the server refused what was asked', () => {
    const found = toStorageError(driverError('MongoServerError', { code: 9 }), 'jobs', 'read');
    expect(found).toBeInstanceOf(HiregraphError);
    expect(found).toMatchObject({ code: 'INTERNAL_ERROR', retryable: false });
  });

  it('that is our own passes unchanged', () => {
    const error = new StoreUnavailableError('x');
    expect(toStorageError(error, 'jobs', 'write')).toBe(error);
  });
});

describe('An index on the server', () => {
  const declared = { name: 'i', keys: [['a', 1]], unique: true, partial: { b: { $exists: true } } } as const;
  const same = { name: 'i', key: { a: 1 }, unique: true, partialFilterExpression: { b: { $exists: true } } };

  it('is compared by keys and their order, uniqueness, partial filter and expiry', () => {
    expect(indexDifference(declared, same)).toBeNull();
    expect(indexDifference(declared, undefined)).toMatch(/not there/);
    expect(indexDifference(declared, { ...same, key: { a: -1 } })).toBe('its keys are {a: -1}, not {a: 1}');
    expect(indexDifference(declared, { ...same, unique: false })).toMatch(/unique is false/);
    expect(indexDifference(declared, { ...same, partialFilterExpression: { b: 1 } })).toMatch(/partial filter/);
    expect(indexDifference(declared, { ...same, expireAfterSeconds: 3 })).toMatch(/expireAfterSeconds is 3/);
  });
});

describe('An explanation', () => {
  it('sees the index, a scan and a sort, however deep they lie', () => {
    const stats = { executionStats: { totalKeysExamined: 3, totalDocsExamined: 2, nReturned: 1 } };
    const scan = { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: 'i' } };
    const plan = (winningPlan: object): Parameters<typeof toExplanation>[0] => ({
      queryPlanner: { winningPlan },
      serverInfo: { gitVersion: 'a1b2' },
      ...stats,
    });
    expect(toExplanation(plan({ stage: 'LIMIT', inputStage: scan }))).toEqual({
      engine: 'mongodb',
      index: 'i',
      keysExamined: 3,
      documentsExamined: 2,
      returned: 1,
      sortedInMemory: false,
    });
    expect(toExplanation(plan({ queryPlan: { stage: 'SORT', inputStage: scan } })).sortedInMemory).toBe(true);
    expect(toExplanation(plan({ stage: 'OR', inputStages: [scan, { stage: 'COLLSCAN' }] })).index).toBeNull();
    const rough = { ...plan(scan), serverInfo: { gitVersion: '0000' } };
    expect(toExplanation(rough).sortedInMemory).toBeNull();
  });
});
