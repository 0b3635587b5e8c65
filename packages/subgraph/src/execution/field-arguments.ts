import { type ArgumentNode, type FieldNode, getArgumentValues, type GraphQLField, visit } from 'graphql';
import type { Arguments, ArgumentsOf } from './plan.ts';

/** Compiles a field's arguments: those without variables are read once, the others once a run. */
export function compileArguments(definition: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentsOf {
  if (definition.args.length === 0) return () => ({});
  if ((node.arguments ?? []).every(isPlainLiteral)) {
    const known = tried(() => getArgumentValues(definition, node));
    return () => ({ ...known() });
  }
  return (run, field) => {
    let known = run.args.get(field);
    if (known === undefined) run.args.set(field, (known = getArgumentValues(definition, node, { ...run.variables })));
    return { ...known };
  };
}

/** The value that was computed, or its error at every call. */
function tried(compute: () => Arguments): () => Arguments {
  try {
    const value = compute();
    return () => value;
  } catch {
    // Computed again, so that every place gets an error of its own.
    return compute;
  }
}

/** Without variables, and nothing that a resolver could change for the next one. */
function isPlainLiteral(argument: ArgumentNode): boolean {
  let plain = true;
  const refuse = (): void => {
    plain = false;
  };
  visit(argument.value, { Variable: refuse, ListValue: refuse, ObjectValue: refuse });
  return plain;
}
