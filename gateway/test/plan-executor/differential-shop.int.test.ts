import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import { type Comparison, openComparison } from './comparison.ts';
import { createFakeSubgraph } from './fake-subgraph.ts';
import { createRandom } from './random.ts';
import { randomOperation } from './random-operation.ts';
import { composeShop, SHOP } from './shop/shop.ts';

let comparison: Comparison;
beforeAll(async () => {
  comparison = await openComparison(composeShop(), SHOP.map(createFakeSubgraph));
});
afterAll(() => comparison.stop());


import { FAULTS } from './faults.ts';
describe('try', () => {
  it('random', async () => {
    let invalid = 0, bad = 0, fell = 0, cases = 0;
    const reasons: Record<string, number> = {};
    const badBy: Record<string, number> = {};
    const t0 = Date.now();
    let learn = 0, stock = 0, ours = 0, bytes = 0, fetches = 0;
    const N = Number(process.env['N'] ?? 200);
    for (let seed = Number(process.env['S'] ?? 1); seed <= N; seed++) {
      const operation = randomOperation(comparison.apiSchema, createRandom(seed));
      const errors = validate(comparison.apiSchema, parse(operation.query));
      if (errors.length) { invalid++; if (invalid < 4) console.log(operation.query, errors.map(String).slice(0, 2)); continue; }
      let t = performance.now();
      const because = await comparison.fallsBackBecause(operation);
      learn += performance.now() - t;
      if (because !== null) { fell++; reasons[because] = (reasons[because] ?? 0) + 1; if (fell < 4) console.log(because, operation.query, operation.variables); continue; }
      for (let w = 0; w < Number(process.env['W'] ?? 6); w++) {
      const random = createRandom(seed * 1000 + w);
      const weather = { seed: `${seed}.${w}`, faults: w === 0 ? {} : Object.fromEntries(SHOP.map(({ name }) => [name, random.chance(0.4) ? random.pick(FAULTS) : 'none' as const])) };
      t = performance.now();
      const a = await comparison.stock(operation, weather);
      stock += performance.now() - t; t = performance.now();
      const b = await comparison.compiled(operation, weather);
      ours += performance.now() - t;
      cases++; bytes += a.data?.length ?? 0; fetches += a.asked.length;
      if (a.data !== b.data || String(a.errors) !== String(b.errors) || String(a.completion) !== String(b.completion)) {
        bad++;
        const k = [...new Set(Object.values(weather.faults))].filter((f) => f !== 'none').sort().join('+') + (a.data !== b.data ? ' DATA' : '');
        badBy[k] = (badBy[k] ?? 0) + 1;
        if (bad < Number(process.env['B'] ?? 3)) console.log(seed, w, JSON.stringify(weather), operation.query, operation.variables, { ...a, asked: 0 }, { ...b, asked: 0 });
      }
      }
    }
    console.log({ cases, invalid, bad, fell, reasons, badBy, ms: Date.now() - t0, learn, stock, ours, bytes, fetches });
    expect(true).toBe(true);
  }, 600000);
});
