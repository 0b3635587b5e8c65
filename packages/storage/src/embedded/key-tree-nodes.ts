import type { Key } from '../engine/key-values.ts';

export const CAPACITY = 64;

/** How full nodes are made: later keys go between the ones that are there, so some room is left. */
export const FILLED = Math.floor(CAPACITY * 0.9);

export interface Leaf {
  readonly heads: Key[];
  readonly tails: Key[];
  next: Leaf | null;
  previous: Leaf | null;
}

export interface Branch {
  readonly children: Node[];
  /** Low i is not above anything in children[i] and above everything in children[i - 1]. */
  readonly lowHeads: Key[];
  readonly lowTails: Key[];
  count: number;
}

export type Node = Leaf | Branch;

export function isLeaf(node: Node): node is Leaf {
  return 'heads' in node;
}

export function countOf(node: Node): number {
  return isLeaf(node) ? node.heads.length : node.count;
}

/** @returns the new right sibling */
export function splitLeaf(leaf: Leaf): Leaf {
  // Most keys end in an id that rises with time: a split at the far right leaves the left node nearly full.
  const middle = leaf.next === null ? FILLED : leaf.heads.length >>> 1;
  const right: Leaf = {
    heads: leaf.heads.splice(middle),
    tails: leaf.tails.splice(middle),
    next: leaf.next,
    previous: leaf,
  };
  if (leaf.next !== null) leaf.next.previous = right;
  leaf.next = right;
  return right;
}

/** @returns the new right sibling */
export function splitBranch(branch: Branch): Branch {
  const middle = branch.children.length >>> 1;
  const children = branch.children.splice(middle);
  const count = children.reduce((sum, child) => sum + countOf(child), 0);
  branch.count -= count;
  return { children, lowHeads: branch.lowHeads.splice(middle), lowTails: branch.lowTails.splice(middle), count };
}

export function unlinkLeaf(leaf: Leaf): void {
  if (leaf.previous !== null) leaf.previous.next = leaf.next;
  if (leaf.next !== null) leaf.next.previous = leaf.previous;
}
