import type { ChangeResult } from '@hiregraph/storage';
import type { StorageSubject } from './storage-subject.ts';
import { command, ticketEvent, ticketState, type TicketState } from './ticket-store.ts';

let created = 0;

/** Creates a ticket with one event, a millisecond after the one before. */
export async function createTicket(
  subject: StorageSubject,
  tenantId: string,
  more: Partial<TicketState> = {},
): Promise<ChangeResult<TicketState>> {
  created++;
  subject.clock.advance(1);
  const id = `ticket_${String(created).padStart(6, '0')}`;
  return await subject.tickets.create(tenantId, id, command(`create-${created}`), (now) => ({
    state: ticketState({ title: `Ticket ${created}`, ...more }),
    events: [ticketEvent(now, { rank: more.rank ?? 0 }, 'ticket.created')],
    visible: true,
  }));
}
