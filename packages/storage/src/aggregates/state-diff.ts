/** What must be written so that one state becomes another: paths under `state` to set, and to remove. */
export interface StateDiff {
  readonly set: Record<string, unknown>;
  readonly unset: Record<string, unknown>;
}

/** By top-level field and by reference: states are immutable, so a field that is the same object is the same. */
export function diffState(before: object, after: object): StateDiff {
  const old = before as Readonly<Record<string, unknown>>;
  const fresh = after as Readonly<Record<string, unknown>>;
  const set: Record<string, unknown> = {};
  const unset: Record<string, unknown> = {};
  for (const name in fresh) {
    if (fresh[name] !== undefined && !Object.is(old[name], fresh[name])) set[`state.${name}`] = fresh[name];
  }
  for (const name in old) {
    if (old[name] !== undefined && fresh[name] === undefined) unset[`state.${name}`] = '';
  }
  return { set, unset };
}
