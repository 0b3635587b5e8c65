import type { EventEnvelope } from '@hiregraph/kernel';
import type { BusRecord, EventBus, GroupMember, GroupOptions } from '../../src/event-bus.ts';

export const TOPIC = 'hiring.job.v1';

/** What became of one batch that a test delivered. */
export interface Delivery {
  /** The offsets that were committed, in order. */
  readonly commits: number[];
  heartbeats: number;
  stale: boolean;
  /** Resolves when the runner is done with the batch, with the error that it left with, if any. */
  readonly done: Promise<unknown>;
}

/** A bus that delivers what the test says, when the test says so. */
export class BatchBus implements Pick<EventBus, 'subscribe'> {
  /** What happened, in order; handlers under test write here too. */
  readonly log: string[] = [];
  readonly #members: GroupOptions[] = [];
  readonly #running = new Set<Promise<unknown>>();

  async subscribe(options: GroupOptions): Promise<GroupMember> {
    this.#members.push(options);
    return {
      stop: async () => {
        await Promise.all(this.#running);
      },
    };
  }

  /** Hands events to the first member, as one batch of one partition that begins at an offset. */
  deliver(events: readonly EventEnvelope[], offset = 0): Delivery {
    const [member] = this.#members;
    if (member === undefined) throw new Error('Nobody has subscribed.');
    const records = events.map((event, index): BusRecord => {
      return { topic: TOPIC, partition: 0, offset: offset + index, key: event.subject, event };
    });
    const delivery = { commits: [] as number[], heartbeats: 0, stale: false };
    const batch = {
      topic: TOPIC,
      partition: 0,
      records,
      commit: async (next: number) => {
        delivery.commits.push(next);
        this.log.push(`commit ${next}`);
      },
      heartbeat: async () => {
        delivery.heartbeats += 1;
      },
      stale: () => delivery.stale,
    };
    const done = member.onBatch(batch).then(
      () => null,
      (error: unknown) => error,
    );
    this.#running.add(done);
    return Object.assign(delivery, { done });
  }
}
