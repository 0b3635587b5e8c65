/**
 * A B+ tree whose nodes know how many entries lie below them, so that the rank of a bound, and with it a count over a
 * range, costs O(log n) (Simon Tatham, "Counted B-Trees", https://www.chiark.greenend.org.uk/~sgtatham/algorithms/cbtree.html).
 * Nodes are dropped when they are empty, not merged when half full (Johnson and Shasha, "B-Trees with Inserts and Deletes:
 * Why Free-at-Empty Is Better Than Merge-at-Half", 1993).
 */
export interface CountedTree<Entry> {
  readonly size: number;
  /** Makes the tree of many entries at once, in place of what it held. @param sorted no two of them equal */
  fill(sorted: readonly Entry[]): void;
  /** @returns false when an equal entry is there already */
  insert(entry: Entry): boolean;
  /** @returns false when there is no equal entry */
  delete(entry: Entry): boolean;
  /** How many entries lie before a bound. `side(entry)` is negative for those, and must be monotonic. */
  rank(side: (entry: Entry) => number): number;
  /** Visits entries from a rank on, forward or backward, until `visit` returns false or the end is reached. */
  walk(rank: number, direction: 1 | -1, visit: (entry: Entry) => boolean): void;
  at(rank: number): Entry | undefined;
}

const CAPACITY = 64;

interface Leaf<Entry> {
  readonly entries: Entry[];
  next: Leaf<Entry> | null;
  previous: Leaf<Entry> | null;
}

interface Branch<Entry> {
  readonly children: Node<Entry>[];
  /** lows[i] is not above anything in children[i] and above everything in children[i - 1]. */
  readonly lows: Entry[];
  count: number;
}

type Node<Entry> = Leaf<Entry> | Branch<Entry>;

function isLeaf<Entry>(node: Node<Entry>): node is Leaf<Entry> {
  return 'entries' in node;
}

function countOf<Entry>(node: Node<Entry>): number {
  return isLeaf(node) ? node.entries.length : node.count;
}

/** The first position whose entry is not before the bound. */
function lowerBound<Entry>(entries: readonly Entry[], side: (entry: Entry) => number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (side(entries[middle] as Entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The child in which an entry belongs: the last whose low is not above it. */
function childFor<Entry>(branch: Branch<Entry>, entry: Entry, compare: (a: Entry, b: Entry) => number): number {
  return Math.max(0, lowerBound(branch.lows, (low) => (compare(low, entry) <= 0 ? -1 : 1)) - 1);
}

export function createCountedTree<Entry>(compare: (a: Entry, b: Entry) => number): CountedTree<Entry> {
  let root: Node<Entry> = { entries: [], next: null, previous: null };

  /** @returns null when it was there, the new right sibling when the node split, true otherwise */
  function insertInto(node: Node<Entry>, entry: Entry): Node<Entry> | true | null {
    if (isLeaf(node)) {
      const position = lowerBound(node.entries, (other) => compare(other, entry));
      const found = node.entries[position];
      if (position < node.entries.length && compare(found as Entry, entry) === 0) return null;
      node.entries.splice(position, 0, entry);
      return node.entries.length > CAPACITY ? splitLeaf(node) : true;
    }
    const position = childFor(node, entry, compare);
    const result = insertInto(node.children[position] as Node<Entry>, entry);
    if (result === null) return null;
    node.count++;
    if (result === true) return true;
    node.children.splice(position + 1, 0, result);
    node.lows.splice(position + 1, 0, lowOf(result));
    return node.children.length > CAPACITY ? splitBranch(node) : true;
  }

  function deleteFrom(node: Node<Entry>, entry: Entry): boolean {
    if (isLeaf(node)) {
      const position = lowerBound(node.entries, (other) => compare(other, entry));
      if (position >= node.entries.length || compare(node.entries[position] as Entry, entry) !== 0) return false;
      node.entries.splice(position, 1);
      return true;
    }
    const position = childFor(node, entry, compare);
    const child = node.children[position] as Node<Entry>;
    if (!deleteFrom(child, entry)) return false;
    node.count--;
    if (countOf(child) === 0) {
      if (isLeaf(child)) unlinkLeaf(child);
      node.children.splice(position, 1);
      node.lows.splice(position, 1);
    }
    return true;
  }

  function locate(rank: number): { leaf: Leaf<Entry>; position: number } {
    let node = root;
    let rest = rank;
    while (!isLeaf(node)) {
      let index = 0;
      while (index < node.children.length - 1 && rest >= countOf(node.children[index] as Node<Entry>)) {
        rest -= countOf(node.children[index] as Node<Entry>);
        index++;
      }
      node = node.children[index] as Node<Entry>;
    }
    return { leaf: node, position: rest };
  }

  function rank(side: (entry: Entry) => number): number {
    let node = root;
    let before = 0;
    while (!isLeaf(node)) {
      const index = Math.max(0, lowerBound(node.lows, side) - 1);
      for (let earlier = 0; earlier < index; earlier++) before += countOf(node.children[earlier] as Node<Entry>);
      node = node.children[index] as Node<Entry>;
    }
    return before + lowerBound(node.entries, side);
  }

  return {
    get size() {
      return countOf(root);
    },
    fill(sorted) {
      root = treeOf(sorted);
    },
    insert(entry) {
      const result = insertInto(root, entry);
      if (result !== null && result !== true) {
        const count = countOf(root) + countOf(result);
        root = { children: [root, result], lows: [lowOf(root), lowOf(result)], count };
      }
      return result !== null;
    },
    delete(entry) {
      if (!deleteFrom(root, entry)) return false;
      if (countOf(root) === 0) root = { entries: [], next: null, previous: null };
      while (!isLeaf(root) && root.children.length === 1) root = root.children[0] as Node<Entry>;
      return true;
    },
    rank,
    walk(start, direction, visit) {
      if (start < 0 || start >= countOf(root)) return;
      let { leaf, position }: { leaf: Leaf<Entry> | null; position: number } = locate(start);
      while (leaf !== null) {
        while (position >= 0 && position < leaf.entries.length) {
          if (!visit(leaf.entries[position] as Entry)) return;
          position += direction;
        }
        leaf = direction === 1 ? leaf.next : leaf.previous;
        position = direction === 1 || leaf === null ? 0 : leaf.entries.length - 1;
      }
    },
    at(position) {
      if (position < 0 || position >= countOf(root)) return undefined;
      const found = locate(position);
      return found.leaf.entries[found.position];
    },
  };
}

function lowOf<Entry>(node: Node<Entry>): Entry {
  return isLeaf(node) ? (node.entries[0] as Entry) : (node.lows[0] as Entry);
}

/** How full nodes are made: later entries go between the ones that are there, so some room is left. */
const FILLED = Math.floor(CAPACITY * 0.9);

function treeOf<Entry>(sorted: readonly Entry[]): Node<Entry> {
  let previous: Leaf<Entry> | null = null;
  let nodes: Node<Entry>[] = chunksOf(sorted, FILLED).map((entries) => {
    const leaf: Leaf<Entry> = { entries, next: null, previous };
    if (previous !== null) previous.next = leaf;
    previous = leaf;
    return leaf;
  });
  while (nodes.length > 1) nodes = chunksOf(nodes, FILLED).map(branchOf);
  return nodes[0] ?? { entries: [], next: null, previous: null };
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
  return chunks;
}

function branchOf<Entry>(children: Node<Entry>[]): Branch<Entry> {
  const count = children.reduce((sum, child) => sum + countOf(child), 0);
  return { children, lows: children.map(lowOf), count };
}

function splitLeaf<Entry>(leaf: Leaf<Entry>): Leaf<Entry> {
  // Most keys end in an id that rises with time: a split at the far right leaves the left node nearly full.
  const middle = leaf.next === null ? Math.floor(CAPACITY * 0.9) : leaf.entries.length >>> 1;
  const right: Leaf<Entry> = { entries: leaf.entries.splice(middle), next: leaf.next, previous: leaf };
  if (leaf.next !== null) leaf.next.previous = right;
  leaf.next = right;
  return right;
}

function splitBranch<Entry>(branch: Branch<Entry>): Branch<Entry> {
  const middle = branch.children.length >>> 1;
  const children = branch.children.splice(middle);
  const lows = branch.lows.splice(middle);
  const count = children.reduce((sum, child) => sum + countOf(child), 0);
  branch.count -= count;
  return { children, lows, count };
}

function unlinkLeaf<Entry>(leaf: Leaf<Entry>): void {
  if (leaf.previous !== null) leaf.previous.next = leaf.next;
  if (leaf.next !== null) leaf.next.previous = leaf.previous;
}
