/** Sizes of values that do not change, by identity: most of an aggregate's state is the same from write to write. */
const sizes = new WeakMap<object, number>();

/** Bytes of a value's JSON. Remembers objects, which must not be changed afterwards. */
export function jsonSize(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null || typeof value !== 'object') return Buffer.byteLength(JSON.stringify(value));
  const known = sizes.get(value);
  if (known !== undefined) return known;
  const size = Buffer.byteLength(JSON.stringify(value));
  sizes.set(value, size);
  return size;
}

/** Bytes of an object's JSON, field by field, so that unchanged fields are not measured again. */
export function fieldsSize(fields: object): number {
  let size = 2;
  for (const [name, value] of Object.entries(fields)) size += name.length + 4 + jsonSize(value);
  return size;
}

const MOST_BYTES_A_UNIT = 6;
const MOST_BYTES_A_NUMBER = 32;

/** No fewer bytes than `fieldsSize` gives, found without writing texts out: each unit of one may become an escape. */
export function mostFieldsSize(fields: object): number {
  let size = 2;
  for (const name in fields) {
    size += name.length * MOST_BYTES_A_UNIT + 4 + mostSize((fields as Readonly<Record<string, unknown>>)[name]);
  }
  return size;
}

function mostSize(value: unknown): number {
  if (typeof value === 'string') return value.length * MOST_BYTES_A_UNIT + 2;
  if (value === null || typeof value !== 'object') return MOST_BYTES_A_NUMBER;
  if (!Array.isArray(value)) return hasOwnText(value) ? jsonSize(value) : mostFieldsSize(value);
  let size = 2;
  for (const element of value) size += 1 + mostSize(element);
  return size;
}

/** A Date, say. */
function hasOwnText(value: object): boolean {
  return typeof (value as { readonly toJSON?: unknown }).toJSON === 'function';
}
