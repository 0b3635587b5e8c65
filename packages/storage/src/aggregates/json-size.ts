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
