import { isJsonObject, type JsonObject } from './json.ts';
import { EACH, type FetchNode, type PlanNode, type ResponseShape } from './plan.ts';

/** Puts what a fetch answered into an object of the answer. The source is left as it is. */
export type Merge = (target: JsonObject, source: JsonObject) => void;

/**
 * Who writes where. Subgraph answers are never changed: within one process they may be shared with the subgraph. So
 * an object is copied when it arrives, but only one that another fetch of the plan writes into as well; the rest of
 * an answer, usually nearly all of it, is taken over by reference.
 */
export interface WriteMap {
  writers: number;
  readonly children: Map<string, WriteMap>;
}

/** Lays the shapes of all fetches of a plan upon each other. */
export function mapWrites(plan: PlanNode | null): WriteMap {
  const root = newMap();
  // The root object is ours from the beginning.
  root.writers = 1;
  if (plan !== null) addNode(plan, root);
  return root;
}

function newMap(): WriteMap {
  return { writers: 0, children: new Map() };
}

function childOf(map: WriteMap, name: string): WriteMap {
  let child = map.children.get(name);
  if (child === undefined) {
    child = newMap();
    map.children.set(name, child);
  }
  return child;
}

function addNode(node: PlanNode, root: WriteMap): void {
  switch (node.kind) {
    case 'sequence':
    case 'parallel':
      for (const child of node.nodes) addNode(child, root);
      return;
    case 'condition':
      if (node.whenTrue) addNode(node.whenTrue, root);
      if (node.whenFalse) addNode(node.whenFalse, root);
      return;
    case 'fetch':
      addShape(shapeAfterRewrites(node), placeOf(node, root));
      return;
  }
}

function addShape(shape: ResponseShape, map: WriteMap): void {
  map.writers += 1;
  for (const [name, inner] of shape) if (inner !== null) addShape(inner, childOf(map, name));
}

function placeOf({ path }: FetchNode, root: WriteMap): WriteMap {
  return path.filter((step) => step !== EACH).reduce(childOf, root);
}

/** Compiles the merging of one fetch's answers. */
export function compileMerge(fetch: FetchNode, writes: WriteMap): Merge {
  return compileObjectMerge(shapeAfterRewrites(fetch), placeOf(fetch, writes));
}

/** Rewrites may bring names that the document does not have. */
function shapeAfterRewrites({ shape, outputRewrites }: FetchNode): ResponseShape {
  return outputRewrites.reduce<ResponseShape>((result, { path, key, change }) => {
    const names = path.flatMap((step) => (step.kind === 'field' ? step.name : []));
    return withName(result, names, key, change.kind === 'rename' ? change.to : key);
  }, shape);
}

function withName(shape: ResponseShape, at: readonly string[], from: string, to: string): ResponseShape {
  const [name, ...rest] = at;
  const copy = new Map(shape);
  if (name === undefined) {
    copy.set(to, shape.get(from) ?? null);
  } else {
    const inner = shape.get(name);
    if (inner != null) copy.set(name, withName(inner, rest, from, to));
  }
  return copy;
}

function compileObjectMerge(shape: ResponseShape, map: WriteMap): Merge {
  const fields = [...shape].map(([name, inner]) => {
    const child = inner === null ? undefined : map.children.get(name);
    const copy = inner === null || child === undefined ? null : compileCopy(inner, child);
    const isShared = inner !== null && child !== undefined && child.writers > 1;
    return { name, copy, merge: isShared ? compileObjectMerge(inner, child) : null };
  });
  return (target, source) => {
    for (const { name, copy, merge } of fields) {
      const value = source[name];
      if (value === undefined) continue;
      if (merge !== null && mergeAlike(target[name], value, merge, copy)) continue;
      target[name] = copy === null ? value : copy(value);
    }
  };
}

type Copy = (value: unknown) => unknown;

/** @returns false where the two are not alike, so that the new one takes the old one's place */
function mergeAlike(existing: unknown, value: unknown, merge: Merge, copy: Copy | null): boolean {
  if (isJsonObject(existing) && isJsonObject(value)) {
    merge(existing, value);
    return true;
  }
  if (!Array.isArray(existing) || !Array.isArray(value) || existing.length !== value.length) return false;
  for (const [index, element] of value.entries()) {
    if (!mergeAlike(existing[index], element, merge, copy)) existing[index] = copy === null ? element : copy(element);
  }
  return true;
}

/** @returns null where nothing of it is ever written to, so that it need not be copied */
function compileCopy(shape: ResponseShape, map: WriteMap): Copy | null {
  const inner: { readonly name: string; readonly copy: Copy }[] = [];
  for (const [name, childShape] of shape) {
    const child = childShape === null ? undefined : map.children.get(name);
    const copy = childShape === null || child === undefined ? null : compileCopy(childShape, child);
    if (copy !== null) inner.push({ name, copy });
  }
  if (inner.length === 0 && map.writers < 2) return null;
  const copyValue: Copy = (value) => {
    if (Array.isArray(value)) return value.map(copyValue);
    if (!isJsonObject(value)) return value;
    const own: JsonObject = { ...value };
    for (const { name, copy } of inner) {
      const nested = own[name];
      if (typeof nested === 'object' && nested !== null) own[name] = copy(nested);
    }
    return own;
  };
  return copyValue;
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
