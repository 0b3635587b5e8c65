/** A moment as ISO-8601 UTC text with milliseconds, e.g. `2026-01-31T09:30:00.000Z`: sorts as it compares. */
export type Instant = string;

/** Where time comes from. Injected everywhere, so that tests and the seed decide what "now" is. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that stands still until told otherwise. */
export interface ManualClock extends Clock {
  /** Sets the time, in milliseconds since the Unix epoch. */
  set(epochMilliseconds: number): void;
  /** Moves the time forward. */
  advance(milliseconds: number): void;
}

/**
 * @param start an Instant or milliseconds since the Unix epoch
 */
export function createManualClock(start: Instant | number): ManualClock {
  let current = typeof start === 'number' ? start : Date.parse(start);
  return {
    now: () => current,
    set: (value) => {
      current = value;
    },
    advance: (milliseconds) => {
      current += milliseconds;
    },
  };
}

/** One command writes the same moment many times over. */
let latest = { moment: 0, text: '1970-01-01T00:00:00.000Z' };

/** @param epochMilliseconds milliseconds since the Unix epoch */
export function toInstant(epochMilliseconds: number): Instant {
  if (epochMilliseconds !== latest.moment) {
    latest = { moment: epochMilliseconds, text: new Date(epochMilliseconds).toISOString() };
  }
  return latest.text;
}

/** @returns milliseconds since the Unix epoch */
export function fromInstant(instant: Instant): number {
  return Date.parse(instant);
}

/** The later of two instants; a null counts as "never". */
export function laterOf(a: Instant, b: Instant | null): Instant {
  return b !== null && b > a ? b : a;
}

/** Whole seconds from one instant to a later one, floored; never negative. */
export function secondsBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 1000));
}
