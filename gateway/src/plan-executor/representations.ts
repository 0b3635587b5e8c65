import { createFunctionSource, keyOf } from '@hiregraph/subgraph';
import { isJsonObject, type JsonObject } from './json.ts';
import type { FetchNode, Requirement } from './plan.ts';
import { compileRewrites } from './rewrites.ts';
import type { TypeMatcher } from './type-matcher.ts';

/** The entities to ask for: each once, however many objects of the answer it stands for. */
export interface Representations {
  readonly list: readonly JsonObject[];
  /** For each of the list, the indexes of the objects that it stands for. */
  readonly targets: readonly (readonly number[])[];
}

export type CollectRepresentations = (objects: readonly JsonObject[]) => Representations;

/** @returns null where the object lacks what is required: it cannot be asked for */
type Build = (object: JsonObject) => JsonObject | null;

/** Compiles what makes the `representations` of a fetch. */
export function compileRepresentations(
  requires: readonly Requirement[],
  inputRewrites: FetchNode['inputRewrites'],
  matches: TypeMatcher,
): CollectRepresentations {
  const build = compileBuild(requires, matches);
  const rewrite = compileRewrites(inputRewrites, matches);
  return (objects) => {
    const list: JsonObject[] = [];
    const targets: number[][] = [];
    const known = new Map<string, number[]>();
    for (let index = 0; index < objects.length; index++) {
      const representation = build(objects[index] as JsonObject);
      if (!representation?.['__typename']) continue;
      rewrite?.(representation);
      const key = identityOf(representation);
      const same = known.get(key);
      if (same !== undefined) {
        same.push(index);
        continue;
      }
      const own = [index];
      known.set(key, own);
      list.push(representation);
      targets.push(own);
    }
    return { list, targets };
  };
}

/** Texts, numbers and the like joined so that no two different representations look alike. */
function identityOf(representation: JsonObject): string {
  let key = '';
  for (const name in representation) {
    const value = representation[name];
    if (typeof value === 'string') key += `${value.length}:${value}`;
    else if (typeof value === 'object' && value !== null) return JSON.stringify(representation);
    else key += `${typeof value};${String(value)};`;
  }
  return key;
}

/** Which requirements apply depends on the object's type alone, so they are chosen once a type. */
function compileBuild(requires: readonly Requirement[], matches: TypeMatcher): Build {
  if (requires.every(({ kind }) => kind === 'field')) return compileFields(requires, matches);
  const byType = new Map<string, Build>();
  return (object) => {
    const typename = object['__typename'];
    if (typeof typename !== 'string') return compileForType(requires, null, matches)(object);
    let build = byType.get(typename);
    if (build === undefined) {
      build = compileForType(requires, typename, matches);
      byType.set(typename, build);
    }
    return build(object);
  };
}

/** A field that is missing spoils the whole selection; a fragment that cannot be filled just adds nothing. */
function compileForType(requires: readonly Requirement[], typename: string | null, matches: TypeMatcher): Build {
  const parts: { readonly isNeeded: boolean; readonly build: Build }[] = [];
  for (const requirement of requires) {
    if (requirement.kind === 'field') {
      parts.push({ isNeeded: true, build: compileFields([requirement], matches) });
    } else if (typename !== null && matches(typename, requirement.type)) {
      parts.push({ isNeeded: false, build: compileBuild(requirement.selections, matches) });
    }
  }
  return (object) => {
    let whole: JsonObject | null = null;
    for (const { isNeeded, build } of parts) {
      const made = build(object);
      if (made === null && isNeeded) return null;
      if (whole === null) whole = made;
      else if (made !== null) mergeInto(whole, made);
    }
    return whole ?? {};
  };
}

function compileFields(requires: readonly Requirement[], matches: TypeMatcher): Build {
  const source = createFunctionSource();
  const properties = requires.flatMap((requirement) => {
    if (requirement.kind === 'fragment') return [];
    const { name, selections } = requirement;
    const value = source.fresh();
    source.line(`const ${value} = object[${keyOf(name)}]; if (${value} === undefined) return null;`);
    if (selections === null) return `${keyOf(name)}: ${value}`;
    const build = compileBuild(selections, matches);
    const each = source.constant((inner: unknown) => buildEach(inner, build));
    return `${keyOf(name)}: ${each}(${value})`;
  });
  source.line(`return { ${properties.join(', ')} };`);
  return source.build(['object']) as Build;
}

function buildEach(value: unknown, build: Build): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => buildEach(element, build));
  return isJsonObject(value) ? build(value) : null;
}

/** Fragments on overlapping types may each bring a part of the same nested object. All of it is our own. */
function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const [name, value] of Object.entries(source)) {
    const existing = target[name];
    if (isJsonObject(existing) && isJsonObject(value)) {
      target[name] = { ...existing };
      mergeInto(target[name] as JsonObject, value);
    } else {
      target[name] = value;
    }
  }
}
