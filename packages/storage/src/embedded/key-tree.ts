import type { Key } from '../engine/key-values.ts';
import type { KeyGroup } from './key-groups.ts';
import type { KeyOrder, KeyParts } from './key-order.ts';
import {
  type Branch,
  CAPACITY,
  countOf,
  FILLED,
  isLeaf,
  type Leaf,
  type Node,
  splitBranch,
  splitLeaf,
  unlinkLeaf,
} from './key-tree-nodes.ts';

/**
 * A B+ tree whose nodes know how many keys lie below them, so that the rank of a bound, and with it a count over a
 * range, costs O(log n) (Simon Tatham, "Counted B-Trees", https://www.chiark.greenend.org.uk/~sgtatham/algorithms/cbtree.html).
 * Nodes are dropped when they are empty, not merged when half full (Johnson and Shasha, "B-Trees with Inserts and Deletes:
 * Why Free-at-Empty Is Better Than Merge-at-Half", 1993). A leaf holds the two parts of its keys side by side: a key costs
 * two references, since both parts are others' as well.
 */
export interface KeyTree {
  readonly size: number;
  /** Makes the tree of many keys at once, in place of what it held. @param sorted no two keys equal */
  fill(sorted: readonly KeyGroup[]): void;
  /** @returns false when an equal key is there already */
  insert(key: KeyParts): boolean;
  /** @returns false when there is no equal key */
  delete(key: KeyParts): boolean;
  /** How many keys lie before a bound. `side` is negative for those, and must be monotonic. */
  rank(side: (head: Key, tail: Key) => number): number;
  /** Visits keys from a rank on, forward or backward, until `visit` returns false or the end is reached. */
  walk(rank: number, direction: 1 | -1, visit: (head: Key, tail: Key) => boolean): void;
  at(rank: number): KeyParts | undefined;
}

type Side = (head: Key, tail: Key) => number;

/** The first position whose key is not before the bound. */
function lowerBound(heads: readonly Key[], tails: readonly Key[], side: Side): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (side(heads[middle] as Key, tails[middle] as Key) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first position whose key is behind the bound. */
function upperBound(heads: readonly Key[], tails: readonly Key[], side: Side): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (side(heads[middle] as Key, tails[middle] as Key) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function createKeyTree({ compareHeads, compareTails }: KeyOrder): KeyTree {
  let root: Node = emptyLeaf();

  /** Equal heads are nearly always one object, so that most keys on the way down ask for their tails alone. */
  function sideOf({ head, tail }: KeyParts): Side {
    let latest: Key | null = null;
    let order = 0;
    return (otherHead, otherTail) => {
      if (otherHead !== latest) {
        order = compareHeads(otherHead, head);
        latest = otherHead;
      }
      return order === 0 ? compareTails(otherTail, tail) : order;
    };
  }

  function childFor(node: Branch, side: Side): number {
    return Math.max(0, upperBound(node.lowHeads, node.lowTails, side) - 1);
  }

  /** @returns null when it was there, the new right sibling when the node split, true otherwise */
  function insertInto(node: Node, key: KeyParts, side: Side): Node | true | null {
    if (isLeaf(node)) {
      const { heads, tails } = node;
      const position = lowerBound(heads, tails, side);
      if (position < heads.length && side(heads[position] as Key, tails[position] as Key) === 0) return null;
      heads.splice(position, 0, headLike(heads, position, key.head));
      tails.splice(position, 0, key.tail);
      return heads.length > CAPACITY ? splitLeaf(node) : true;
    }
    const position = childFor(node, side);
    const result = insertInto(node.children[position] as Node, key, side);
    if (result === null) return null;
    node.count++;
    if (result === true) return true;
    node.children.splice(position + 1, 0, result);
    node.lowHeads.splice(position + 1, 0, lowHead(result));
    node.lowTails.splice(position + 1, 0, lowTail(result));
    return node.children.length > CAPACITY ? splitBranch(node) : true;
  }

  /** A neighbour's head where it is the same, so that equal heads stay one. */
  function headLike(heads: readonly Key[], position: number, head: Key): Key {
    const before = heads[position - 1];
    if (before !== undefined && compareHeads(before, head) === 0) return before;
    const behind = heads[position];
    return behind !== undefined && compareHeads(behind, head) === 0 ? behind : head;
  }

  function deleteFrom(node: Node, side: Side): boolean {
    if (isLeaf(node)) {
      const { heads, tails } = node;
      const position = lowerBound(heads, tails, side);
      if (position >= heads.length || side(heads[position] as Key, tails[position] as Key) !== 0) return false;
      heads.splice(position, 1);
      tails.splice(position, 1);
      return true;
    }
    const position = childFor(node, side);
    const child = node.children[position] as Node;
    if (!deleteFrom(child, side)) return false;
    node.count--;
    if (countOf(child) === 0) {
      if (isLeaf(child)) unlinkLeaf(child);
      node.children.splice(position, 1);
      node.lowHeads.splice(position, 1);
      node.lowTails.splice(position, 1);
    }
    return true;
  }

  function locate(rank: number): { leaf: Leaf; position: number } {
    let node = root;
    let rest = rank;
    while (!isLeaf(node)) {
      let index = 0;
      while (index < node.children.length - 1 && rest >= countOf(node.children[index] as Node)) {
        rest -= countOf(node.children[index] as Node);
        index++;
      }
      node = node.children[index] as Node;
    }
    return { leaf: node, position: rest };
  }

  return {
    get size() {
      return countOf(root);
    },
    fill(sorted) {
      root = treeOf(sorted);
    },
    insert(key) {
      const result = insertInto(root, key, sideOf(key));
      if (result !== null && result !== true) root = branchOf([root, result]);
      return result !== null;
    },
    delete(key) {
      if (!deleteFrom(root, sideOf(key))) return false;
      if (countOf(root) === 0) root = emptyLeaf();
      while (!isLeaf(root) && root.children.length === 1) root = root.children[0] as Node;
      return true;
    },
    rank(side) {
      let node = root;
      let before = 0;
      while (!isLeaf(node)) {
        const index = Math.max(0, lowerBound(node.lowHeads, node.lowTails, side) - 1);
        for (let earlier = 0; earlier < index; earlier++) before += countOf(node.children[earlier] as Node);
        node = node.children[index] as Node;
      }
      return before + lowerBound(node.heads, node.tails, side);
    },
    walk(start, direction, visit) {
      if (start < 0 || start >= countOf(root)) return;
      let { leaf, position }: { leaf: Leaf | null; position: number } = locate(start);
      while (leaf !== null) {
        while (position >= 0 && position < leaf.heads.length) {
          if (!visit(leaf.heads[position] as Key, leaf.tails[position] as Key)) return;
          position += direction;
        }
        leaf = direction === 1 ? leaf.next : leaf.previous;
        position = direction === 1 || leaf === null ? 0 : leaf.heads.length - 1;
      }
    },
    at(rank) {
      if (rank < 0 || rank >= countOf(root)) return undefined;
      const { leaf, position } = locate(rank);
      return { head: leaf.heads[position] as Key, tail: leaf.tails[position] as Key };
    },
  };
}

function emptyLeaf(): Leaf {
  return { heads: [], tails: [], next: null, previous: null };
}

function lowHead(node: Node): Key {
  return (isLeaf(node) ? node.heads[0] : node.lowHeads[0]) as Key;
}

function lowTail(node: Node): Key {
  return (isLeaf(node) ? node.tails[0] : node.lowTails[0]) as Key;
}

function branchOf(children: Node[]): Node {
  const count = children.reduce((sum, child) => sum + countOf(child), 0);
  return { children, lowHeads: children.map(lowHead), lowTails: children.map(lowTail), count };
}

function treeOf(sorted: readonly KeyGroup[]): Node {
  let nodes: Node[] = leavesOf(sorted);
  while (nodes.length > 1) {
    const above: Node[] = [];
    for (let at = 0; at < nodes.length; at += FILLED) above.push(branchOf(nodes.slice(at, at + FILLED)));
    nodes = above;
  }
  return nodes[0] ?? emptyLeaf();
}

function leavesOf(sorted: readonly KeyGroup[]): Leaf[] {
  const leaves: Leaf[] = [];
  let heads: Key[] = [];
  let tails: Key[] = [];
  const close = (): void => {
    const previous = leaves.at(-1) ?? null;
    // Lists that grew have room for more; copies have not.
    const leaf: Leaf = { heads: heads.slice(), tails: tails.slice(), next: null, previous };
    if (previous !== null) previous.next = leaf;
    leaves.push(leaf);
    heads = [];
    tails = [];
  };
  for (const group of sorted) {
    for (const tail of group.tails) {
      heads.push(group.head);
      tails.push(tail);
      if (heads.length === FILLED) close();
    }
  }
  if (heads.length > 0) close();
  return leaves;
}
