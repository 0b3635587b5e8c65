import type { Scheduler } from './scheduler.ts';

/**
 * Hands items from those who make them to one who takes them, with room for so many between them. What was put is still
 * taken after the end; an error comes before everything.
 */
export class BoundedQueue<T> implements AsyncIterable<T> {
  readonly #room: number;
  readonly #scheduler: Scheduler;
  readonly #items: T[] = [];
  #ended = false;
  #failure: { readonly error: unknown } | null = null;
  #wakeTaker: () => void = () => undefined;
  #wakePutters: (() => void)[] = [];

  constructor(room: number, scheduler: Scheduler) {
    this.#room = room;
    this.#scheduler = scheduler;
  }

  /** Ended or failed: nothing more is taken in. */
  get isOver(): boolean {
    return this.#ended || this.#failure !== null;
  }

  get length(): number {
    return this.#items.length;
  }

  /**
   * @param patience milliseconds to wait for room
   * @returns false when there was none in that time, or the queue is over
   */
  async put(item: T, patience: number): Promise<boolean> {
    if (this.#items.length >= this.#room && !this.isOver) await this.#whenRoom(patience);
    if (this.isOver || this.#items.length >= this.#room) return false;
    this.#items.push(item);
    this.#wakeTaker();
    return true;
  }

  end(): void {
    this.#ended = true;
    this.#wakeAll();
  }

  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wakeAll();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      if (this.#failure !== null) throw this.#failure.error;
      const item = this.#items.shift();
      if (item !== undefined) {
        for (const wake of this.#wakePutters.splice(0)) wake();
        yield item;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wakeTaker = resolve;
        });
      }
    }
  }

  async #whenRoom(patience: number): Promise<void> {
    const room = new AbortController();
    this.#wakePutters.push(() => room.abort());
    await this.#scheduler.wait(patience, room.signal);
  }

  #wakeAll(): void {
    this.#wakeTaker();
    for (const wake of this.#wakePutters.splice(0)) wake();
  }
}
