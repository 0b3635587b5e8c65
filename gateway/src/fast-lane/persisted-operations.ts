import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createBoundedCache } from '@hiregraph/kernel';
import { ConfigurationError } from '@hiregraph/subgraph';
import { z } from 'zod';

/**
 * Operations that callers name by the SHA-256 of their text (Apollo's persisted-query protocol): those of a list, and
 * those that clients registered. Apollo Server registers, after its checks; the fast lane only looks up.
 */
export interface PersistedOperations {
  /** @param hash lower-case hexadecimal */
  find(hash: string): string | undefined;
  /** The form in which Apollo Server uses it. */
  readonly cache: PersistedCache;
}

interface PersistedCache {
  get(key: string): Promise<string | undefined>;
  set(key: string, text: string): Promise<void>;
  delete(key: string): Promise<boolean>;
}

export interface PersistedOperationsOptions {
  /** Known from the start, and never dropped: text by hash. */
  readonly registered?: ReadonlyMap<string, string>;
  /** Bytes of what clients register at most; those used last stay. */
  readonly maxBytes?: number;
}

const DEFAULT_MAX_BYTES = 8 * 1_048_576;
/** What Apollo Server puts in front of a hash. */
const PREFIX = 'apq:';
/** A text of one byte a character, its hash and its place. */
const BYTES_AN_ENTRY = 200;

export function createPersistedOperations(options: PersistedOperationsOptions = {}): PersistedOperations {
  const { registered, maxBytes = DEFAULT_MAX_BYTES } = options;
  const learned = createBoundedCache<string, string>(maxBytes);
  const find = (hash: string): string | undefined => registered?.get(hash) ?? learned.get(hash);
  const hashIn = (key: string): string => (key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key);
  return {
    find,
    cache: {
      get: (key) => Promise.resolve(find(hashIn(key))),
      set: (key, text) => {
        const hash = hashIn(key);
        if (find(hash) === undefined) learned.set(hash, text, text.length * 2 + BYTES_AN_ENTRY);
        return Promise.resolve();
      },
      // Apollo Server never asks for it.
      delete: () => Promise.resolve(false),
    },
  };
}

/** As `@apollo/generate-persisted-query-manifest` writes it, or plainly text by hash. */
const listSchema = z.union([
  z.object({ operations: z.array(z.object({ id: z.string(), body: z.string() })) }),
  z.record(z.string(), z.string()),
]);

/**
 * Reads the list of operations that are known from the start.
 * @throws ConfigurationError saying what is wrong with the file
 */
export function readPersistedOperations(file: string): ReadonlyMap<string, string> {
  const refuse = (why: string): never => {
    throw new ConfigurationError([
      `PERSISTED_OPERATIONS: ${why} Name a file with {"operations": [{"id": <SHA-256 of body>, "body": <document>}]}, as @apollo/generate-persisted-query-manifest writes it, or leave it out.`,
    ]);
  };
  const parsed = listSchema.safeParse(readJson(file, refuse));
  if (!parsed.success) return refuse(`${file} is no list of operations.`);
  const pairs = pairsOf(parsed.data);
  const wrong = pairs.filter(([hash, text]) => createHash('sha256').update(text).digest('hex') !== hash);
  const [first] = wrong;
  if (first !== undefined)
    return refuse(`in ${file}, ${first[0]} is not the SHA-256 of its text (${wrong.length} such).`);
  return new Map(pairs);
}

type List = z.output<typeof listSchema>;
function pairsOf(list: List): readonly (readonly [string, string])[] {
  const { operations } = list;
  if (Array.isArray(operations)) return operations.map(({ id, body }) => [id, body] as const);
  return Object.entries(list as Readonly<Record<string, string>>);
}

function readJson(file: string, refuse: (why: string) => never): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return refuse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
