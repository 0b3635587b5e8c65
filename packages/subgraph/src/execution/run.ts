import { type ExecutionResult, type GraphQLError, locatedError } from 'graphql';
import {
  type Complete,
  type Container,
  type FieldPlan,
  type ObjectPlan,
  type OperationFacts,
  pathOf,
  type Run,
  Slot,
} from './plan.ts';

/** Stands in a place of the answer until its value has come. */
export const PENDING: unique symbol = Symbol('pending');

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}

/** An error with the place that it belongs to; one that has a place already keeps it. */
export function located(raw: unknown, field: FieldPlan, slot: Slot): GraphQLError {
  return locatedError(raw, [...field.nodes], pathOf(slot));
}

/**
 * One execution of one operation. Its answer is filled in place: nothing that is at hand waits for a promise, and what is
 * not at hand is waited for by one callback and no promise of ours.
 */
export class OperationRun implements Run {
  readonly facts: OperationFacts;
  readonly context: unknown;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly args = new Map<FieldPlan, Readonly<Record<string, unknown>>>();
  private readonly errors: GraphQLError[] = [];
  private data: Container | null = {};
  /** Places that were ever waited for, so that an error can end those below it. */
  private waited: Slot[] = [];
  /** Places that are being waited for, and one for whoever is at work. */
  private pending = 0;
  private whenIdle: () => void = () => undefined;

  constructor(facts: OperationFacts, context: unknown, variables: Readonly<Record<string, unknown>>) {
    this.facts = facts;
    this.context = context;
    this.variables = variables;
  }

  /** Runs the root's fields side by side, or one after the other. Answers at once where nothing had to be waited for. */
  execute(plan: ObjectPlan, serially: boolean): ExecutionResult | Promise<ExecutionResult> {
    return this.executeRoot(serially ? plan.fields.map((field) => [field]) : [plan.fields], 0);
  }

  private executeRoot(
    steps: readonly (readonly FieldPlan[])[],
    from: number,
  ): ExecutionResult | Promise<ExecutionResult> {
    const target = this.data;
    for (let step = from; step < steps.length && target !== null; step++) {
      this.pending = 1;
      try {
        for (const field of steps[step] as readonly FieldPlan[]) this.executeField(field, undefined, undefined, target);
      } catch (error) {
        this.endWith(error as GraphQLError);
        break;
      }
      this.pending -= 1;
      if (this.pending > 0) {
        return new Promise((resolve) => {
          this.whenIdle = () => resolve(this.data === null ? this.result() : this.executeRoot(steps, step + 1));
        });
      }
    }
    return this.result();
  }

  private result(): ExecutionResult {
    const { data, errors } = this;
    return errors.length === 0 ? { data } : { errors, data };
  }

  executeFields(plan: ObjectPlan, source: unknown, slot: Slot): Container {
    const target: Container = {};
    for (const field of plan.fields) this.executeField(field, source, slot, target);
    return target;
  }

  private executeField(field: FieldPlan, source: unknown, parent: Slot | undefined, target: Container): void {
    const mark = this.waited.length;
    const { key, position } = field;
    try {
      const value = field.read(source, this, parent);
      if (isPromise(value)) {
        target[key] = PENDING;
        this.waitFor(value, new Slot(parent, key, target, position), field.complete);
      } else {
        target[key] = field.complete(this, value, parent, target, key);
      }
    } catch (raw) {
      const error = located(raw, field, new Slot(parent, key, target, position));
      if (!position.nullable) throw error;
      target[key] = this.nullSince(mark, error);
    }
  }

  waitFor(value: PromiseLike<unknown>, slot: Slot, complete: Complete): void {
    this.pending += 1;
    this.waited.push(slot);
    try {
      value.then(
        (resolved) => this.settle(slot, () => complete(this, resolved, slot.prev, slot.container, slot.key)),
        (reason: unknown) =>
          this.settle(slot, () => {
            throw reason;
          }),
      );
    } catch (error) {
      this.cancel(slot);
      throw error;
    }
  }

  private settle(slot: Slot, complete: () => unknown): void {
    if (slot.settled) return;
    slot.settled = true;
    const mark = this.waited.length;
    try {
      slot.container[slot.key] = complete();
    } catch (raw) {
      this.cancelSince(mark);
      this.fail(slot, located(raw, slot.position.field, slot));
    }
    this.pending -= 1;
    if (this.pending === 0) this.whenIdle();
  }

  nullSince(mark: number, error: GraphQLError): null {
    this.cancelSince(mark);
    this.errors.push(error);
    return null;
  }

  mark(): number {
    return this.waited.length;
  }

  /** An error after the fact: the nearest place around where null may stand becomes null. */
  private fail(slot: Slot, error: GraphQLError): void {
    let at: Slot | undefined = slot;
    while (at !== undefined && !at.position.nullable) at = at.prev;
    if (at === undefined) {
      this.endWith(error);
      return;
    }
    at.container[at.key] = null;
    for (const one of this.waited) if (isBelow(one, at)) this.cancel(one);
    this.errors.push(error);
  }

  /** Null can stand nowhere: there is no data. */
  private endWith(error: GraphQLError): void {
    this.data = null;
    this.cancelSince(0);
    this.errors.push(error);
  }

  private cancelSince(mark: number): void {
    for (let at = mark; at < this.waited.length; at++) this.cancel(this.waited[at] as Slot);
    this.waited.length = mark;
  }

  private cancel(slot: Slot): void {
    if (slot.settled) return;
    slot.settled = true;
    this.pending -= 1;
  }
}

function isBelow(slot: Slot, top: Slot): boolean {
  for (let at: Slot | undefined = slot; at !== undefined; at = at.prev) if (at === top) return true;
  return false;
}
