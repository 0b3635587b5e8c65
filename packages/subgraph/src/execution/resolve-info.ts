import type { GraphQLResolveInfo } from 'graphql';
import { type FieldPlan, type Run, Slot } from './plan.ts';

/** graphql-js' `info`, of which hardly any resolver asks anything: each part is read when it is asked for. */
export class ResolveInfo implements GraphQLResolveInfo {
  private readonly field: FieldPlan;
  private readonly run: Run;
  private readonly parent: Slot | undefined;

  constructor(field: FieldPlan, run: Run, parent: Slot | undefined) {
    this.field = field;
    this.run = run;
    this.parent = parent;
  }

  get fieldName(): string {
    return this.field.definition.name;
  }
  get fieldNodes(): GraphQLResolveInfo['fieldNodes'] {
    return this.field.nodes;
  }
  get returnType(): GraphQLResolveInfo['returnType'] {
    return this.field.definition.type;
  }
  get parentType(): GraphQLResolveInfo['parentType'] {
    return this.field.parentType;
  }
  get path(): GraphQLResolveInfo['path'] {
    return new Slot(this.parent, this.field.key, {}, this.field.position);
  }
  get schema(): GraphQLResolveInfo['schema'] {
    return this.run.facts.schema;
  }
  get fragments(): GraphQLResolveInfo['fragments'] {
    return this.run.facts.fragments;
  }
  get rootValue(): GraphQLResolveInfo['rootValue'] {
    return undefined;
  }
  get operation(): GraphQLResolveInfo['operation'] {
    return this.run.facts.operation;
  }
  get variableValues(): GraphQLResolveInfo['variableValues'] {
    return this.run.variables;
  }
}

/** The info of the field that a value belongs to, however many lists it lies in. */
export function infoOfValue(field: FieldPlan, run: Run, prev: Slot | undefined): ResolveInfo {
  let parent = prev;
  while (parent?.position.field === field) parent = parent.prev;
  return new ResolveInfo(field, run, parent);
}
