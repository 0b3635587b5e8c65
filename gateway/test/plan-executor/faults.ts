import type { ExecutionResult } from 'graphql';
import { hashOf } from './hash-of.ts';

/** Everything that a subgraph can do to a gateway. */
export const FAULTS = [
  'none',
  'refused',
  'late',
  'failing-fields',
  'null-data',
  'errors-only',
  'silent-null',
  'empty-object',
  'null-entities',
  'nulls',
  'wrong-leaves',
  'missing-keys',
  'wrong-types',
  'wrong-shapes',
  'extra-keys',
  'strange-errors',
  'wrong-count',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultScope {
  readonly fault: Fault;
  /** Decides what is hit. What hits an entity hits it wherever and however often it is asked for. */
  readonly seed: string;
  readonly representations: readonly unknown[] | null;
}

type Loose = Record<string, unknown>;

/**
 * What becomes of an answer.
 * @throws what a transport throws
 */
export async function spoil(answer: ExecutionResult, scope: FaultScope): Promise<ExecutionResult> {
  switch (scope.fault) {
    case 'none':
    case 'failing-fields':
      return answer;
    case 'refused':
      throw new Error('connect ECONNREFUSED 10.0.0.1:4001');
    case 'late':
      await new Promise((resolve) => setImmediate(resolve));
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    case 'null-data':
      return { data: null, errors: [errorOf({ message: 'Nothing works.', extensions: { code: 'INTERNAL_ERROR' } })] };
    case 'errors-only':
      return { errors: [errorOf({ message: 'Not like this.', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } })] };
    case 'silent-null':
      return { data: null };
    case 'empty-object':
      return { data: {} };
    case 'null-entities':
      return nullEntities(answer, scope);
    case 'strange-errors':
      return { ...answer, errors: strangeErrors(scope) };
    case 'wrong-count':
      return wrongCount(answer, scope);
    default:
      return { ...answer, data: spoilData(answer.data, scope) as Loose | null };
  }
}

/** As parsed from a body: no GraphQLError, and not always what one would look like. */
function errorOf(error: unknown): NonNullable<ExecutionResult['errors']>[number] {
  return error as NonNullable<ExecutionResult['errors']>[number];
}

function entitiesOf(answer: ExecutionResult, { representations }: FaultScope): unknown[] | null {
  const entities = (answer.data as Loose | null | undefined)?.['_entities'];
  return representations !== null && Array.isArray(entities) ? entities : null;
}

function nullEntities(answer: ExecutionResult, scope: FaultScope): ExecutionResult {
  const entities = entitiesOf(answer, scope);
  if (entities === null) return answer;
  const errors = [...(answer.errors ?? [])];
  const data = entities.map((entity, index) => {
    const roll = hashOf(`${scope.seed}${JSON.stringify(scope.representations?.[index])}`) % 6;
    if (roll > 2) return entity;
    const path = roll === 0 ? ['_entities', index] : ['_entities', index, 'somewhere', 0, 'inside'];
    if (roll < 2) errors.push(errorOf({ message: 'No such thing.', path, extensions: { code: 'NOT_FOUND' } }));
    return null;
  });
  return { data: { _entities: data }, ...(errors.length > 0 ? { errors } : {}) };
}

function strangeErrors(scope: FaultScope): NonNullable<ExecutionResult['errors']> {
  const everyEntity = (scope.representations ?? []).map((_, index) =>
    errorOf({ message: 'x', path: ['_entities', index, 'title'] }),
  );
  const strange: readonly unknown[] = [
    [{ message: '' }],
    [{ message: 'no path', extensions: {} }],
    [
      { message: 'root path', path: ['somewhere', 'deep', 1] },
      { message: 'empty path', path: [] },
    ],
    [{ message: 'all', path: ['_entities'], extensions: { code: 'FORBIDDEN' } }],
    [{ message: 'null code', extensions: { code: null } }],
    [{ message: 'federation code', extensions: { code: 'INVALID_GRAPHQL' } }],
    everyEntity,
    [],
    [null],
    'errors are a text',
    { message: 'errors are an object' },
  ];
  return strange[hashOf(scope.seed) % strange.length] as NonNullable<ExecutionResult['errors']>;
}

function wrongCount(answer: ExecutionResult, scope: FaultScope): ExecutionResult {
  const entities = entitiesOf(answer, scope);
  if (entities === null) return answer;
  const wrong = [entities.slice(1), [...entities, null], {}, null, 'entities'][hashOf(scope.seed) % 5];
  return { ...answer, data: { _entities: wrong } };
}

function spoilData(data: unknown, scope: FaultScope): unknown {
  const { representations } = scope;
  const entities = (data as Loose | null | undefined)?.['_entities'];
  if (representations === null || !Array.isArray(entities)) return spoilValue(data, scope.seed, scope, '');
  return {
    _entities: entities.map((entity: unknown, index) =>
      spoilValue(entity, `${scope.seed}${JSON.stringify(representations[index])}`, scope, ''),
    ),
  };
}

const ODDS: Readonly<Partial<Record<Fault, number>>> = {
  nulls: 14,
  'wrong-leaves': 6,
  'missing-keys': 10,
  'wrong-types': 8,
  'wrong-shapes': 40,
  'extra-keys': 3,
};

function spoilValue(value: unknown, at: string, scope: FaultScope, key: string): unknown {
  const roll = hashOf(`${at}>${scope.fault}`);
  const isHit = key !== '' && roll % (ODDS[scope.fault] ?? 1) === 0;
  if (isHit) {
    if (scope.fault === 'nulls' && key !== '__typename') return null;
    if (scope.fault === 'wrong-types' && key === '__typename') return ['Secret', 'Nobody', '', 'Media'][roll % 4];
    if (scope.fault === 'wrong-shapes' && key !== '__typename') return wrongShape(value, roll);
    if (scope.fault === 'wrong-leaves' && key !== '__typename' && isLeaf(value)) return wrongLeaf(roll);
  }
  if (Array.isArray(value)) {
    // A list in a list that a field requires is an intended difference of its own.
    const of = scope.fault === 'wrong-shapes' ? '' : key;
    return value.map((element: unknown, index) => spoilValue(element, `${at}[${index}]`, scope, of));
  }
  if (isLeaf(value)) return value;
  const spoiled: Loose = {};
  for (const [name, inner] of Object.entries(value as Loose)) {
    const isMissing = scope.fault === 'missing-keys' && hashOf(`${at}.${name}-`) % (ODDS['missing-keys'] ?? 1) === 0;
    if (!isMissing) spoiled[name] = spoilValue(inner, `${at}.${name}`, scope, name);
  }
  if (scope.fault === 'extra-keys') spoiled['nobodyAsked'] = { for: ['this'], roll };
  return spoiled;
}

function isLeaf(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

function wrongLeaf(roll: number): unknown {
  return [1.5, 'text', true, 12, 1e30, 'BOOK', 0, ''][(roll >>> 8) % 8];
}

function wrongShape(value: unknown, roll: number): unknown {
  if (Array.isArray(value)) return (roll >>> 8) % 2 === 0 ? (value[0] as unknown) : 'no list';
  // An object in a leaf's place is an intended difference of its own.
  if (isLeaf(value)) return [value];
  return (roll >>> 8) % 2 === 0 ? [value] : 'no object';
}
