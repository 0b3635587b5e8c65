/** Keeps what was used last, up to a number of bytes (as its user estimates them). */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** Takes the place of what the key had. What alone is larger than the cache is not kept. */
  set(key: string, value: Value, bytes: number): void;
  clear(): void;
  /** Bytes that are held now. */
  readonly bytes: () => number;
}

export function createBoundedCache<Value>(maxBytes: number): BoundedCache<Value> {
  // A Map keeps the order of insertion: what was used is put in again, so that the first is the one to go.
  const entries = new Map<string, { readonly value: Value; readonly bytes: number }>();
  let held = 0;
  const remove = (key: string): void => {
    held -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.value;
    },
    set: (key, value, bytes) => {
      remove(key);
      if (bytes > maxBytes) return;
      entries.set(key, { value, bytes });
      held += bytes;
      for (const oldest of entries.keys()) {
        if (held <= maxBytes) return;
        remove(oldest);
      }
    },
    clear: () => {
      entries.clear();
      held = 0;
    },
    bytes: () => held,
  };
}
