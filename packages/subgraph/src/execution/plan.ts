import type {
  FieldNode,
  GraphQLError,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLResolveInfo,
} from 'graphql';

/** An answer's object or list, while it is being filled. */
export type Container = Record<string | number, unknown>;

/** What is the same for every value that goes to one place of the answer's shape. */
export interface Position {
  readonly field: FieldPlan;
  /** The parent's type for a field; undefined for an element of a list. */
  readonly typename: string | undefined;
  /** Whether null may stand here: then an error ends here. */
  readonly nullable: boolean;
}

/**
 * One place of one answer. At once graphql-js' `Path`, so that `info.path` and error paths need nothing made for them.
 * A class, since several of them are made for every object.
 */
export class Slot {
  readonly prev: Slot | undefined;
  readonly key: string | number;
  readonly container: Container;
  readonly position: Position;
  /** Whether what was waited for has come, or is wanted no more. */
  settled = false;

  constructor(prev: Slot | undefined, key: string | number, container: Container, position: Position) {
    this.prev = prev;
    this.key = key;
    this.container = container;
    this.position = position;
  }

  get typename(): string | undefined {
    return this.position.typename;
  }
}

/** The response path of a place, from the root. */
export function pathOf(slot: Slot): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at: GraphQLResolveInfo['path'] | undefined = slot; at !== undefined; at = at.prev) path.push(at.key);
  return path.reverse();
}

/**
 * Brings a resolved value into the form that is answered, or answers `PENDING` and fills the place in later.
 * @param prev the place of what the value is in; with container and key it is the value's own place
 * @throws whatever makes the value unusable; the caller puts it where it belongs
 */
export type Complete = (
  run: Run,
  value: unknown,
  prev: Slot | undefined,
  container: Container,
  key: string | number,
) => unknown;

/** How values of one type are completed. */
export interface Completion {
  readonly complete: Complete;
  /** The same for what is an object, but no error and nothing to wait for; null for leaves. */
  readonly usual: Complete | null;
}

export type Arguments = Readonly<Record<string, unknown>>;
/** Anew for every call: a resolver may keep what it is given. @throws GraphQLError for a value that does not fit */
export type ArgumentsOf = (run: Run, field: FieldPlan) => Arguments;

/** How a field's value is come by. */
export type Reading =
  | { readonly kind: 'typename' }
  /** graphql-js' default: the property, or what it answers where it is a method. */
  | { readonly kind: 'property' }
  | { readonly kind: 'resolver'; readonly resolve: GraphQLFieldResolver<unknown, unknown> }
  | { readonly kind: 'entities'; readonly read: (run: Run) => unknown };

/** One field of one selection. */
export interface FieldPlan extends Completion {
  /** Its name in the answer. */
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  readonly position: Position;
  readonly reading: Reading;
  readonly argumentsOf: ArgumentsOf;
}

/** What is asked of an object of one type: fills a new object for the answer. */
export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fill: Complete;
}

/** Fills root fields into the answer's data. @throws GraphQLError where null may stand nowhere */
export type FillRoot = (run: Run, data: Container) => void;

/** What every resolver of an operation may ask about it. */
export type OperationFacts = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'operation'>;

/** For objects that name each other, while they are made. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What plans use of the execution that they are part of. */
export interface Run {
  readonly facts: OperationFacts;
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Arguments that were computed once for this run, by field. */
  readonly args: Map<FieldPlan, Arguments>;
  /** What was ever waited for; how many there are is a mark for `nullSince`. */
  readonly waited: readonly Slot[];
  /** Puts the value into its place when it comes. @throws what a thenable throws instead of answering */
  waitFor(value: PromiseLike<unknown>, slot: Slot, complete: Complete): void;
  /** Notes the error of a place where null may stand, and ends what was begun below it. */
  nullSince(mark: number, error: GraphQLError): null;
}
