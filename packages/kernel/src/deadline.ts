import type { Clock } from './clock.ts';

/** The moment by which an answer is wanted. Carried between processes as remaining milliseconds, never as a time. */
export interface Deadline {
  /** Milliseconds that remain; 0 when it has passed. */
  remaining(): number;
  /** A deadline for the next hop: the lesser of its own cap and what remains less `reserve`. All in milliseconds. */
  narrow(cap: number, reserve?: number): Deadline;
}

/** What each hop may take at most, in milliseconds, and what it keeps back for itself. */
export const DEADLINE_CAPS = { client: 5_000, gateway: 3_000, subgraph: 2_000, store: 1_500, reserve: 50 } as const;

/** @param milliseconds how long from now */
export function createDeadline(clock: Clock, milliseconds: number): Deadline {
  const end = clock.now() + milliseconds;
  return {
    remaining: () => Math.max(0, end - clock.now()),
    narrow: (cap, reserve = DEADLINE_CAPS.reserve) =>
      createDeadline(clock, Math.max(0, Math.min(cap, end - clock.now() - reserve))),
  };
}
