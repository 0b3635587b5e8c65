/** Keeps what was used last, up to a number of bytes (as its user estimates them). */
export interface BoundedCache<Key, Value> {
  /** Also marks the entry as used. */
  get(key: Key): Value | undefined;
  /** Takes the place of what the key had. What alone is larger than the cache is not kept. */
  set(key: Key, value: Value, bytes: number): void;
  clear(): void;
  /** Bytes that are held now. */
  bytes(): number;
}

/** @param maxBytes held at most, by the callers' own estimates */
export function createBoundedCache<Key, Value>(maxBytes: number): BoundedCache<Key, Value> {
  // A Map keeps the order of insertion: what was used is put in again, so that the first is the one to go.
  const entries = new Map<Key, { readonly value: Value; readonly bytes: number }>();
  /** What stands last already need not be moved there. */
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
    clear: () => {
      entries.clear();
      newest = undefined;
      held = 0;
    },
    bytes: () => held,
  };
}
