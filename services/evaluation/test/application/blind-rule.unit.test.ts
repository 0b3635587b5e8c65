import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Feedback } from '../../src/application/blind-rule.ts';
import type { StoredInterview, StoredScorecard } from '../../src/application/stores.ts';
import { debtsOf } from '../../src/domain/owing.ts';
import { COLLEAGUE, FeedbackModel, READER, shownBy, type Write } from './feedback-model.ts';

type Reader = (model: FeedbackModel, step: () => Promise<void>) => Promise<Pick<Feedback, 'blind' | 'scorecards'>>;

const theReader: Reader = (model, step) => model.read(step);

function judge(interviews: readonly StoredInterview[], scorecards: readonly StoredScorecard[]) {
  const debts = debtsOf(interviews, (interview, user) => scorecards.some(({ id }) => id === `${interview} ${user}`));
  return { scorecards, blind: debts.some(({ userId }) => userId === READER) };
}

/** A reader that asks who owes before it reads the scorecards: what the rule's order forbids. */
const interviewsFirst: Reader = async (model, step) => {
  const interviews = await model.walk<StoredInterview>('interviews', step);
  return judge(interviews, await model.walk<StoredScorecard>('scorecards', step));
};

/** A reader in the right order that never looks twice at somebody who was released. */
const withoutDoubt: Reader = async (model, step) => {
  const scorecards = await model.walk<StoredScorecard>('scorecards', step);
  return judge(await model.walk<StoredInterview>('interviews', step), scorecards);
};

/**
 * Runs one reading among writes. `schedule` says, step by step, whether a write comes next (true) or the reading goes on.
 * @returns what was shown against the law; empty when the law held
 */
async function violations(
  reader: Reader,
  before: readonly Write[],
  during: readonly Write[],
  schedule: readonly boolean[],
): Promise<readonly string[]> {
  const model = new FeedbackModel();
  for (const write of before) model.write(write);
  const begun = model.writes;
  const left = [...during];
  const order = [...schedule];
  const step = async (): Promise<void> => {
    while (order.shift() === true) {
      const write = left.shift();
      if (write !== undefined) model.write(write);
    }
  };
  const shown = shownBy(await reader(model, step));
  const ended = model.writes;
  // The law: a moment within the reading at which the reader owed nothing, and by which everything shown was written.
  const newest = Math.max(begun, ...shown.map((id) => model.submittedAfter(id)));
  const lawful = shown.length === 0 || model.owed.slice(newest, ended + 1).includes(false);
  return lawful ? [] : shown;
}

/** Every way to spread `writes` writes over a reading of at most `steps` steps. */
function* everySchedule(writes: number, steps: number): Generator<readonly boolean[]> {
  if (writes === 0) {
    yield [];
    return;
  }
  for (let wait = 0; wait <= steps; wait++) {
    for (const rest of everySchedule(writes - 1, steps - wait)) {
      yield [...Array.from({ length: wait }, () => false), true, ...rest];
    }
  }
}

const plan = (interview: string, ...users: string[]): Write => ({ kind: 'plan', interview, users });
const set = (interview: string, by: string, ...users: string[]): Write => ({ kind: 'set', interview, by, users });
const submit = (interview: string, user: string): Write => ({ kind: 'submit', interview, user });
const cancel = (interview: string): Write => ({ kind: 'cancel', interview });

const SCRIPTS: Readonly<Record<string, { readonly before: readonly Write[]; readonly during: readonly Write[] }>> = {
  'assigned, and then somebody else submits': {
    before: [plan('int_1', COLLEAGUE)],
    during: [set('int_1', COLLEAGUE, COLLEAGUE, READER), submit('int_1', COLLEAGUE)],
  },
  'submits while others do': {
    before: [plan('int_1', READER, COLLEAGUE)],
    during: [submit('int_1', COLLEAGUE), submit('int_1', READER)],
  },
  'assigned to an earlier interview before a later one is cancelled': {
    before: [plan('int_1', COLLEAGUE), plan('int_2', READER), submit('int_1', COLLEAGUE)],
    during: [set('int_1', COLLEAGUE, COLLEAGUE, READER), cancel('int_2')],
  },
  'assigned to a new interview before being taken off the old one': {
    before: [plan('int_5', COLLEAGUE, READER), submit('int_5', COLLEAGUE)],
    during: [plan('int_1', READER), set('int_5', COLLEAGUE, COLLEAGUE)],
  },
  'taken off and put on again': {
    before: [plan('int_1', COLLEAGUE, READER), submit('int_1', COLLEAGUE)],
    during: [set('int_1', COLLEAGUE, COLLEAGUE), set('int_1', COLLEAGUE, COLLEAGUE, READER)],
  },
  'takes themselves off': {
    before: [plan('int_1', COLLEAGUE, READER), submit('int_1', COLLEAGUE)],
    during: [set('int_1', READER, COLLEAGUE)],
  },
};

const STEPS = 16;

async function everyViolation(reader: Reader): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, { before, during }] of Object.entries(SCRIPTS)) {
    for (const schedule of everySchedule(during.length, STEPS)) {
      const shown = await violations(reader, before, during, schedule);
      if (shown.length > 0) found.push(name);
    }
  }
  return [...new Set(found)];
}

const interviewId = fc.constantFrom('int_1', 'int_2', 'int_3');
const users = fc.subarray([READER, COLLEAGUE, 'usr_third']);
const anyWrite: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ kind: fc.constant('plan' as const), interview: interviewId, users }),
  fc.record({
    kind: fc.constant('set' as const),
    interview: interviewId,
    users,
    by: fc.constantFrom(READER, COLLEAGUE),
  }),
  fc.record({ kind: fc.constant('cancel' as const), interview: interviewId }),
  fc.record({
    kind: fc.constant('submit' as const),
    interview: interviewId,
    user: fc.constantFrom(READER, COLLEAGUE, 'usr_third'),
  }),
);

describe('the blind rule between concurrent writes', () => {
  it('holds in every interleaving of a reading with assignments, submissions and releases', async () => {
    expect(await everyViolation(theReader)).toEqual([]);
  });

  it('would be broken by reading the interviews first, and by not looking twice at who was released', async () => {
    expect(await everyViolation(interviewsFirst)).toContain('assigned, and then somebody else submits');
    expect(await everyViolation(withoutDoubt)).toContain(
      'assigned to an earlier interview before a later one is cancelled',
    );
  });

  it('holds for any writes in any interleaving', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyWrite, { maxLength: 8 }),
        fc.array(anyWrite, { maxLength: 10 }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        async (before, during, schedule) => {
          expect(await violations(theReader, before, during, schedule)).toEqual([]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('shows everything that is submitted as soon as nothing is owed, and nothing before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWrite, { maxLength: 15 }), async (writes) => {
        const model = new FeedbackModel();
        for (const write of writes) model.write(write);
        const feedback = await model.read(() => Promise.resolve());
        expect(feedback.blind).toBe(model.owed.at(-1));
      }),
    );
  });
});
