import { OverloadedError } from '@hiregraph/kernel';

/** Lets those who contend for one thing go one after another, within this process. */
export interface Turnstile {
  /** @throws OverloadedError when too many wait already */
  enter<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** @param most how many may wait for one key */
export function createTurnstile(most: number): Turnstile {
  const queues = new Map<string, { tail: Promise<unknown>; length: number }>();
  return {
    async enter(key, work) {
      const queue = queues.get(key) ?? { tail: Promise.resolve(), length: 0 };
      if (queue.length >= most)
        throw new OverloadedError(`${most} changes of the same object wait already. Try again in a moment.`);
      queues.set(key, queue);
      queue.length++;
      const turn = queue.tail.then(work);
      queue.tail = turn.catch(() => undefined);
      try {
        return await turn;
      } finally {
        queue.length--;
        if (queue.length === 0) queues.delete(key);
      }
    },
  };
}
