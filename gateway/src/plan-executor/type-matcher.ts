import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Tells whether an object that says it is of type `typename` is meant by a condition on `condition`. */
export type TypeMatcher = (typename: string, condition: string) => boolean;

/** @param schema the supergraph's own, in which types that the API hides exist as well */
export function createTypeMatcher(schema: GraphQLSchema): TypeMatcher {
  return (typename, condition) => {
    if (typename === condition) return true;
    const type = schema.getType(typename);
    const abstract = schema.getType(condition);
    if (!isAbstractType(abstract)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(abstract, type);
  };
}
