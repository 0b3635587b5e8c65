import { afterEach, describe, expect, it } from '@jest/globals';
import { ApolloGateway } from '@apollo/gateway';
import { silentLogger } from '@hiregraph/kernel';
import { type ExecutionResult, parse } from 'graphql';
import { createCompiledGateway } from '../../src/plan-executor/compiled-gateway.ts';
import type { DidResolveQueryPlan, StockRequest } from '../../src/plan-executor/read-apollo-plan.ts';
import { composeShop } from './shop/shop.ts';
import { withReadData } from './with-read-data.ts';

interface Rig {
  ask(query: string, variables?: Record<string, unknown>, change?: object): Promise<ExecutionResult>;
  readonly seen: string[];
  readonly warnings: string[];
  readonly timers: { milliseconds: number; work: () => void; isForgotten: boolean }[];
  stop(): Promise<void>;
}

interface RigOptions {
  /** Answers for the subgraphs; by default all say the same. */
  readonly answer?: (name: string) => unknown;
  readonly withHook?: boolean;
  readonly maxBytes?: number;
}

const nothing = (): void => {};
const quiet = { debug: nothing, info: nothing, warn: nothing, error: nothing };
let rig: Rig;
afterEach(() => rig.stop());

async function open({
  answer = () => ({ data: { ping: true } }),
  withHook = true,
  maxBytes,
}: RigOptions = {}): Promise<Rig> {
  const seen: string[] = [];
  const warnings: string[] = [];
  const timers: Rig['timers'] = [];
  const gateway = createCompiledGateway({
    open: (experimental_didResolveQueryPlan: DidResolveQueryPlan) =>
      new ApolloGateway({
        supergraphSdl: composeShop(),
        buildService: ({ name }) => ({ process: async () => answer(name) as object }),
        logger: quiet,
        ...(withHook ? { experimental_didResolveQueryPlan } : {}),
      }),
    deadlineOf: () => ({ remaining: () => 1234 }),
    observe: (path, reason) => seen.push(reason === '' ? path : `${path} ${reason}`),
    logger: { ...silentLogger, warn: (_fields, message) => warnings.push(message) },
    after: (milliseconds, work) => {
      const timer = { milliseconds, work, isForgotten: false };
      timers.push(timer);
      return () => {
        timer.isForgotten = true;
      };
    },
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
  const { executor } = await gateway.load({ apollo: {} });
  return {
    seen,
    warnings,
    timers,
    ask: async (query, variables, change = {}) => {
      const document = parse(query);
      const request = { query, ...(variables === undefined ? {} : { variables }) };
      const incoming = { request, document, source: query, queryHash: query, context: {}, metrics: {}, logger: quiet };
      const result = await executor!({ ...incoming, ...change } as unknown as StockRequest as never);
      return withReadData(result);
    },
    stop: () => gateway.stop(),
  };
}

describe('a gateway with compiled plans', () => {
  it('runs an operation stock at its first sight and compiled from the second on', async () => {
    rig = await open();
    for (let time = 0; time < 3; time++) expect(await rig.ask('{ ping }')).toEqual({ data: { ping: true } });
    expect(rig.seen).toEqual(['stock first-sight', 'compiled', 'compiled']);
  });

  it('runs on the stock path, and says why, what it does not support', async () => {
    rig = await open();
    const introspection = '{ ping __type(name: "Money") { name } }';
    for (let time = 0; time < 2; time++) {
      expect(await rig.ask(introspection)).toEqual({ data: { ping: true, __type: { name: 'Money' } } });
    }
    const condition = 'query ($if: Boolean = true) { ping @include(if: $if) }';
    await rig.ask(condition);
    await expect(rig.ask(condition, { if: null })).rejects.toThrow('non-boolean');
    await rig.ask('{ ping }');
    await rig.ask('{ ping }', undefined, { metrics: { captureTraces: true } });
    expect(rig.seen).toEqual([
      'stock first-sight',
      'stock introspection',
      'stock first-sight',
      'stock condition-not-boolean',
      'stock first-sight',
      'stock tracing',
    ]);
  });

  it('warns once where plans are not handed over, and runs stock', async () => {
    rig = await open({ withHook: false });
    for (let time = 0; time < 3; time++) expect(await rig.ask('{ ping }')).toEqual({ data: { ping: true } });
    expect(rig.seen).toEqual(Array(3).fill('stock first-sight'));
    expect(rig.warnings).toHaveLength(1);
    expect(rig.warnings[0]).toMatch(/does not hand over its query plans/u);
  });

  it('keeps no more than it may', async () => {
    rig = await open({ maxBytes: 6_000 });
    const queries = ['{ ping }', '{ a: ping }', '{ ping }', '{ a: ping }'];
    for (const query of queries) await rig.ask(query);
    expect(rig.seen).toEqual(Array(4).fill('stock first-sight'));
  });

  it('refuses variables that are not valid before anything is asked', async () => {
    let asked = 0;
    rig = await open({
      answer: () => {
        asked += 1;
        return { data: { book: null } };
      },
    });
    const query = 'query ($isbn: ID!) { book(isbn: $isbn) { title } }';
    await rig.ask(query, { isbn: 'x' });
    const refused = await rig.ask(query, {});
    expect(refused).toMatchObject({ errors: [{ message: expect.stringContaining('$isbn') as unknown }] });
    expect(refused.data).toBeUndefined();
    expect(asked).toBe(1);
    expect(rig.seen.at(-1)).toBe('compiled invalid-variables');
  });

  it('answers what there is when time runs out, null for the rest, and ignores what comes late', async () => {
    let late: (answer: unknown) => void = nothing;
    const me = { data: { me: { __typename: 'Author', id: '1', name: 'Ada' } } };
    let isSilent = false;
    rig = await open({
      answer: (name) => {
        if (name !== 'reviews' || !isSilent) return name === 'people' ? me : { data: { _entities: [{ reviews: [] }] } };
        return new Promise((resolve) => {
          late = resolve;
        });
      },
    });
    const query = '{ me { name reviews { stars by { books { title } } } } }';
    await rig.ask(query);
    expect(await rig.ask(query)).toEqual({ data: { me: { name: 'Ada', reviews: [] } } });
    expect(rig.timers).toMatchObject([{ milliseconds: 1234, isForgotten: true }]);
    isSilent = true;
    const answer = rig.ask(query);
    while (late === nothing) await new Promise((resolve) => setImmediate(resolve));
    rig.timers.at(-1)?.work();
    const given = await answer;
    expect(given.data).toEqual({ me: { name: 'Ada', reviews: null } });
    expect(given.errors).toMatchObject([{ extensions: { code: 'DEADLINE_EXCEEDED' } }]);
    late({ data: { _entities: [{ reviews: [{ stars: 1 }] }] }, errors: [{ message: 'too late' }] });
    await new Promise((resolve) => setImmediate(resolve));
    expect(given.data).toEqual({ me: { name: 'Ada', reviews: null } });
    expect(given.errors).toHaveLength(1);
  });

  it('begins no more of a mutation once time ran out', async () => {
    let late: (answer: unknown) => void = nothing;
    let isSilent = false;
    const asked: string[] = [];
    rig = await open({
      answer: (name) => {
        asked.push(name);
        if (name !== 'people' || !isSilent) return { data: { rename: null, restock: null } };
        return new Promise((resolve) => {
          late = resolve;
        });
      },
    });
    const query = 'mutation { rename(id: "1", name: "x") { id } restock(id: "1", count: 1) { problems { code } } }';
    await rig.ask(query);
    isSilent = true;
    asked.length = 0;
    const answer = rig.ask(query);
    while (late === nothing) await new Promise((resolve) => setImmediate(resolve));
    rig.timers.at(-1)?.work();
    expect(await answer).toMatchObject({ data: { rename: null, restock: null }, errors: [{}] });
    late({ data: { rename: { id: '1' } } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['people']);
  });

  it('answers for a data source that throws as for one that answers an error', async () => {
    let isBroken = false;
    rig = await open({
      answer: () => {
        if (isBroken) throw new Error('gone');
        return { data: { latestTitle: 'x' } };
      },
    });
    await rig.ask('{ latestTitle }');
    isBroken = true;
    expect(await rig.ask('{ latestTitle }')).toMatchObject({
      data: { latestTitle: null },
      errors: [{ message: 'gone' }],
    });
  });
});
