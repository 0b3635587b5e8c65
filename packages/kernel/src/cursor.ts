import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import { BadUserInputError } from './errors.ts';

/** What a cursor is bound to: used anywhere else, it is refused. */
export interface CursorScope {
  readonly tenantId: string;
  /** The field that gave it, e.g. `Query.applications` or `Job.applications:job_…`. */
  readonly field: string;
  readonly filter: unknown;
  readonly sort: unknown;
}

/** The sort key's values at one element, the id last: where the next page goes on. */
export type CursorPosition = readonly (string | number | boolean | null)[];

export interface CursorCodec {
  encode(scope: CursorScope, position: CursorPosition): string;
  /** @throws BadUserInputError when the cursor was altered or belongs to another list */
  decode(scope: CursorScope, cursor: string, path: readonly string[]): CursorPosition;
}

/** JSON with the keys of every object in order and undefined left out: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  // JSON has no undefined: at the root it counts as null.
  return canonicalText(value, '') ?? 'null';
}

/** @param key under which the value stands, for `toJSON` */
function canonicalText(value: unknown, key: string): string | undefined {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON === 'function') return canonicalText(toJSON.call(value, key), key);
  if (Array.isArray(value)) {
    let list = '[';
    for (let at = 0; at < value.length; at++) {
      list += `${at === 0 ? '' : ','}${canonicalText(value[at], String(at)) ?? 'null'}`;
    }
    return `${list}]`;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  let object = '{';
  for (const name of orderedKeys(fields)) {
    const text = canonicalText(fields[name], name);
    if (text !== undefined) object += `${object === '{' ? '' : ','}${quoted(name)}:${text}`;
  }
  return `${object}}`;
}

/** Printable ASCII without quotes and backslashes: most texts are what they are written as. */
const PLAIN = /^[ !#-[\]-~]*$/;
const LONGEST_PLAIN = 128;

function quoted(text: string): string {
  return text.length <= LONGEST_PLAIN && PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

/** As an object has them whose keys were set in order: whole numbers first, by size, then the others by code unit. */
function orderedKeys(fields: object): readonly string[] {
  const keys = Object.keys(fields).sort();
  return keys.some((key) => INDEX.test(key)) ? Object.keys(Object.fromEntries(keys.map((key) => [key, null]))) : keys;
}

const INDEX = /^\d+$/;

/** Hex SHA-256 of a value's canonical JSON. */
export function hashOf(value: unknown): string {
  return hash('sha256', canonicalJson(value), 'hex');
}

const TAG_BYTES = 12;

/**
 * Opaque cursors: the position as JSON behind an HMAC-SHA-256 tag (truncated to 96 bits, RFC 2104 section 5) over
 * position and scope, so that altering one or using it for another tenant, field, filter or sort is noticed.
 * @param secret at least 16 bytes; the same on every replica
 */
export function createCursorCodec(secret: string): CursorCodec {
  const key = createSecretKey(secret, 'utf8');
  const tagOf = (scope: CursorScope, body: string): Buffer =>
    createHmac('sha256', key)
      .update(canonicalJson([scope.tenantId, scope.field, scope.filter ?? null, scope.sort ?? null]))
      .update('\0')
      .update(body)
      .digest()
      .subarray(0, TAG_BYTES);
  return {
    encode: (scope, position) => {
      const body = JSON.stringify(position);
      return Buffer.concat([tagOf(scope, body), Buffer.from(body)]).toString('base64url');
    },
    decode: (scope, cursor, path) => {
      const bytes = Buffer.from(cursor, 'base64url');
      const body = bytes.subarray(TAG_BYTES).toString('utf8');
      const tag = bytes.subarray(0, TAG_BYTES);
      if (tag.length !== TAG_BYTES || !timingSafeEqual(tag, tagOf(scope, body))) {
        throw new BadUserInputError(
          'This cursor does not belong to this list. Use a cursor only with the filter and sort that gave it, or start without one.',
          path,
        );
      }
      return JSON.parse(body) as CursorPosition;
    },
  };
}
