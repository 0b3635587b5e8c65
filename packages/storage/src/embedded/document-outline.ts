import type { StoredDocument } from '../engine/engine.ts';
import type { Filter } from '../query.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The fields to take, by name; what lies under one of them where only a part of it is wanted. */
type Branch = Map<string, Branch | Interner>;

/** The part of every document that its indexes are made of, so that most documents need not be there as objects. */
export interface OutlineMaker {
  /** Sorted; `_id` is among them. */
  readonly paths: readonly string[];
  outlineOf(document: StoredDocument): StoredDocument;
  /** Whether a filter asks for nothing else, and so finds in an outline what it would find in the document. */
  covers(filter: Filter): boolean;
}

/** @param indexed the dotted paths of all indexes, those of partial filters among them */
export function createOutlineMaker(indexed: Iterable<string>): OutlineMaker {
  const paths = new Set(['_id', ...indexed]);
  const root: Branch = new Map();
  for (const path of [...paths].sort()) addPath(root, path.split('.'));
  const covers = (filter: Filter): boolean => {
    for (const key in filter) {
      if (key === '$and' || key === '$or') {
        if (!(filter[key] as readonly Filter[]).every(covers)) return false;
      } else if (filter[key] !== undefined && !paths.has(key)) return false;
    }
    return true;
  };
  return {
    paths: [...paths].sort(),
    outlineOf: (document) => partOf(document, root) as StoredDocument,
    covers,
  };
}

/** Sorted paths come with the shorter first: where a whole field is taken, a part of it is there already. */
function addPath(root: Branch, segments: readonly string[]): void {
  let branch = root;
  for (const [depth, segment] of segments.entries()) {
    const known = branch.get(segment);
    if (known instanceof Interner) return;
    if (depth === segments.length - 1) {
      branch.set(segment, new Interner());
      return;
    }
    const next: Branch = known ?? new Map<string, Branch | Interner>();
    branch.set(segment, next);
    branch = next;
  }
}

function partOf(fields: Fields, branch: Branch): Fields {
  const part: Record<string, unknown> = {};
  for (const [name, inner] of branch) {
    const value = fields[name];
    if (value === undefined) continue;
    // A list on the way is taken whole: each of its elements may lead on.
    part[name] = inner instanceof Map && isObject(value) ? partOf(value, inner) : shared(value, inner);
  }
  return part;
}

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date);
}

const NOTHING: readonly unknown[] = Object.freeze([]);

function shared(value: unknown, inner: Branch | Interner): unknown {
  if (!(inner instanceof Interner)) return value;
  if (typeof value === 'string') return inner.of(value);
  if (!Array.isArray(value)) return value;
  return value.length === 0 ? NOTHING : value.map((one: unknown) => (typeof one === 'string' ? inner.of(one) : one));
}

const MOST_TEXTS = 65_536;
const TRIAL = 4_096;

/** Gives equal texts as one, for fields whose values repeat (a status, a job, a word); ids and instants do not. */
class Interner {
  #texts: Map<string, string> | null = new Map();
  #hits = 0;

  of(text: string): string {
    const texts = this.#texts;
    if (texts === null) return text;
    const known = texts.get(text);
    if (known !== undefined) {
      this.#hits++;
      return known;
    }
    if (texts.size < MOST_TEXTS) texts.set(text, text);
    if (texts.size === TRIAL && this.#hits < TRIAL) this.#texts = null;
    return text;
  }
}
