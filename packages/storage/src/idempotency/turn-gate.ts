import { OverloadedError } from '@hiregraph/kernel';

/** Lets a bounded number of commands begin in one turn of the event loop. */
export interface TurnGate {
  /**
   * @returns undefined where it may begin at once; otherwise when its turn has come, in the order of asking
   * @throws OverloadedError when too many wait already
   */
  enter(): Promise<void> | undefined;
}

/**
 * Requests that come together would all be carried out before anything else gets a turn: then none of them is on its
 * way to the disk before the last was decided, and the events of the ones before wait as long. So few go at a time.
 * @param perTurn how many begin in one turn
 * @param most how many may wait
 */
export function createTurnGate(perTurn: number, most: number): TurnGate {
  const waiting: (() => void)[] = [];
  let begun = 0;
  let isScheduled = false;

  function nextTurn(): void {
    isScheduled = false;
    begun = Math.min(perTurn, waiting.length);
    for (const begin of waiting.splice(0, perTurn)) begin();
    if (begun > 0) schedule();
  }

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(nextTurn);
  }

  return {
    enter() {
      schedule();
      if (begun < perTurn && waiting.length === 0) {
        begun++;
        return undefined;
      }
      if (waiting.length >= most)
        throw new OverloadedError(`${most} commands wait for their turn already. Try again in a moment.`);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
