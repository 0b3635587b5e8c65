import { isJsonObject, type JsonObject } from './json.ts';
import type { Rewrite, RewriteStep } from './plan.ts';
import type { TypeMatcher } from './type-matcher.ts';

/** Changes a value in place: give it a copy. */
export type ApplyRewrites = (value: unknown) => void;

/**
 * Subgraphs may know a type as an interface that others know as an object, or a field under an alias that the planner
 * made up: rewrites set or rename such keys in what is sent or received.
 */
export function compileRewrites(rewrites: readonly Rewrite[], matches: TypeMatcher): ApplyRewrites | null {
  if (rewrites.length === 0) return null;
  const all = rewrites.map((rewrite) => compileSteps(rewrite.path, changeOf(rewrite), matches));
  return (value) => {
    for (const apply of all) apply(value);
  };
}

function changeOf({ key, change }: Rewrite): (object: JsonObject) => void {
  if (change.kind === 'set') {
    const { value } = change;
    return (object) => {
      object[key] = value;
    };
  }
  const { to } = change;
  return (object) => {
    if (object[key] === undefined) return;
    object[to] = object[key];
    object[key] = undefined;
  };
}

function compileSteps(
  steps: readonly RewriteStep[],
  change: (object: JsonObject) => void,
  matches: TypeMatcher,
): ApplyRewrites {
  const [step, ...rest] = steps;
  if (step === undefined) return onEveryObject(change);
  const next = compileSteps(rest, change, matches);
  if (step.kind === 'field') return onEveryObject((object) => next(object[step.name]));
  return onEveryObject((object) => {
    const typename = object['__typename'];
    // What does not say its type is taken to be of the right one, as the stock executor takes it.
    if (typeof typename !== 'string' || typename === '' || matches(typename, step.name)) next(object);
  });
}

function onEveryObject(work: (object: JsonObject) => void): ApplyRewrites {
  const apply: ApplyRewrites = (value) => {
    if (Array.isArray(value)) value.forEach(apply);
    else if (isJsonObject(value)) work(value);
  };
  return apply;
}
