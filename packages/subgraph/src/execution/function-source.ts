/**
 * Text of a function in the making, and the values that it closes over. Generated code reads and writes properties by
 * name where a closure over the name would have to look it up, which measured a third of an operation's time. Only
 * names of GraphQL get into it, as JSON texts.
 */
export interface FunctionSource {
  line(text: string): void;
  /** A name that nothing else has. */
  fresh(): string;
  /** The name under which the function finds a value. */
  constant(value: unknown): string;
  /** @param parameters names, in order */
  build(parameters: readonly string[]): unknown;
}

const NAME = /^[_A-Za-z]\w*$/u;

/** A name of GraphQL as it stands in generated code. */
export function keyOf(name: string): string {
  if (!NAME.test(name)) throw new TypeError(`${JSON.stringify(name)} is no name.`);
  return JSON.stringify(name);
}

export function createFunctionSource(): FunctionSource {
  const lines: string[] = [];
  const constants: unknown[] = [];
  let names = 0;
  return {
    line: (text) => void lines.push(text),
    fresh: () => `n${names++}`,
    constant: (value) => `c${constants.push(value) - 1}`,
    build: (parameters) => {
      const text = `'use strict'; return (${parameters.join(', ')}) => {\n${lines.join('\n')}\n};`;
      const outer = constants.map((_, index) => `c${index}`);
      // eslint-disable-next-line @typescript-eslint/no-implied-eval -- made of names checked by keyOf, and of our own text
      const make = new Function(...outer, text) as (...given: readonly unknown[]) => unknown;
      return make(...constants);
    },
  };
}
