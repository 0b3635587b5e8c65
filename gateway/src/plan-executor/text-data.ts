import type { ExecutionResult, FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { TextResult } from './complete-run.ts';

type Data = NonNullable<ExecutionResult['data']>;

/** Data that are JSON text already, on their way through Apollo Server, which looks no further than whether there are any. */
class TextData {
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Gives the text away, once. The engine comes to make what holds a request in the old generation at once, where it
   * stays until the next full collection; whatever it still held till then would be copied there as well.
   */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** An answer in the form in which Apollo Server takes one from its gateway. */
export function toExecutionResult({ data, errors, extensions }: TextResult): ExecutionResult {
  const result: { -readonly [Key in keyof ExecutionResult]: ExecutionResult[Key] } = {};
  if (errors !== undefined) result.errors = errors;
  // Only `printResult` reads it, which knows what it is.
  if (data !== undefined) result.data = data === 'null' ? null : (new TextData(data) as unknown as Data);
  if (extensions !== undefined) result.extensions = extensions;
  return result;
}

/** For Apollo Server's `stringifyResult`: what it prints itself, and answers whose data are text. */
export function printResult({ errors, data, extensions }: FormattedExecutionResult): string {
  if (data instanceof TextData) return printAnswer({ errors, data: data.take(), extensions });
  return `${JSON.stringify({ errors, data, extensions })}\n`;
}

interface PrintedParts {
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  /** JSON text. */
  readonly data: string | undefined;
  readonly extensions: FormattedExecutionResult['extensions'] | undefined;
}

/** The parts in the order of Apollo Server, with the line feed that it ends an answer with. */
export function printAnswer({ errors, data, extensions }: PrintedParts): string {
  const parts = [
    ...(errors === undefined ? [] : [`"errors":${JSON.stringify(errors)}`]),
    ...(data === undefined ? [] : [`"data":${data}`]),
    ...(extensions === undefined ? [] : [`"extensions":${JSON.stringify(extensions)}`]),
  ];
  return `{${parts.join(',')}}\n`;
}
