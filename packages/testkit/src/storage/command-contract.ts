import {
  createManualClock,
  DomainError,
  isId,
  OutcomeUnknownError,
  silentLogger,
  StoreUnavailableError,
  toInstant,
} from '@hiregraph/kernel';
import { type CommandRequest, type CommandScope, type Failpoint, openStorage } from '@hiregraph/storage';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';
import { stepUp, ticketEvent, ticketState } from './ticket-store.ts';

type Outcome = { readonly id: string };

/** How a mutation is carried out once, however often it comes. */
export function commandContract(open: OpenSubject): void {
  describe('commands', () => {
    let subject: StorageSubject;
    let reached: ((point: Failpoint) => Promise<void> | void) | null = null;
    let keys = 0;
    beforeAll(async () => {
      subject = await open({ failpoints: (point) => reached?.(point) });
    });
    afterEach(() => {
      reached = null;
    });
    afterAll(() => subject.storage.stop());

    const request = (more: Partial<CommandRequest> = {}): CommandRequest => {
      keys++;
      return {
        tenantId: 'tenant_commands',
        actor: 'user:usr_1',
        mutation: 'makeTicket',
        idempotencyKey: `key-${keys}`,
        input: { title: 'x' },
        trace: { correlationId: 'request-9' },
        ...more,
      };
    };

    type Execute = (scope: CommandScope) => Promise<Outcome>;

    const run = (one: CommandRequest, execute: Execute): Promise<Outcome> => subject.storage.commands.run(one, execute);

    /** Counts its calls; makes a ticket under the claimed id, and may lose the answer then. */
    const maker = (tenantId: string): { calls: CommandScope[]; make: Execute; makeAndLoseAnswer: Execute } => {
      const calls: CommandScope[] = [];
      const make: Execute = async (scope) => {
        calls.push(scope);
        const { aggregate } = await subject.tickets.create(tenantId, scope.newId('application'), scope, (now) => ({
          state: ticketState(),
          events: [ticketEvent(now)],
          visible: true,
        }));
        return { id: aggregate.id };
      };
      return {
        calls,
        make,
        makeAndLoseAnswer: async (scope) => {
          await make(scope);
          throw new OutcomeUnknownError();
        },
      };
    };

    it('runs every call when there is no key', async () => {
      const { calls, make } = maker(subject.tenant());
      const keyless = request({ idempotencyKey: null });
      const ids = [await run(keyless, make), await run(keyless, make)].map(({ id }) => id);
      expect(new Set(ids).size).toBe(2);
      expect(calls.map(({ repeated }) => repeated)).toEqual([false, false]);
      expect(ids.every((id) => isId('application', id))).toBe(true);
    });

    it('gives a repeat the kept outcome without running it', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request();
      const first = await run(one, make);
      await subject.storage.idle();
      expect(await run(one, make)).toEqual(first);
      expect(calls).toHaveLength(1);
    });

    it('gives concurrent calls of one key one outcome from one run', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request();
      const outcomes = await Promise.all(Array.from({ length: 10 }, () => run(one, make)));
      expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
      expect(calls).toHaveLength(1);
    });

    it('refuses a key that comes with other input, at once and later', async () => {
      const { make } = maker(subject.tenant());
      const one = request();
      const other = { ...one, input: { title: 'y' } };
      const both = await Promise.allSettled([run(one, make), run(other, make)]);
      expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      await subject.storage.idle();
      await expect(run(other, make)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    });

    it('takes input with keys in another order for the same', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request({ input: { a: 1, b: { c: 2, d: undefined } } });
      await run(one, make);
      await run({ ...one, input: { b: { c: 2 }, a: 1 } }, make);
      expect(calls).toHaveLength(1);
    });

    it('tells apart tenant, actor, mutation and key', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request();
      await run(one, make);
      await run({ ...one, tenantId: 'tenant_other' }, make);
      await run({ ...one, actor: 'user:usr_2' }, make);
      await run({ ...one, mutation: 'other' }, make);
      await run({ ...one, idempotencyKey: 'another' }, make);
      expect(new Set(calls.map(({ commandId }) => commandId)).size).toBe(5);
    });

    it('does not keep a refusal', async () => {
      const { make } = maker(subject.tenant());
      const one = request();
      const commands: string[] = [];
      const refuse = async ({ commandId }: CommandScope): Promise<Outcome> => {
        commands.push(commandId);
        throw new DomainError('ILLEGAL_TRANSITION', 'Not now.');
      };
      await expect(run(one, refuse)).rejects.toThrow('Not now.');
      await expect(run(one, refuse)).rejects.toThrow('Not now.');
      expect(new Set(commands).size).toBe(2);
      expect((await run({ ...one, input: 'a key is free again after a refusal' }, make)).id).toBeDefined();
    });

    it('settles an unknown outcome by running the same command again, which finds itself done', async () => {
      const tenant = subject.tenant();
      const { calls, make, makeAndLoseAnswer } = maker(tenant);
      const one = request();
      await expect(run(one, makeAndLoseAnswer)).rejects.toThrow(OutcomeUnknownError);
      const { id } = await run(one, make);
      expect(calls.map(({ repeated }) => repeated)).toEqual([false, true]);
      expect(calls[1]?.commandId).toBe(calls[0]?.commandId);
      expect(await subject.tickets.load(tenant, id)).toMatchObject({ lastSequence: 1 });
      await subject.storage.idle();
      expect(await run(one, make)).toEqual({ id });
      expect(calls).toHaveLength(2);
    });

    it('finds what an unknown try has done, though a repeat of it was refused in between', async () => {
      const tenant = subject.tenant();
      const { calls, make, makeAndLoseAnswer } = maker(tenant);
      const one = request();
      await expect(run(one, makeAndLoseAnswer)).rejects.toThrow(OutcomeUnknownError);
      const refuse = async (): Promise<Outcome> => {
        throw new DomainError('NOT_FOUND', 'You may not see it any more.');
      };
      await expect(run(one, refuse)).rejects.toThrow('You may not');
      await run(one, make);
      expect(new Set(calls.map(({ commandId }) => commandId)).size).toBe(1);
    });

    it('leaves the claim open when the store goes away, and runs again under the same ids', async () => {
      const one = request();
      const scopes: CommandScope[] = [];
      const away = async (scope: CommandScope): Promise<Outcome> => {
        scopes.push(scope);
        throw new StoreUnavailableError('gone');
      };
      await expect(run(one, away)).rejects.toThrow('gone');
      subject.clock.advance(5_000);
      await expect(run(one, away)).rejects.toThrow('gone');
      const [first, second] = scopes;
      expect(second?.repeated).toBe(true);
      expect(second?.newId('stage', '3')).toBe(first?.newId('stage', '3'));
      expect(second?.sub('reply')).toEqual({ ...first?.sub('reply'), repeated: true });
    });

    it('answers success although the claim could not be completed, and settles it at a repeat', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request();
      reached = (point) => {
        if (point === 'claim.before-complete') throw new StoreUnavailableError('gone');
      };
      const first = await run(one, make);
      await subject.storage.idle();
      reached = null;
      expect(await run(one, make)).toEqual(first);
      expect(calls.map(({ repeated }) => repeated)).toEqual([false, true]);
    });

    it('answers a command that wrote nothing when its outcome is kept, since nothing else could tell a repeat', async () => {
      const one = request();
      const looked: string[] = [];
      let world = 'as it was';
      const look = async (): Promise<Outcome> => {
        looked.push(world);
        return { id: world };
      };
      reached = (point) => {
        if (point === 'claim.before-complete') throw new StoreUnavailableError('gone');
      };
      await expect(run(one, look)).rejects.toThrow('gone');
      reached = null;
      expect(await run(one, look)).toEqual({ id: 'as it was' });
      world = 'another by now';
      expect(await run(one, look)).toEqual({ id: 'as it was' });
      expect(looked).toHaveLength(2);
    });

    it('answers what was kept first where two processes carry out a command that writes nothing', async () => {
      const one = request();
      const other = subject.sibling();
      const mine = await run(one, async () => {
        expect(await other.storage.commands.run(one, async () => ({ id: 'theirs' }))).toEqual({ id: 'theirs' });
        return { id: 'mine' };
      });
      expect(mine).toEqual({ id: 'theirs' });
      expect(await run(one, async () => ({ id: 'later' }))).toEqual({ id: 'theirs' });
    });

    it('answers a repeat with what the first try made, though the rule would say no by now', async () => {
      const tenant = subject.tenant();
      const { makeAndLoseAnswer } = maker(tenant);
      const one = request();
      await expect(run(one, makeAndLoseAnswer)).rejects.toThrow(OutcomeUnknownError);
      const { id } = await run(one, async (scope) => {
        const { aggregate, changed } = await subject.tickets.create(tenant, scope.newId('application'), scope, () => {
          throw new DomainError('ILLEGAL_TRANSITION', 'Nothing is made any more.');
        });
        expect(changed).toBe(false);
        return { id: aggregate.id };
      });
      expect(await subject.tickets.load(tenant, id)).toMatchObject({ lastSequence: 1 });
    });

    it('keeps a claim by real time, whatever time the command is told', async () => {
      const engine = (await open()).underTest.engine;
      const past = createManualClock('2025-08-01T08:00:00.000Z');
      const wallClock = createManualClock('2026-03-01T08:00:00.000Z');
      const storage = openStorage({
        engine,
        service: 'job',
        clock: past,
        wallClock,
        logger: silentLogger,
      });
      const one = request();
      const calls: string[] = [];
      const execute = async (scope: CommandScope): Promise<Outcome> => {
        calls.push(scope.newId('application'));
        return { id: scope.newId('application') };
      };
      await storage.commands.run(one, execute);
      await storage.idle();
      const [claim] = await arrayOf(engine.collection('command_claims', []).all());
      expect(claim).toMatchObject({
        claimedAt: toInstant(past.now()),
        expiresAt: new Date('2026-03-03T08:00:00.000Z'),
      });
      wallClock.advance(47 * 3_600_000);
      past.advance(200 * 24 * 3_600_000);
      await storage.commands.run(one, execute);
      expect(calls).toHaveLength(1);
      wallClock.advance(2 * 3_600_000);
      await storage.commands.run(one, execute);
      expect(calls).toHaveLength(2);
      await storage.stop();
    });

    it('keeps an outcome for a day at least, however old the claim was when it came', async () => {
      const engine = (await open()).underTest.engine;
      const clock = createManualClock('2100-03-01T08:00:00.000Z');
      const storage = openStorage({ engine, service: 'job', clock, logger: silentLogger });
      const one = request();
      let calls = 0;
      const execute = async (scope: CommandScope): Promise<Outcome> => {
        calls += 1;
        if (calls === 1) throw new Error('The process loses its mind before it decides.');
        return { id: scope.newId('application') };
      };
      await expect(storage.commands.run(one, execute)).rejects.toThrow('loses its mind');
      clock.advance(40 * 3_600_000);
      await storage.commands.run(one, execute);
      await storage.idle();
      clock.advance(23 * 3_600_000);
      await storage.commands.run(one, execute);
      expect(calls).toBe(2);
      await storage.stop();
    });

    it('gives one outcome when two processes carry out the same command at once', async () => {
      const tenant = subject.tenant();
      const { id } = (await createTicket(subject, tenant)).aggregate;
      const one = request();
      const other = subject.sibling();
      const moveOnce =
        (tickets: StorageSubject['tickets']) =>
        async (scope: CommandScope): Promise<Outcome> => {
          const { aggregate } = await tickets.change(tenant, id, scope, (ticket, now) => {
            if (ticket.state.rank > 0) throw new DomainError('ILLEGAL_TRANSITION', 'It has moved already.');
            return stepUp(ticket, now);
          });
          return { id: aggregate.id };
        };
      const first = await run(one, async (scope) => {
        const theirs = await other.storage.commands.run(one, moveOnce(other.tickets));
        expect(await moveOnce(subject.tickets)(scope)).toEqual(theirs);
        return theirs;
      });
      expect(first).toEqual({ id });
      expect(await subject.tickets.load(tenant, id)).toMatchObject({ lastSequence: 2, state: { rank: 1 } });
    });

    it('keeps the outcome of a command although a slower try of it was refused', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request();
      const other = subject.sibling();
      let theirs: Outcome | null = null;
      const refused = run(one, async () => {
        theirs = await other.storage.commands.run(one, make);
        await other.storage.idle();
        throw new DomainError('ILLEGAL_TRANSITION', 'Too slow.');
      });
      await expect(refused).rejects.toThrow('Too slow.');
      expect(await run(one, make)).toEqual(theirs);
      expect(calls).toHaveLength(1);
    });

    it('derives ids of one command from slot and kind, and carries the trace', async () => {
      await run(request(), async (scope) => {
        const ids = [scope.newId('stage', '1'), scope.newId('stage', '2'), scope.newId('job'), scope.newId('job', '1')];
        expect(new Set(ids).size).toBe(4);
        expect(ids.map((id) => id.slice(0, 3))).toEqual(['stg', 'stg', 'job', 'job']);
        expect(scope.newId('stage', '1')).toBe(ids[0]);
        expect(scope.trace).toEqual({ correlationId: 'request-9', causationId: scope.commandId });
        expect(scope.sub('a').commandId).not.toBe(scope.sub('b').commandId);
        return { id: ids[0] ?? '' };
      });
    });

    it('forgets a key two days later and not before', async () => {
      const { calls, make } = maker(subject.tenant());
      const one = request();
      await run(one, make);
      await subject.storage.idle();
      subject.clock.advance(47 * 3_600_000);
      await run(one, make);
      expect(calls).toHaveLength(1);
      subject.clock.advance(2 * 3_600_000);
      await run(one, make);
      expect(calls).toHaveLength(2);
    });
  });
}

async function arrayOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
