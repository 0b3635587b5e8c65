import { STANDINGS, type Standing, type Standings } from './access-rules.ts';

/** One bit a standing. */
export type StandingBits = number;

const BITS = Object.fromEntries(STANDINGS.map((standing, place) => [standing, 1 << place])) as Readonly<
  Record<Standing, StandingBits>
>;

export function bitOf(standing: Standing): StandingBits {
  return BITS[standing];
}

/** Standings are few, so that there is one set for each combination of them, and none is made for an object. */
const shared = new Map<StandingBits, Standings>();

export function standingsOfBits(bits: StandingBits): Standings {
  let standings = shared.get(bits);
  if (standings === undefined) {
    standings = new Set(STANDINGS.filter((standing) => (bits & BITS[standing]) !== 0));
    shared.set(bits, standings);
  }
  return standings;
}

/** What a caller is by one of them or the other. */
export function unionOf(some: Standings, others: Standings): Standings {
  if (some === others) return some;
  let bits = 0;
  for (const standing of some) bits |= BITS[standing];
  for (const standing of others) bits |= BITS[standing];
  return standingsOfBits(bits);
}
