import { createHash } from 'node:crypto';
import { ApolloGateway } from '@apollo/gateway';
import { ANONYMOUS, createDeadline, silentLogger, systemClock } from '@hiregraph/kernel';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { createSubgraphDataSource } from '../../src/data-source/subgraph-data-source.ts';
import type { SubgraphTransport } from '../../src/data-source/subgraph-transport.ts';
import { createFastLane } from '../../src/fast-lane/fast-lane.ts';
import type { LaneRequest } from '../../src/lane.ts';
import { createPersistedOperations } from '../../src/fast-lane/persisted-operations.ts';
import { maskError } from '../../src/gateway-errors.ts';
import { createCompiledGateway } from '../../src/plan-executor/compiled-gateway.ts';
import { toGraphQLError } from '../../src/plan-executor/fetch-errors.ts';
import type { StockRequest } from '../../src/plan-executor/read-apollo-plan.ts';
import type { RunDeadline } from '../../src/plan-executor/within-deadline.ts';
import type { GatewayContext } from '../../src/request-context.ts';
import type { FakeSubgraph } from './fake-subgraph.ts';
import { type Fault, spoil } from './faults.ts';
import { withReadData } from './with-read-data.ts';

export interface Operation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** Which subgraph does what; those that are not named do well. */
export interface Weather {
  readonly seed: string;
  readonly faults: Readonly<Record<string, Fault>>;
}

export const FAIR: Weather = { seed: '', faults: {} };

export interface Asked {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** An answer in the form in which two are compared. */
export interface Answer {
  /** As it is sent: the order of fields counts. */
  readonly data: string | undefined;
  /** Path and code of each error, once. */
  readonly errors: readonly string[];
  readonly completion: readonly string[];
  readonly asked: readonly Asked[];
}

/** The stock executor and ours side by side: same planner, same data sources, same last look at errors. */
export interface Comparison {
  readonly apiSchema: GraphQLSchema;
  stock(operation: Operation, weather?: Weather): Promise<Answer>;
  /** @throws Error where it would not run compiled */
  compiled(operation: Operation, weather?: Weather): Promise<Answer>;
  /**
   * The fast lane's answer, over the subgraphs' answers that the compiled one got last.
   * @returns null where it leaves the operation to the ordinary way, which refuses its variables
   */
  fast(operation: Operation): Promise<Answer | null>;
  /** Why the operation is run by the stock executor; null where it runs compiled. */
  fallsBackBecause(operation: Operation): Promise<string | null>;
  /** What ours answers when time runs out while this subgraph is silent. */
  lateAnswer(operation: Operation, silent: string): Promise<Answer>;
  stop(): Promise<void>;
}

const MOST_KEPT_ANSWERS = 500;

interface World {
  weather: Weather;
  asked: Asked[];
  isFrozen: boolean;
  /** What subgraphs answered to the compiled executor. */
  tape: Map<string, Promise<ExecutionResult>>;
  isReplaying: boolean;
  silent: string | null;
  /** Lets the time of the operation that runs last run out. */
  expire: () => void;
}

export async function openComparison(supergraphSdl: string, subgraphs: readonly FakeSubgraph[]): Promise<Comparison> {
  const world: World = {
    weather: FAIR,
    asked: [],
    isFrozen: false,
    tape: new Map(),
    isReplaying: false,
    silent: null,
    expire: ignore,
  };
  const observed: string[] = [];
  let apollo: ApolloGateway | undefined;
  const gateway = createCompiledGateway({
    open: (experimental_didResolveQueryPlan) => {
      apollo = new ApolloGateway({
        supergraphSdl,
        buildService: ({ name }) => dataSourceOf(subgraphs, name, world),
        experimental_didResolveQueryPlan,
        logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
      });
      return apollo;
    },
    deadlineOf: () => createDeadline(systemClock, 60_000),
    observe: (path, reason) => observed.push(path === 'compiled' ? 'compiled' : reason),
    logger: silentLogger,
    after: (milliseconds, work) => after(milliseconds, work),
  });
  const after: RunDeadline['after'] = (_milliseconds, work) => {
    world.expire = work;
    return ignore;
  };
  let laneReason = '';
  const fastLane = createFastLane({
    find: gateway.find,
    persisted: createPersistedOperations(),
    maxCost: Number.POSITIVE_INFINITY,
    sources: new Map(subgraphs.map(({ name }) => [name, dataSourceOf(subgraphs, name, world)])),
    ordinary: () => Promise.resolve(null),
    contextOf: () => Promise.resolve(CONTEXT),
    metrics: {
      observeOperation: ignore,
      observeLane: (_lane, reason) => {
        laneReason = reason;
      },
    },
    observeExecution: ignore,
    after,
  });
  let apiSchema: GraphQLSchema | undefined;
  gateway.onSchemaLoadOrUpdate((loaded) => {
    apiSchema = loaded.apiSchema;
  });
  const { executor } = await gateway.load({ apollo: {} });
  const known = new Set<string>();

  const execute = async (
    operation: Operation,
    weather: Weather,
    run: (request: StockRequest) => unknown,
    isFrozen: boolean,
  ): Promise<Answer> => {
    world.weather = weather;
    world.asked = [];
    world.isFrozen = isFrozen;
    const request = requestOf(operation, apiSchema!);
    const result = await Promise.resolve()
      .then(async () => withReadData((await run(request)) as ExecutionResult))
      .catch((error: unknown): ExecutionResult => ({ errors: [toGraphQLError(error)] }));
    return answerOf(result, world.asked);
  };
  const learn = async (operation: Operation): Promise<void> => {
    const key = JSON.stringify([operation.query, operation.operationName]);
    if (known.has(key)) return;
    known.add(key);
    await execute(operation, FAIR, (request) => executor!(request as never), false);
  };

  return {
    apiSchema: apiSchema!,
    stock: (operation, weather = FAIR) => execute(operation, weather, (request) => apollo!.executor(request), false),
    compiled: async (operation, weather = FAIR) => {
      await learn(operation);
      world.tape.clear();
      const answer = await execute(operation, weather, (request) => executor!(request as never), true);
      if (observed.at(-1) !== 'compiled')
        throw new Error(`It fell back (${String(observed.at(-1))}): ${operation.query}`);
      return answer;
    },
    fast: async ({ query, variables, operationName }) => {
      world.isReplaying = true;
      const request = { method: 'POST', headers: {}, body: { query, variables, operationName } };
      const answered = await fastLane(request as unknown as LaneRequest);
      world.isReplaying = false;
      if (laneReason === 'invalid-variables') return null;
      if (answered === null) throw new Error(`It left the fast lane (${laneReason}): ${query}`);
      const { text } = answered;
      const result = JSON.parse(text) as ExecutionResult;
      if (`${JSON.stringify(result)}\n` !== text)
        throw new Error(`It is not printed as JSON.stringify prints: ${text}`);
      return answerOf(result, [], describe);
    },
    fallsBackBecause: async (operation) => {
      await learn(operation);
      await execute(operation, FAIR, (request) => executor!(request as never), false);
      return observed.at(-1) === 'compiled' ? null : String(observed.at(-1));
    },
    lateAnswer: async (operation, silent) => {
      await learn(operation);
      world.silent = silent;
      const answer = await execute(operation, FAIR, (request) => executor!(request as never), true);
      world.silent = null;
      return answer;
    },
    stop: () => gateway.stop(),
  };
}

function ignore(): void {
  // Apollo's chatter at start.
}

function dataSourceOf(
  subgraphs: readonly FakeSubgraph[],
  name: string,
  world: World,
): ReturnType<typeof createSubgraphDataSource> {
  const subgraph = subgraphs.find((each) => each.name === name);
  if (subgraph === undefined) throw new Error(`There is no subgraph ${name}.`);
  const answers = new Map<string, string>();
  const transport: SubgraphTransport = {
    fetch: async ({ query, variables = {} }) => {
      const question = `${name} ${query} ${JSON.stringify(variables)}`;
      const taped = world.isReplaying ? world.tape.get(question) : undefined;
      if (taped !== undefined) return taped;
      const answer = answerTo(query, variables, question);
      // A tape that nobody plays is no failure.
      answer.catch(ignore);
      world.tape.set(question, answer);
      return answer;
    },
    close: () => Promise.resolve(),
  };
  /** What it says in fair weather: it follows from the question, which every executor asks again in every weather. */
  const saidTo = (question: string, ask: () => ExecutionResult): string => {
    const said = answers.get(question) ?? JSON.stringify(ask());
    if (answers.size >= MOST_KEPT_ANSWERS) answers.clear();
    answers.set(question, said);
    return said;
  };
  const answerTo = async (
    query: string,
    variables: Readonly<Record<string, unknown>>,
    question: string,
  ): Promise<ExecutionResult> => {
    const fault = world.weather.faults[name] ?? 'none';
    const seed = `${world.weather.seed}${name}`;
    world.asked.push({ subgraph: name, query, variables });
    if (world.silent === name) {
      setImmediate(world.expire);
      return new Promise<never>(ignore);
    }
    const failing = fault === 'failing-fields' ? seed : null;
    const said = saidTo(`${String(failing)} ${question}`, () => subgraph.execute({ query, variables, failing }));
    const { representations } = variables;
    const scope = { fault, seed, representations: Array.isArray(representations) ? representations : null };
    const spoiled = await spoil(JSON.parse(said) as ExecutionResult, scope);
    return world.isFrozen ? deepFreeze(spoiled) : spoiled;
  };
  return createSubgraphDataSource({
    name,
    transport,
    // One operation must not learn from the failures of another.
    breaker: { state: () => 'closed', allows: () => true, succeeded: ignore, failed: ignore, abandoned: ignore },
    logger: silentLogger,
    observe: ignore,
  });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFreeze);
  return value;
}

const CONTEXT: GatewayContext = {
  caller: ANONYMOUS,
  deadline: createDeadline(systemClock, Number.POSITIVE_INFINITY),
  trace: { correlationId: 'c', causationId: 'c' },
};

const documents = new Map<string, DocumentNode>();

function requestOf({ query, variables, operationName }: Operation, schema: GraphQLSchema): StockRequest {
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  const operations = document.definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === 'OperationDefinition',
  );
  const operation = operations.find(({ name }) => operationName === undefined || name?.value === operationName);
  // As much of Apollo Server's context as an executor looks at.
  return {
    request: { query, variables, ...(operationName === undefined ? {} : { operationName }) },
    source: query,
    document,
    operation,
    operationName: operationName ?? null,
    queryHash: createHash('sha256').update(query).digest('hex'),
    schema,
    context: CONTEXT,
    metrics: {},
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  } as unknown as StockRequest;
}

function answerOf(
  result: ExecutionResult,
  asked: readonly Asked[],
  show: (error: GraphQLError) => string = (error) => describe(toGraphQLError(error)),
): Answer {
  const completion = (result.extensions?.['valueCompletion'] ?? []) as readonly GraphQLError[];
  return {
    data: JSON.stringify(result.data),
    errors: distinct((result.errors ?? []).map(show)),
    completion: distinct(completion.map(({ path, message }) => `${JSON.stringify(path)} ${message}`)),
    asked,
  };
}

/** As Apollo Server and then the gateway format it. */
function describe(error: Pick<GraphQLError, 'message' | 'path' | 'extensions'>): string {
  const { path, extensions, message } = error;
  const formatted = maskError({
    message,
    ...(path === undefined ? {} : { path }),
    extensions: { ...extensions, code: extensions['code'] ?? 'INTERNAL_SERVER_ERROR' },
  });
  const place = path === undefined ? 'nowhere' : JSON.stringify(path);
  return `${place} ${String(formatted.extensions?.['code'])}`;
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
