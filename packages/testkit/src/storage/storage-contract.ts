import { describe, expect, it } from '@jest/globals';
import { aggregateContract } from './aggregate-contract.ts';
import { commandContract } from './command-contract.ts';
import { explainContract } from './explain-contract.ts';
import { historyContract } from './history-contract.ts';
import { leaseContract } from './lease-contract.ts';
import { operatorContract } from './operator-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { projectionContract } from './projection-contract.ts';
import { readsContract } from './reads-contract.ts';
import { type MakeEngine, openSubject, type OpenSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';

/**
 * What every storage engine must do, from single operators to idempotent commands. One suite for all engines, so that a
 * service which works on one works on the other.
 * @param makeEngine gives a new, empty engine each time
 */
export function storageContract(name: string, makeEngine: MakeEngine): void {
  const open: OpenSubject = (options) => openSubject(makeEngine, options);
  describe(`storage on ${name}`, () => {
    operatorContract(makeEngine);
    readsContract(open);
    aggregateContract(open);
    historyContract(open);
    outboxContract(open);
    projectionContract(open);
    commandContract(open);
    explainContract(open);
    leaseContract(makeEngine);

    it("starts with the first epoch, and keeps it in events' sources", async () => {
      const subject = await open();
      expect(subject.storage.epoch).toBe(1);
      expect(subject.storage.collections.map(({ collection }) => collection)).toEqual(['tickets', 'ticket_rows']);
      await subject.storage.stop();
    });

    it('raises the epoch when it is told to, and never lowers it', async () => {
      const subject = await open();
      const epochs: number[] = [];
      for (const options of [{ epoch: 3 }, {}, { epoch: 2 }, { epoch: 4 }]) {
        const { storage } = subject.sibling(options);
        await storage.ready();
        epochs.push(storage.epoch);
      }
      expect(epochs).toEqual([3, 3, 3, 4]);
      const { storage, tickets } = subject.sibling();
      const { events } = await createTicket({ ...subject, storage, tickets }, subject.tenant());
      expect(events[0]?.source).toBe('/hiregraph/job/4');
      await subject.storage.stop();
    });

    it('refuses calls after it was stopped, and stops twice without harm', async () => {
      const subject = await open();
      await subject.storage.stop();
      await subject.storage.stop();
      await expect(subject.tickets.load('t', 'x')).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });
  });
}
