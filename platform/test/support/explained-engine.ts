import type {
  EngineCollection,
  EngineIndex,
  Explanation,
  Filter,
  ReadOptions,
  StorageEngine,
} from '@hiregraph/storage';

/** One kind of query that was made, as the server says that it carries it out. */
export interface ExplainedRead {
  /** `<service>.<collection>`, with what was asked, values left out. */
  readonly query: string;
  /** The index that it names. */
  readonly hint: string;
  readonly explanation: Explanation;
}

/** What became of the queries of all engines that note in it. */
export class ExplainedReads {
  readonly #seen = new Set<string>();
  readonly #reads: Promise<ExplainedRead>[] = [];
  /** Writes that name no `_id`, and so would look for what they change. */
  readonly searchingWrites: string[] = [];
  /** What tries every index that a collection declares. */
  readonly #tries: (() => void)[] = [];

  /** @returns those whose plan uses no index, or another than they name */
  async astray(): Promise<readonly ExplainedRead[]> {
    const all = await Promise.all(this.#reads);
    return all.filter(({ hint, explanation }) => explanation.index !== hint);
  }

  /** How many kinds there were so far. */
  get kinds(): number {
    return this.#seen.size;
  }

  declare(place: string, collection: EngineCollection, indexes: readonly EngineIndex[]): void {
    for (const index of indexes)
      this.#tries.push(() => this.note(place, collection, simplestFilter(index), { hint: index.name }));
  }

  /** Explains a query for each declared index: the suites of the services tie each query to one, on the embedded engine. */
  tryDeclared(): void {
    for (const tried of this.#tries) tried();
  }

  /** Explains the first of each kind, beside the query itself. */
  note(place: string, collection: EngineCollection, filter: Filter, options: ReadOptions): void {
    const { hint, sort, after } = options;
    const query = `${place} ${JSON.stringify({ hint, filter: shapeOf(filter), sort, after: Array.isArray(after) })}`;
    if (this.#seen.has(query)) return;
    this.#seen.add(query);
    const read = collection.explain(filter, options).then((explanation) => ({ query, hint, explanation }));
    // Whoever asks for all of them is told.
    read.catch(() => undefined);
    this.#reads.push(read);
  }
}

type Call = (...args: unknown[]) => unknown;

/** An engine on which the first query of each kind is explained, too. */
export function explainedEngine(service: string, engine: StorageEngine, reads: ExplainedReads): StorageEngine {
  const explained = (collection: EngineCollection): EngineCollection => {
    const place = `${service}.${collection.name}`;
    const noteRead = (filter: unknown, options: unknown): void =>
      reads.note(place, collection, filter as Filter, options as ReadOptions);
    const noteWrite = (filter: unknown): void => {
      if (!Object.hasOwn(filter as object, '_id')) reads.searchingWrites.push(`${place} ${JSON.stringify(filter)}`);
    };
    const notes: Readonly<Record<string, (filter: unknown, options: unknown) => void>> = {
      findOne: noteRead,
      find: noteRead,
      count: noteRead,
      deleteMany: noteRead,
      findEach: (filters, options) => noteRead((filters as readonly Filter[])[0] ?? {}, options),
      countEach: (filters, options) => noteRead((filters as readonly Filter[])[0] ?? {}, options),
      findOneAndUpdate: noteWrite,
      updateOne: noteWrite,
      deleteOne: noteWrite,
    };
    return new Proxy(collection, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        const note = typeof name === 'string' ? notes[name] : undefined;
        if (note === undefined || typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          note(args[0], args[1]);
          return (value as Call).apply(target, args);
        };
      },
    });
  };
  return {
    kind: engine.kind,
    start: () => engine.start(),
    stop: () => engine.stop(),
    ready: () => engine.ready(),
    collection: (name, indexes, shape) => {
      const collection = engine.collection(name, indexes, shape);
      reads.declare(`${service}.${name}`, collection, indexes);
      return explained(collection);
    },
  };
}

/** Something about the first field, and what a partial index asks for. */
function simplestFilter({ keys, partial = {}, expireAfterSeconds }: EngineIndex): Filter {
  const [first] = keys;
  if (first === undefined) return partial;
  const asked = expireAfterSeconds === undefined ? { $lt: 'x' } : { $lt: new Date(0) };
  return { ...partial, [first[0]]: first[0] === 'tenantId' ? 'ten_x' : asked };
}

/** Names and operators; lists by whether they hold something. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null || value instanceof Date) return '?';
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]));
}
