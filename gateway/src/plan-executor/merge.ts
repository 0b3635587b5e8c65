import { createFunctionSource, keyOf } from '@hiregraph/subgraph';
import { isJsonObject, type JsonObject } from './json.ts';
import type { FetchNode, ResponseShape } from './plan.ts';
import { placeOf, shapeAfterRewrites, type WriteMap } from './write-map.ts';

/** Puts what a fetch answered into an object of ours. The answer is left as it is. */
export type Merge = (target: JsonObject, answer: JsonObject) => void;

/** Makes an object of ours of one that arrived, with a place for every name that will come to it. */
type Copy = (value: unknown) => unknown;

/** Generates the merging of one fetch's answers. */
export function compileMerge(fetch: FetchNode, writes: WriteMap): Merge {
  return generateMerge(shapeAfterRewrites(fetch), placeOf(fetch, writes));
}

function generateMerge(shape: ResponseShape, map: WriteMap): Merge {
  const source = createFunctionSource();
  for (const [name, innerShape] of shape) {
    const key = keyOf(name);
    const value = source.fresh();
    const inner = map.names.get(name);
    source.line(`const ${value} = answer[${key}];`);
    const copy = innerShape === null || inner == null ? null : compileCopy(innerShape, inner);
    const copied = copy === null ? value : `${source.constant(copy)}(${value})`;
    let isToSet = `${value} !== undefined`;
    if (innerShape !== null && inner != null && inner.writers > 1) {
      const merge = source.constant(createAlikeMerge(generateMerge(innerShape, inner), copy));
      isToSet += ` && !${merge}(target[${key}], ${value})`;
    }
    source.line(`if (${isToSet}) target[${key}] = ${copied};`);
  }
  return source.build(['target', 'answer']) as Merge;
}

/** Says false where the two are not alike, so that the new one takes the old one's place. */
type MergeAlike = (existing: unknown, value: unknown) => boolean;

function createAlikeMerge(merge: Merge, copy: Copy | null): MergeAlike {
  const mergeAlike: MergeAlike = (existing, value) => {
    if (isJsonObject(existing) && isJsonObject(value)) {
      merge(existing, value);
      return true;
    }
    if (!Array.isArray(existing) || !Array.isArray(value) || existing.length !== value.length) return false;
    for (const [index, element] of value.entries()) {
      if (!mergeAlike(existing[index], element)) existing[index] = copy === null ? (element as unknown) : copy(element);
    }
    return true;
  };
  return mergeAlike;
}

/** @returns null where nothing of it is ever written to, so that it need not be copied */
function compileCopy(shape: ResponseShape, map: WriteMap): Copy | null {
  const copies = new Map<string, Copy>();
  for (const [name, innerShape] of shape) {
    const inner = map.names.get(name);
    const copy = innerShape === null || inner == null ? null : compileCopy(innerShape, inner);
    if (copy !== null) copies.set(name, copy);
  }
  if (copies.size === 0 && map.writers < 2) return null;
  const copyObject = generateCopy(shape, map, copies);
  const copyValue: Copy = (value) => {
    if (Array.isArray(value)) return value.map(copyValue);
    return typeof value === 'object' && value !== null ? copyObject(value) : value;
  };
  return copyValue;
}

function generateCopy(shape: ResponseShape, map: WriteMap, copies: ReadonlyMap<string, Copy>): Copy {
  const source = createFunctionSource();
  const properties = [...map.names.keys()].map((name) => {
    const key = keyOf(name);
    if (!shape.has(name)) return `${key}: undefined`;
    const copy = copies.get(name);
    return `${key}: ${copy === undefined ? `value[${key}]` : `${source.constant(copy)}(value[${key}])`}`;
  });
  source.line(`return { ${properties.join(', ')} };`);
  return source.build(['value']) as Copy;
}

/** A copy of all of an answer that rewrites may change. */
export function copyOfShape(value: unknown, shape: ResponseShape): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => copyOfShape(element, shape));
  if (!isJsonObject(value)) return value;
  const own: JsonObject = { ...value };
  for (const [name, inner] of shape) {
    if (inner !== null && own[name] !== undefined) own[name] = copyOfShape(own[name], inner);
  }
  return own;
}
