import { type GraphQLError, locatedError } from 'graphql';
import { type Container, type FieldPlan, pathOf, type Run, Slot } from './plan.ts';

/** Stands in a place of the answer until its value has come. */
export const PENDING: unique symbol = Symbol('pending');

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}

/** An error with the place that it belongs to; one that has a place already keeps it. */
export function located(raw: unknown, field: FieldPlan, slot: Slot): GraphQLError {
  return locatedError(raw, [...field.nodes], pathOf(slot));
}

/** Completes whatever a field's resolver gave, or waits for it. @param place of the object that the field is of */
export function takeValue(
  run: Run,
  field: FieldPlan,
  value: unknown,
  place: Slot | undefined,
  target: Container,
): void {
  const { key, position, complete } = field;
  if (!isPromise(value)) {
    target[key] = complete(run, value, place, target, key);
    return;
  }
  target[key] = PENDING;
  run.waitFor(value, new Slot(place, key, target, position), complete);
}

/**
 * Puts null where it may stand instead of a field that failed, and ends what the field began.
 * @param mark what was waited for when the field began
 * @throws GraphQLError that belongs to the object around, since null may not stand here
 */
export function failField(
  run: Run,
  field: FieldPlan,
  mark: number,
  raw: unknown,
  place: Slot | undefined,
  target: Container,
): void {
  const { key, position } = field;
  const error = located(raw, field, new Slot(place, key, target, position));
  if (!position.nullable) throw error;
  target[key] = run.nullSince(mark, error);
}
