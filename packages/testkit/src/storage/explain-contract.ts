import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { explainFindings, explainSample, type ExplainSample } from './explain-suite.ts';
import type { OpenSubject, StorageSubject } from './storage-subject.ts';
import { createTicket } from './create-ticket.ts';
import {
  activeTicketByTitle,
  ticketByEmail,
  ticketsByOwner,
  ticketsByStatus,
  ticketsByTag,
  ticketsOfOwnerSince,
} from './ticket-store.ts';

const DECLARED = [
  ticketsByOwner,
  ticketsOfOwnerSince,
  ticketsByStatus,
  ticketsByTag,
  ticketByEmail,
  activeTicketByTitle,
] as const;

/** That declared queries use their indexes, and that the suite would see it if they did not. */
export function explainContract(open: OpenSubject): void {
  describe('index use', () => {
    let subject: StorageSubject;
    let tenant: string;
    let samples: readonly ExplainSample[];

    beforeAll(async () => {
      subject = await open();
      tenant = subject.tenant();
      for (let rank = 0; rank < 12; rank++) {
        const status = rank % 2 === 0 ? 'ACTIVE' : 'CLOSED';
        await createTicket(subject, tenant, {
          rank,
          status,
          tags: ['t'],
          email: `e${rank}@example.org`,
          title: `T${rank}`,
        });
      }
      const { tickets } = subject;
      const owner = { ownerId: 'owner' };
      samples = [
        explainSample(tickets, ticketsByOwner, owner),
        explainSample(tickets, ticketsOfOwnerSince, { ...owner, since: '2026-01-01T00:00:00.000Z' }),
        explainSample(tickets, ticketsByStatus, { ...owner, statuses: ['ACTIVE', 'CLOSED'] }),
        explainSample(tickets, ticketsByTag, { tags: ['t'] }),
        explainSample(tickets, ticketByEmail, { email: 'e3@example.org' }),
        explainSample(tickets, activeTicketByTitle, { ...owner, title: 'T2' }, 'list'),
      ];
    });
    afterAll(() => subject.storage.stop());

    it('is proven for every declared query, at the start and behind it', async () => {
      expect(await explainFindings(tenant, samples, { declared: DECLARED })).toEqual([]);
    });

    it('finds a query without a sample', async () => {
      const findings = await explainFindings(tenant, samples.slice(1), { declared: DECLARED });
      expect(findings).toEqual(['ticketsByOwner has no sample.']);
    });

    it('finds a query that another index serves than the one it names', async () => {
      const astray = { ...(samples[0] as ExplainSample), index: 'byTag' };
      const findings = await explainFindings(tenant, [astray], { declared: [] });
      expect(findings[0]).toBe('ticketsByOwner uses byOwner instead of byTag.');
    });

    it('finds a query that reads more than it returns', async () => {
      const wasteful = {
        ...ticketsByOwner,
        filter: (params: { ownerId: string }) => ({ ...ticketsByOwner.filter(params), 'state.rank': 0 }),
      };
      const sample = explainSample(subject.tickets, wasteful, { ownerId: 'owner' }, 'list');
      const [explanation] = await sample.explain(tenant);
      if (explanation?.sortedInMemory === null) return; // A server whose numbers prove nothing.
      const findings = await explainFindings(tenant, [sample], { declared: [] });
      expect(findings).toContain('ticketsByOwner looks at 12 documents for 1 elements.');
    });
  });
}
