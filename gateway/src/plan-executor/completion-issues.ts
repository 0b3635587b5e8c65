import { GraphQLError, type GraphQLCompositeType, type GraphQLOutputType } from 'graphql';

/**
 * What completion found that is not as the schema promises. Nearly always it finds nothing, and where fetches failed
 * nobody asks, so places are recorded only in a second pass ({@link createIssueRecorder}); the first just counts.
 */
export interface CompletionIssues {
  enterField(name: string, parent: GraphQLCompositeType): void;
  enterElement(index: number): void;
  leave(): void;
  /** A null that must not be. It rises. */
  missing(type: GraphQLOutputType): undefined;
  /** A leaf that is none of its type. Null stands for it. */
  invalid(type: GraphQLOutputType): null;
  /** An object of a type that the API does not have. Null stands for it. */
  unknownType(type: GraphQLOutputType): null;
}

export interface IssueCounter extends CompletionIssues {
  readonly count: () => number;
}

export function createIssueCounter(): IssueCounter {
  let count = 0;
  return {
    enterField: () => undefined,
    enterElement: () => undefined,
    leave: () => undefined,
    missing: () => {
      count += 1;
      return undefined;
    },
    invalid: () => {
      count += 1;
      return null;
    },
    unknownType: () => {
      count += 1;
      return null;
    },
    count: () => count,
  };
}

export interface IssueRecorder extends CompletionIssues {
  readonly errors: readonly GraphQLError[];
}

/** Says of each issue what and where, in the stock gateway's words. */
export function createIssueRecorder(): IssueRecorder {
  const path: (string | number)[] = [];
  const parents: (GraphQLCompositeType | null)[] = [];
  const errors: GraphQLError[] = [];
  const place = (type: GraphQLOutputType): string => {
    const last = path.at(-1);
    return typeof last === 'number'
      ? `array element of type ${String(type)} at index ${last}`
      : `field ${String(parents.at(-1))}.${String(last)}`;
  };
  const add = (message: string): void => {
    errors.push(new GraphQLError(message, { path: [...path], extensions: { code: 'INVALID_GRAPHQL' } }));
  };
  return {
    errors,
    enterField: (name, parent) => {
      path.push(name);
      parents.push(parent);
    },
    enterElement: (index) => {
      path.push(index);
      parents.push(null);
    },
    leave: () => {
      path.pop();
      parents.pop();
    },
    missing: (type) => {
      add(`Cannot return null for non-nullable ${place(type)}.`);
      return undefined;
    },
    invalid: (type) => {
      add(`Invalid value found for ${place(type)}.`);
      return null;
    },
    unknownType: (type) => {
      add(`Invalid __typename found for object at ${place(type)}.`);
      return null;
    },
  };
}
