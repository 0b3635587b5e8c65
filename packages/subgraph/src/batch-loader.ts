/** A value that is at hand, or will be. Where nothing has to be waited for, no promise is made. */
export type Awaitable<Value> = Value | Promise<Value>;

/** Goes on with a value: at once where it is at hand. */
export function andThen<Value, Next>(
  value: Awaitable<Value>,
  next: (value: Value) => Awaitable<Next>,
): Awaitable<Next> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/**
 * Loads what is asked for in one batch; one value a key, in their order. An Error is its own key's failure, a rejection
 * the whole batch's.
 */
export type LoadBatch<Key, Value> = (keys: readonly Key[]) => Promise<readonly (Value | Error)[]>;

export interface BatchLoaderOptions<Key> {
  /** Keys that are alike give the same text; needed where keys are no texts. */
  readonly textOf?: (key: Key) => string;
  /** How many keys one batch has at most. */
  readonly maxBatchSize?: number;
}

interface Entry<Key, Value> {
  readonly batch: Batch<Key, Value>;
  readonly place: number;
}

class Batch<Key, Value> {
  readonly keys: Key[] = [];
  readonly done: Promise<void>;
  isSent = false;
  values: readonly (Value | Error)[] | null = null;
  failure: { readonly reason: unknown } | null = null;
  finish!: () => void;

  constructor() {
    this.done = new Promise((resolve) => {
      this.finish = resolve;
    });
  }
}

const NOW = Promise.resolve();

/**
 * Gathers the keys that one level of a query asks for into one batch, and keeps what came: made anew for each request.
 * As DataLoader, with two differences: what is known is answered without a promise, and a list whose keys are known
 * together is loaded at once, for all of its keys one promise.
 */
export class BatchLoader<Key, Value> {
  private readonly loadBatch: LoadBatch<Key, Value>;
  private readonly textOf: (key: Key) => string;
  private readonly maxBatchSize: number;
  private entries: Map<string, Entry<Key, Value>> | null = null;
  /** Takes keys in until it is sent. */
  private open: Batch<Key, Value> | null = null;

  constructor(loadBatch: LoadBatch<Key, Value>, options: BatchLoaderOptions<Key> = {}) {
    this.loadBatch = loadBatch;
    this.textOf = options.textOf ?? String;
    this.maxBatchSize = options.maxBatchSize ?? Number.POSITIVE_INFINITY;
  }

  /** Loads one key, together with whatever else is asked for before all that runs now has come to its end. */
  load(key: Key): Awaitable<Value> {
    const entry = this.enter(key);
    const { batch } = entry;
    if (batch.values !== null) return this.valueOf(entry);
    if (!batch.isSent && batch.keys.length === 1) this.sendSoon(batch);
    return batch.done.then(() => this.valueOf(entry));
  }

  /** Loads keys that are known together, at once. @returns their values in order; the first failure is the list's */
  loadMany(keys: readonly Key[]): Awaitable<readonly Value[]> {
    const entries = keys.map((key) => this.enter(key));
    const batches: Batch<Key, Value>[] = [];
    for (const { batch } of entries) {
      if (batch.values === null && !batches.includes(batch)) batches.push(batch);
    }
    for (const batch of batches) this.send(batch);
    const values = (): readonly Value[] => entries.map((entry) => this.valueOf(entry));
    const [only] = batches;
    if (only === undefined) return values();
    return batches.length === 1 ? only.done.then(values) : Promise.all(batches.map(({ done }) => done)).then(values);
  }

  /** Makes a value known that was read otherwise; what is known or asked for already stays. */
  prime(key: Key, value: Value): void {
    const text = this.textOf(key);
    if (this.entries?.has(text)) return;
    const batch = new Batch<Key, Value>();
    batch.values = [value];
    this.keep(text, { batch, place: 0 });
  }

  /** Forgets one key. Who waits for it already gets what is on its way. */
  clear(key: Key): void {
    this.entries?.delete(this.textOf(key));
  }

  clearAll(): void {
    this.entries = null;
  }

  private enter(key: Key): Entry<Key, Value> {
    const text = this.textOf(key);
    const known = this.entries?.get(text);
    if (known !== undefined) return known;
    let batch = this.open;
    if (batch === null || batch.isSent || batch.keys.length >= this.maxBatchSize) {
      batch = new Batch<Key, Value>();
      this.open = batch;
    }
    const entry = { batch, place: batch.keys.push(key) - 1 };
    this.keep(text, entry);
    return entry;
  }

  private keep(text: string, entry: Entry<Key, Value>): void {
    (this.entries ??= new Map<string, Entry<Key, Value>>()).set(text, entry);
  }

  private valueOf({ batch, place }: Entry<Key, Value>): Value {
    if (batch.failure !== null) throw batch.failure.reason;
    const value = batch.values?.[place];
    if (value instanceof Error) throw value;
    // The cast is sound: a batch is asked for its values once it has as many as keys.
    return value as Value;
  }

  /** Behind all promises that are settled by now, and those that follow from them: others may ask for more then. */
  private sendSoon(batch: Batch<Key, Value>): void {
    void NOW.then(() => process.nextTick(() => this.send(batch)));
  }

  private send(batch: Batch<Key, Value>): void {
    if (batch.isSent) return;
    batch.isSent = true;
    void this.run(batch);
  }

  private async run(batch: Batch<Key, Value>): Promise<void> {
    const { keys } = batch;
    try {
      const values = await this.loadBatch(keys);
      if (values.length !== keys.length) throw new RangeError(`${keys.length} keys gave ${values.length} values.`);
      batch.values = values;
    } catch (reason) {
      batch.failure = { reason };
      // The next who asks tries again.
      for (const key of keys) if (this.entries?.get(this.textOf(key))?.batch === batch) this.clear(key);
    }
    batch.finish();
  }
}
