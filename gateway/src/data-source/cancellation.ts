/** Tells that nobody waits for an answer any more. Smaller than an AbortSignal, of which every request would need one. */
export interface Cancellation {
  readonly isCancelled: boolean;
  /**
   * @param work is called once when it is cancelled
   * @returns takes `work` back
   */
  whenCancelled(work: () => void): () => void;
  /** Lets go of what it watches, once there is nothing left to cancel. */
  release(): void;
}

/** What an answer goes out through; Node's ServerResponse is one. */
export interface AnswerChannel {
  readonly writableFinished: boolean;
  readonly destroyed: boolean;
  on(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}

/** Cancelled when the caller hangs up before the answer is out. */
export function cancelledWith(channel: AnswerChannel): Cancellation {
  return new ChannelCancellation(channel);
}

/** A class, so that its getter is made once: one written into an object outlives every request that has one. */
class ChannelCancellation implements Cancellation {
  #channel: AnswerChannel | null;

  constructor(channel: AnswerChannel) {
    this.#channel = channel;
  }

  get isCancelled(): boolean {
    return this.#channel?.destroyed === true && !this.#channel.writableFinished;
  }

  whenCancelled(work: () => void): () => void {
    const channel = this.#channel;
    if (channel === null) return nothing;
    const listener = (): void => {
      channel.off('close', listener);
      if (!channel.writableFinished) work();
    };
    channel.on('close', listener);
    return () => channel.off('close', listener);
  }

  release(): void {
    this.#channel = null;
  }
}

function nothing(): void {
  // There is nothing to take back.
}

/** A fetch was given up because its caller hung up: it says nothing about the subgraph. */
export class FetchCancelledError extends Error {
  constructor() {
    super('The caller hung up before the answer was there.');
    this.name = 'FetchCancelledError';
  }
}
