import type { FieldPlan, Run, Slot } from './plan.ts';
import { ResolveInfo } from './resolve-info.ts';

type Method = (args: unknown, context: unknown, info: unknown) => unknown;

/** graphql-js' defaultFieldResolver where the property is a method: it is called with all but the source. */
export function callMethod(
  method: Method,
  source: unknown,
  run: Run,
  field: FieldPlan,
  place: Slot | undefined,
): unknown {
  return method.call(source, field.argumentsOf(run, field), run.context, new ResolveInfo(field, run, place));
}
