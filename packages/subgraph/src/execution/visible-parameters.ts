/** The head of an arrow function, up to its arrow. */
const ARROW = /^(?:async\s*)?(\([^)]*\)|\w+)\s*=>/u;

/**
 * How many of its arguments a function can see; Infinity where that is not certain. An arrow function has no `arguments`
 * of its own, so one without defaults and rest parameters sees those that it names and no more: whatever else a resolver
 * would be handed need not be made.
 */
export function visibleParameters(callable: (...given: never[]) => unknown): number {
  const [, head] = ARROW.exec(Function.prototype.toString.call(callable)) ?? [];
  if (head === undefined || head.includes('=') || head.includes('...') || /[/[]/u.test(head)) {
    return Number.POSITIVE_INFINITY;
  }
  return callable.length;
}
