import type { EventEnvelope } from '@hiregraph/kernel';
import { request } from 'undici';
import type { Client } from './graphql-client.ts';

export interface StreamedEvent {
  readonly cursor: string;
  readonly event: EventEnvelope<string, Record<string, unknown>>;
}

/**
 * Reads server-sent events until `enough` says so.
 * @param path e.g. `/events?after=beginning`
 */
export async function readEvents(
  origin: string,
  path: string,
  client: Client,
  enough: (events: readonly StreamedEvent[]) => boolean,
): Promise<readonly StreamedEvent[]> {
  const controller = new AbortController();
  const response = await request(`${origin}${path}`, { headers: client.headers, signal: controller.signal });
  if (response.statusCode !== 200)
    throw new Error(`${path} answered ${response.statusCode}: ${await response.body.text()}`);
  const events: StreamedEvent[] = [];
  let rest = '';
  try {
    for await (const chunk of response.body) {
      rest += (chunk as Buffer).toString('utf8');
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const cursor = /^id: (.*)$/mu.exec(block)?.[1];
        const data = /^data: (.*)$/mu.exec(block)?.[1];
        if (cursor !== undefined && data !== undefined)
          events.push({ cursor, event: JSON.parse(data) as StreamedEvent['event'] });
      }
      if (enough(events)) break;
    }
  } finally {
    controller.abort();
  }
  return events;
}
