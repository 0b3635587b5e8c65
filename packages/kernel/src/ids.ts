import { createHash } from 'node:crypto';
import type { Clock } from './clock.ts';

/** Every kind of thing that has an id, with the prefix its ids carry. */
export const ID_PREFIXES = {
  tenant: 'ten',
  user: 'usr',
  job: 'job',
  opening: 'opn',
  stage: 'stg',
  criterion: 'cri',
  jobPost: 'pst',
  question: 'qst',
  rejectionReason: 'rsn',
  candidate: 'cand',
  application: 'app',
  interview: 'int',
  interviewKit: 'kit',
  scorecard: 'scr',
  command: 'cmd',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** Makes ids such as `app_01jd…`: a type prefix, then a ULID in lower case, so ids of one kind sort by time. */
export type IdGenerator = (kind: IdKind) => string;

/** Fills an array with random bytes; `crypto.getRandomValues` in production, a seeded source in tests and the seed. */
export type RandomBytes = (target: Uint8Array<ArrayBuffer>) => void;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RANDOM_DIGITS = 16;

function encodeTime(epochMilliseconds: number): string {
  let rest = epochMilliseconds;
  let text = '';
  for (let digit = 0; digit < 10; digit++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

const CODES = Uint8Array.from(ALPHABET, (digit) => digit.charCodeAt(0));

/** In one piece, where adding digit by digit would make a chain of pieces that is joined later. */
function textOf(digits: readonly number[]): string {
  return String.fromCharCode(...digits.map((digit) => CODES[digit] as number));
}

function increment(digits: number[]): void {
  for (let index = digits.length - 1; index >= 0; index--) {
    const digit = digits[index] ?? 0;
    if (digit < 31) {
      digits[index] = digit + 1;
      return;
    }
    digits[index] = 0;
  }
}

/**
 * Ids after the ULID specification (https://github.com/ulid/spec), in lower case and monotonic within a process:
 * two ids of one millisecond sort in the order in which they were made.
 */
export function createIdGenerator(clock: Clock, random: RandomBytes = defaultRandom): IdGenerator {
  let lastTime = -1;
  let time = '';
  let digits: number[] = [];
  return (kind) => {
    const now = clock.now();
    if (now === lastTime) {
      increment(digits);
    } else {
      lastTime = now;
      time = encodeTime(now);
      const bytes = new Uint8Array(RANDOM_DIGITS);
      random(bytes);
      digits = Array.from(bytes, (byte) => byte & 31);
    }
    return `${ID_PREFIXES[kind]}_${time}${textOf(digits)}`;
  };
}

/** Random bytes are asked for in stock: a call for sixteen costs nearly as much as one for thousands. */
const stock = new Uint8Array(4_096);
let used = stock.length;

function defaultRandom(target: Uint8Array<ArrayBuffer>): void {
  if (used + target.length > stock.length) {
    crypto.getRandomValues(stock);
    used = 0;
  }
  target.set(stock.subarray(used, used + target.length));
  // What was given away is nobody else's to read.
  stock.fill(0, used, used + target.length);
  used += target.length;
}

const ID_PATTERN = /^[a-z]+_[0-9a-hjkmnp-tv-z]{26}$/;

/** Whether a text has the form of an id of this kind. Says nothing about whether such a thing exists. */
export function isId(kind: IdKind, text: string): boolean {
  return text.startsWith(`${ID_PREFIXES[kind]}_`) && ID_PATTERN.test(text);
}

/**
 * The internal id of a user, mapped from a token's issuer and subject: the same on every replica without asking anyone,
 * and without giving either of them away. 130 bits of SHA-256.
 */
export function userIdFor(tenantId: string, issuer: string, subject: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([tenantId, issuer, subject]))
    .digest();
  const digits = Array.from(digest.subarray(0, 26), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return `${ID_PREFIXES.user}_${digits}`;
}
