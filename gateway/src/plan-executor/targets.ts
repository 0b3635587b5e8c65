import { isJsonObject, type JsonObject } from './json.ts';
import { EACH } from './plan.ts';

export type ResponsePath = readonly (string | number)[];

/** The objects that a fetch is for. */
export interface Targets {
  /** Those at the path, in the order of the answer; null where a path ends early. */
  collect(root: JsonObject): readonly JsonObject[];
  /** Where those are, in the same order. Only an error asks. */
  locate(root: JsonObject): readonly ResponsePath[];
}

/** A subgraph sent a list where the schema has none, or the other way round: nothing can be made of the answer. */
export class MalformedAnswerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MalformedAnswerError';
  }
}

type Visit = (value: unknown, found: JsonObject[]) => void;

/** @param path response names, and `@` for every element of a list */
export function compileTargets(path: readonly string[]): Targets {
  const visit = compileVisit(path);
  return {
    collect:
      path.length === 0
        ? (root) => [root]
        : (root) => {
            const found: JsonObject[] = [];
            visit(root, found);
            return found;
          },
    locate: (root) => {
      const found: ResponsePath[] = [];
      locate(root, path, [], found);
      return found;
    },
  };
}

function compileVisit(path: readonly string[]): Visit {
  const [step, ...rest] = path;
  if (step === undefined) {
    return (value, found) => {
      if (isJsonObject(value)) found.push(value);
      // A list in an object's place is malformed; its objects are asked for all the same, as the stock executor does.
      else if (Array.isArray(value)) found.push(...value.filter(isJsonObject));
    };
  }
  const next = compileVisit(rest);
  if (step === EACH) {
    return (value, found) => {
      if (value == null) return;
      if (!Array.isArray(value)) throw new MalformedAnswerError('A subgraph answered no list where one was expected.');
      for (const element of value) next(element, found);
    };
  }
  return (value, found) => {
    if (value == null) return;
    if (Array.isArray(value)) throw new MalformedAnswerError('A subgraph answered a list where none was expected.');
    next((value as JsonObject)[step], found);
  };
}

function locate(value: unknown, path: readonly string[], at: ResponsePath, found: ResponsePath[]): void {
  const [step, ...rest] = path;
  if (step === undefined) {
    const objects = Array.isArray(value) ? value.filter(isJsonObject) : isJsonObject(value) ? [value] : [];
    found.push(...objects.map(() => at));
  } else if (Array.isArray(value)) {
    for (const [index, element] of value.entries()) locate(element, rest, [...at, index], found);
  } else if (isJsonObject(value)) {
    locate(value[step], rest, [...at, step], found);
  }
}
