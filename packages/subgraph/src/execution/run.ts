import type { ExecutionResult, GraphQLError } from 'graphql';
import { located } from './field-values.ts';
import type { Complete, Container, FieldPlan, FillRoot, OperationFacts, Run, Slot } from './plan.ts';

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
  readonly waited: Slot[] = [];
  /** Places that are being waited for, and one for whoever is at work. */
  private pending = 0;
  private steps: readonly FillRoot[] = [];
  /** The step that comes when nothing is waited for any more. */
  private nextStep = 0;
  /** Takes the answer of an operation that had to wait. */
  private answer: ((result: ExecutionResult | Promise<ExecutionResult>) => void) | null = null;

  constructor(facts: OperationFacts, context: unknown, variables: Readonly<Record<string, unknown>>) {
    this.facts = facts;
    this.context = context;
    this.variables = variables;
  }

  /** Runs the root's steps one after the other. Answers at once where nothing had to be waited for. */
  execute(steps: readonly FillRoot[]): ExecutionResult | Promise<ExecutionResult> {
    this.steps = steps;
    return this.executeFrom(0);
  }

  private executeFrom(from: number): ExecutionResult | Promise<ExecutionResult> {
    const { steps, data: target } = this;
    for (let step = from; step < steps.length && target !== null; step++) {
      this.pending = 1;
      try {
        (steps[step] as FillRoot)(this, target);
      } catch (error) {
        this.endWith(error as GraphQLError);
        break;
      }
      this.pending -= 1;
      if (this.pending > 0) {
        this.nextStep = step + 1;
        return new Promise((resolve) => {
          // What is kept is the promise's own function. A function written here, as the value of a property, the engine
          // would make in its old generation, where it would keep all of the request until the next full collection.
          this.answer = resolve;
        });
      }
    }
    return this.result();
  }

  private result(): ExecutionResult {
    const { data, errors } = this;
    return errors.length === 0 ? { data } : { errors, data };
  }

  waitFor(value: PromiseLike<unknown>, slot: Slot, complete: Complete): void {
    this.pending += 1;
    this.waited.push(slot);
    try {
      value.then(
        (resolved) => this.settle(slot, complete, resolved),
        (reason: unknown) => this.settle(slot, rejectedWith, reason),
      );
    } catch (error) {
      this.cancel(slot);
      throw error;
    }
  }

  private settle(slot: Slot, complete: Complete, value: unknown): void {
    if (slot.settled) return;
    slot.settled = true;
    const mark = this.waited.length;
    try {
      slot.container[slot.key] = complete(this, value, slot.prev, slot.container, slot.key);
    } catch (raw) {
      this.cancelSince(mark);
      this.fail(slot, located(raw, slot.position.field, slot));
    }
    this.pending -= 1;
    if (this.pending === 0) this.goOn();
  }

  private goOn(): void {
    this.answer?.(this.data === null ? this.result() : this.executeFrom(this.nextStep));
  }

  nullSince(mark: number, error: GraphQLError): null {
    this.cancelSince(mark);
    this.errors.push(error);
    return null;
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

/** Completes what was rejected: with its reason. */
const rejectedWith: Complete = (_run, reason) => {
  throw reason;
};

function isBelow(slot: Slot, top: Slot): boolean {
  for (let at: Slot | undefined = slot; at !== undefined; at = at.prev) if (at === top) return true;
  return false;
}
