import { EACH, type FetchNode, type PlanNode, type ResponseShape } from './plan.ts';

/**
 * Who writes where. Subgraph answers are never changed: within one process they may be shared with the subgraph. So
 * an object is copied when it arrives, but only one that another fetch of the plan writes into as well; the rest of
 * an answer, usually nearly all of it, is taken over by reference.
 */
export interface WriteMap {
  /** Fetches that bring this object, or something into it. */
  writers: number;
  /** All names that it can get; null for a leaf. */
  readonly names: Map<string, WriteMap | null>;
}

/** Lays the shapes of all fetches of a plan upon each other. */
export function mapWrites(plan: PlanNode | null): WriteMap {
  const root = newMap();
  if (plan !== null) addNode(plan, root);
  return root;
}

/** The object that a fetch writes into. */
export function placeOf({ path }: FetchNode, root: WriteMap): WriteMap {
  return path.filter((step) => step !== EACH).reduce(innerOf, root);
}

/** Rewrites may bring names that the document does not have. */
export function shapeAfterRewrites({ shape, outputRewrites }: FetchNode): ResponseShape {
  return outputRewrites.reduce<ResponseShape>((result, { path, key, change }) => {
    const names = path.flatMap((step) => (step.kind === 'field' ? step.name : []));
    return withName(result, names, key, change.kind === 'rename' ? change.to : key);
  }, shape);
}

function newMap(): WriteMap {
  return { writers: 0, names: new Map() };
}

function innerOf(map: WriteMap, name: string): WriteMap {
  const known = map.names.get(name);
  if (known != null) return known;
  const inner = newMap();
  map.names.set(name, inner);
  return inner;
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
  for (const [name, inner] of shape) {
    if (inner !== null) addShape(inner, innerOf(map, name));
    else if (!map.names.has(name)) map.names.set(name, null);
  }
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
