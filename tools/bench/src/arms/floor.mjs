/**
 * As little as a gateway can do for these operations: verify the token, ask the same questions that ours asks, one after
 * the other, parse the answers, and stringify one object. Nothing is merged: what it answers is of the right size only.
 */
import { Pool } from 'undici';
import { task } from '../process/child.mjs';
import { tokenIn, verifierOf } from '../servers/product.mjs';
import { serveJson } from './serve-json.mjs';

const verifier = verifierOf(task.installation);
const pools = Object.fromEntries(
  Object.entries(task.subgraphUrls).map(([name, url]) => [
    name,
    new Pool(new URL(url).origin, { connections: 64, pipelining: 1 }),
  ]),
);
/** By the client's body: the questions that were recorded for it, and the answer to give. */
const plans = new Map(
  task.plans.map(({ body, questions, answer }) => [body, { questions, answer: JSON.parse(answer) }]),
);

function post(subgraph, body) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    pools[subgraph].dispatch(
      { path: '/graphql', method: 'POST', headers: ['content-type', 'application/json'], body },
      {
        onRequestStart: () => undefined,
        onResponseStart: () => undefined,
        onResponseData: (_controller, chunk) => chunks.push(chunk),
        onResponseEnd: () =>
          resolve(JSON.parse((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)).toString('utf8'))),
        onResponseError: (_controller, error) => reject(error),
      },
    );
  });
}

serveJson(async (headers, body) => {
  await verifier.verify(tokenIn(headers));
  const { query, variables } = JSON.parse(body);
  const plan = plans.get(body);
  if (query === undefined || variables === undefined || plan === undefined) throw new Error('Nobody planned for that.');
  for (const step of plan.questions) await Promise.all(step.map(({ subgraph, body: asked }) => post(subgraph, asked)));
  return JSON.stringify(plan.answer);
});
