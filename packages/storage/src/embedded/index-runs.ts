import type { IndexPlan, KeyRun } from './index-plan.ts';
import type { Key } from '../engine/key-values.ts';
import type { MemoryIndex } from './memory-index.ts';

/** Visits the keys of a plan's runs, in the plan's order if it has one, until `visit` returns false. */
export function visitRuns(index: MemoryIndex, plan: IndexPlan, visit: (key: Key) => boolean): void {
  if (plan.runs.length > 1 && plan.compare !== null) mergeRuns(index, plan, plan.compare, visit);
  else visitInTurn(index, plan, visit);
}

function visitInTurn(index: MemoryIndex, plan: IndexPlan, visit: (key: Key) => boolean): void {
  for (const run of plan.runs) if (!visitRun(index, run, plan.direction, visit)) return;
}

/** @returns whether more is wanted */
function visitRun(index: MemoryIndex, { from, to }: KeyRun, direction: 1 | -1, visit: (key: Key) => boolean): boolean {
  let left = to - from;
  const state = { wanted: true };
  index.walk(direction === 1 ? from : to - 1, direction, (key) => {
    state.wanted = visit(key);
    return state.wanted && --left > 0;
  });
  return state.wanted;
}

interface Head {
  key: Key;
  rank: number;
  readonly last: number;
}

/** Takes the first of all runs' heads each time; the runs are few, so a linear look is cheaper than a heap. */
function mergeRuns(
  index: MemoryIndex,
  plan: IndexPlan,
  compare: (a: Key, b: Key) => number,
  visit: (key: Key) => boolean,
): void {
  const heads: Head[] = plan.runs.map(({ from, to }) => {
    const [rank, last] = plan.direction === 1 ? [from, to - 1] : [to - 1, from];
    return { rank, last, key: index.at(rank) as Key };
  });
  while (heads.length > 0) {
    let first = 0;
    for (let other = 1; other < heads.length; other++) {
      if (compare((heads[other] as Head).key, (heads[first] as Head).key) < 0) first = other;
    }
    const head = heads[first] as Head;
    if (!visit(head.key)) return;
    if (head.rank === head.last) {
      heads.splice(first, 1);
    } else {
      head.rank += plan.direction;
      head.key = index.at(head.rank) as Key;
    }
  }
}
