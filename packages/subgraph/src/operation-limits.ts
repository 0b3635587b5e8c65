import {
  type ASTVisitor,
  GraphQLError,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** What one operation may be at most. */
export interface OperationLimits {
  /** Lexical tokens of the document. */
  readonly maxTokens: number;
  /** Levels of nested selection. */
  readonly maxDepth: number;
  /** Aliased fields; each costs a resolver. */
  readonly maxAliases: number;
}

export const DEFAULT_OPERATION_LIMITS: OperationLimits = { maxTokens: 4_000, maxDepth: 14, maxAliases: 60 };

function limitError(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_LIMIT' } });
}

interface Extent {
  depth: number;
  aliases: number;
}

/** Depth and aliases of a selection, through fragments; each fragment is measured once, and cycles end there. */
function createExtentOf(context: ValidationContext): (selections: SelectionSetNode) => Extent {
  const fragments = new Map<string, Extent>();
  const extentOf = (selections: SelectionSetNode): Extent => {
    const extent: Extent = { depth: 0, aliases: 0 };
    for (const node of selections.selections) {
      let inner: Extent = { depth: 0, aliases: 0 };
      if (node.kind === 'FragmentSpread') inner = fragmentExtent(node.name.value);
      else if (node.selectionSet) inner = extentOf(node.selectionSet);
      const isField = node.kind === 'Field';
      extent.depth = Math.max(extent.depth, inner.depth + (isField ? 1 : 0));
      extent.aliases += inner.aliases + (isField && node.alias ? 1 : 0);
    }
    return extent;
  };
  const fragmentExtent = (name: string): Extent => {
    const known = fragments.get(name);
    if (known) return known;
    fragments.set(name, { depth: 0, aliases: 0 });
    const fragment = context.getFragment(name);
    const measured = fragment ? extentOf(fragment.selectionSet) : { depth: 0, aliases: 0 };
    fragments.set(name, measured);
    return measured;
  };
  return extentOf;
}

/** A validation rule that refuses operations nested deeper, or with more aliases, than allowed. Introspection is exempt. */
export function createLimitRule(limits: OperationLimits): ValidationRule {
  return (context): ASTVisitor => {
    const extentOf = createExtentOf(context);
    return {
      OperationDefinition: (operation) => {
        if (operation.name?.value === 'IntrospectionQuery') return;
        const extent = extentOf(operation.selectionSet);
        if (extent.depth > limits.maxDepth) {
          context.reportError(
            limitError(
              `The operation is nested ${extent.depth} levels deep; at most ${limits.maxDepth} are allowed. Ask in two operations.`,
            ),
          );
        }
        if (extent.aliases > limits.maxAliases) {
          context.reportError(
            limitError(
              `The operation has ${extent.aliases} aliases; at most ${limits.maxAliases} are allowed. Ask in several operations.`,
            ),
          );
        }
      },
    };
  };
}
