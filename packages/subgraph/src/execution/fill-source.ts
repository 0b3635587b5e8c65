import { getNullableType, isLeafType } from 'graphql';
import { failField, isPromise, takeValue } from './field-values.ts';
import { createFunctionSource, type FunctionSource, keyOf } from './function-source.ts';
import { usualLeaf } from './leaf-values.ts';
import { type Complete, type FieldPlan, type FillRoot, type Position, Slot } from './plan.ts';
import { callMethod } from './read-property.ts';
import { ResolveInfo } from './resolve-info.ts';
import { visibleParameters } from './visible-parameters.ts';

/**
 * Generates what fills an object's fields. Each object of a plan gets code of its own, so that reading a property, calling
 * a resolver and making the answer's object cost what they would in code written by hand; code that all plans share looks
 * everything up anew for every field. What is not as it mostly is (a promise, null, an unexpected type, an error) goes to
 * `takeValue` and `failField`, which they do share.
 */
export function generateFill(fields: readonly FieldPlan[], position: Position): Complete {
  const source = createFunctionSource();
  const place = `(place ??= new ${source.constant(Slot)}(prev, key, container, ${source.constant(position)}))`;
  source.line(`const target = { ${fields.map(({ key }) => `${keyOf(key)}: undefined`).join(', ')} };`);
  source.line('const { context } = run;');
  source.line('let place;');
  for (const field of fields) writeField(source, field, place);
  source.line('return target;');
  return source.build(['run', 'value', 'prev', 'container', 'key']) as Complete;
}

/** The same for root fields, which lie in nothing and are put into an object that is there. */
export function generateFillRoot(fields: readonly FieldPlan[]): FillRoot {
  const source = createFunctionSource();
  source.line('const value = undefined;');
  source.line('const { context } = run;');
  for (const field of fields) writeField(source, field, 'undefined');
  return source.build(['run', 'target']) as FillRoot;
}

/** @param place the text that gives the place of the object that is filled, made when it is first asked for */
function writeField(source: FunctionSource, field: FieldPlan, place: string): void {
  const plan = source.constant(field);
  const answered = `target[${keyOf(field.key)}]`;
  const read = source.fresh();
  const mark = source.fresh();
  const type = getNullableType(field.definition.type);
  const other = `${source.constant(takeValue)}(run, ${plan}, ${read}, ${place}, target);`;
  // A leaf begins nothing that would have to end with it.
  source.line(isLeafType(type) ? 'try {' : `const ${mark} = run.waited.length; try {`);
  source.line(`let ${read};`);
  writeReading(source, field, { plan, read, place });
  if (field.usual !== null) {
    const isUsual = `typeof ${read} === 'object' && ${read} !== null && !${source.constant(isPromise)}(${read}) && !(${read} instanceof Error)`;
    const completed = `${plan}.usual(run, ${read}, ${place}, target, ${keyOf(field.key)})`;
    source.line(`if (${isUsual}) ${answered} = ${completed}; else ${other}`);
  } else if (isLeafType(type)) {
    source.line(usualLeaf(type, source, read, answered, other));
  } else {
    source.line(other);
  }
  const since = isLeafType(type) ? 'run.waited.length' : mark;
  source.line(`} catch (error) { ${source.constant(failField)}(run, ${plan}, ${since}, error, ${place}, target); }`);
}

interface ReadingTexts {
  readonly plan: string;
  /** The variable that takes what was read. */
  readonly read: string;
  readonly place: string;
}

function writeReading(source: FunctionSource, field: FieldPlan, { plan, read, place }: ReadingTexts): void {
  const { reading, definition, parentType } = field;
  switch (reading.kind) {
    case 'typename':
      source.line(`${read} = ${source.constant(parentType.name)};`);
      return;
    case 'entities':
      source.line(`${read} = ${source.constant(reading.read)}(run);`);
      return;
    case 'property':
      source.line(`if ((typeof value === 'object' && value !== null) || typeof value === 'function')`);
      source.line(`${read} = value[${keyOf(definition.name)}];`);
      // Arguments that do not fit are an error whether or not anybody asks for them.
      if (definition.args.length > 0) source.line(`else ${plan}.argumentsOf(run, ${plan});`);
      source.line(
        `if (typeof ${read} === 'function') ${read} = ${source.constant(callMethod)}(${read}, value, run, ${plan}, ${place});`,
      );
      return;
    case 'resolver': {
      const seen = visibleParameters(reading.resolve);
      const given = definition.args.length > 0 ? `${plan}.argumentsOf(run, ${plan})` : seen > 1 ? '{}' : 'undefined';
      const info = seen > 3 ? `, new ${source.constant(ResolveInfo)}(${plan}, run, ${place})` : '';
      source.line(`${read} = ${source.constant(reading.resolve)}(value, ${given}, context${info});`);
    }
  }
}
