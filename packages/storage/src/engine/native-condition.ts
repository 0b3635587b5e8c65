/** Whether a document, or an element of a list, meets a condition. */
export type DocumentTest = (document: unknown) => boolean;

type Scalar = string | number | boolean | null;
type ValueTest = (value: unknown) => boolean;

/** What the reader of a path gives where a list lies on the way: each of its elements may lead on. */
const LIST_ON_THE_WAY = Symbol('list on the way');
const NUMBER = /^\d+$/;

/**
 * Conditions as they nearly always are, scalars on paths through objects, tested without the detour over a general
 * engine. The meaning is MongoDB's: equality with a list's element counts, comparisons stay within a type, null stands
 * for what is missing too.
 * @param general compiles the same condition in full; asked the first time that a document needs it
 * @returns null for a condition of another kind
 */
export function compileNative(
  path: string,
  operator: string,
  operand: unknown,
  general: (operator: string) => DocumentTest,
): DocumentTest | null {
  const segments = path.split('.');
  if (segments.some((segment) => segment === '' || segment in Object.prototype)) return null;
  if (operator === '$exists')
    return existsTest(
      segments,
      Boolean(operand),
      lazily(() => general('$exists')),
    );
  if (segments.some((segment) => NUMBER.test(segment))) return null;
  const negated = NEGATIONS.get(operator);
  const positive = negated ?? operator;
  const test = valueTest(positive, operand);
  if (test === null) return null;
  const read = createReader(segments);
  const inFull = lazily(() => general(positive));
  const isMet = (document: unknown): boolean => {
    const value = read(document);
    return value === LIST_ON_THE_WAY || holdsLists(value) ? inFull(document) : test(value);
  };
  return negated === undefined ? isMet : (document) => !isMet(document);
}

const NEGATIONS: ReadonlyMap<string, string> = new Map([
  ['$ne', '$eq'],
  ['$nin', '$in'],
]);

function lazily(compile: () => DocumentTest): DocumentTest {
  let test: DocumentTest | null = null;
  return (document) => {
    test ??= compile();
    return test(document);
  };
}

function createReader(segments: readonly string[]): (document: unknown) => unknown {
  return (document) => {
    let current = document;
    for (const segment of segments) {
      if (current === null || typeof current !== 'object') return undefined;
      if (Array.isArray(current)) return LIST_ON_THE_WAY;
      current = (current as Readonly<Record<string, unknown>>)[segment];
    }
    return current;
  };
}

function holdsLists(value: unknown): boolean {
  return Array.isArray(value) && value.some(Array.isArray);
}

function isScalar(value: unknown): value is Scalar {
  if (typeof value === 'number') return !Number.isNaN(value);
  return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function valueTest(operator: string, operand: unknown): ValueTest | null {
  if (operator === '$in') {
    if (!Array.isArray(operand) || !operand.every(isScalar)) return null;
    const listed: ReadonlySet<unknown> = new Set(operand);
    return onElements((value) => listed.has(value ?? null), listed.has(null));
  }
  if (!isScalar(operand)) return null;
  if (operator === '$eq') return onElements((value) => (value ?? null) === operand, operand === null);
  if (typeof operand !== 'string' && typeof operand !== 'number') return null;
  const type = typeof operand;
  const compare = comparison(operator, operand);
  return compare === null ? null : onElements((value) => typeof value === type && compare(value as string), false);
}

/** @param nothing what is said of a field that is missing */
function onElements(test: ValueTest, nothing: boolean): ValueTest {
  return (value) => {
    if (value === undefined) return nothing;
    return Array.isArray(value) ? value.some(test) : test(value);
  };
}

/** Compares what has the operand's type, which the compiler cannot know: either both are text, or both numbers. */
function comparison(operator: string, operand: string | number): ((value: string | number) => boolean) | null {
  switch (operator) {
    case '$gt':
      return (value) => value > operand;
    case '$gte':
      return (value) => value >= operand;
    case '$lt':
      return (value) => value < operand;
    case '$lte':
      return (value) => value <= operand;
    default:
      return null;
  }
}

/** The last segment may be a place in a list (`outbox.255`), or a field of a list's elements (`outbox.at`). */
function existsTest(segments: readonly string[], wanted: boolean, inFull: DocumentTest): DocumentTest | null {
  const parents = segments.slice(0, -1);
  const name = segments.at(-1) as string;
  if (parents.some((segment) => NUMBER.test(segment))) return null;
  const isPlace = NUMBER.test(name);
  const read = createReader(parents);
  return (document) => {
    const holder = read(document);
    if (holder === LIST_ON_THE_WAY) return inFull(document);
    if (!Array.isArray(holder)) return hasField(holder, name) === wanted;
    if (isPlace) return (holder[Number(name)] !== undefined) === wanted;
    if (holdsLists(holder)) return inFull(document);
    return holder.some((element) => hasField(element, name)) === wanted;
  };
}

function hasField(holder: unknown, name: string): boolean {
  if (holder === null || typeof holder !== 'object') return false;
  return (holder as Readonly<Record<string, unknown>>)[name] !== undefined;
}
