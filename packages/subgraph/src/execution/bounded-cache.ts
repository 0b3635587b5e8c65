/** Holds what was used last, up to a number of bytes. */
export interface BoundedCache<Key, Value> {
  /** Also marks the entry as used. */
  get(key: Key): Value | undefined;
  /** Puts it in if it fits at all, and drops what was not used for longest. */
  set(key: Key, value: Value, bytes: number): void;
  /** Bytes held. */
  bytes(): number;
}

/** @param maxBytes held at most, by the callers' own estimates */
export function createBoundedCache<Key, Value>(maxBytes: number): BoundedCache<Key, Value> {
  const entries = new Map<Key, { readonly value: Value; readonly bytes: number }>();
  let newest: Key | undefined;
  let held = 0;
  const remove = (key: Key): void => {
    held -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      if (key !== newest) {
        entries.delete(key);
        entries.set(key, entry);
        newest = key;
      }
      return entry.value;
    },
    set: (key, value, bytes) => {
      remove(key);
      if (bytes > maxBytes) return;
      entries.set(key, { value, bytes });
      newest = key;
      held += bytes;
      for (const oldest of entries.keys()) {
        if (held <= maxBytes) return;
        remove(oldest);
      }
    },
    bytes: () => held,
  };
}
