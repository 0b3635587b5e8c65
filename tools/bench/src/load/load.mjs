/**
 * The client, in a process of its own: so many connections, each with one request under way. Ids and tokens rotate. Each
 * answer is compared with the one that was checked before, byte for byte.
 */
import { Client } from 'undici';
import { answer, ready, task } from '../process/child.mjs';

const tokens = task.tokens.map((token) => `Bearer ${token}`);
const arms = new Map();

answer({
  /** An arm: its URL, and by operation the bodies to send with the answers that must come. */
  prepare: ({ arm, url, accept, operations }) => {
    const prepared = {};
    for (const [name, exchanges] of Object.entries(operations)) {
      prepared[name] = exchanges.map(({ body, expected }) => ({
        body: Buffer.from(body),
        expected: Buffer.from(expected),
      }));
    }
    arms.set(arm, { url: new URL(url), accept, operations: prepared });
  },
  /** Runs for so long, and on until there are so many requests, but six times as long at most. */
  run: ({ arm, operation, ...duration }) => {
    const { operations, ...target } = arms.get(arm);
    return run(target, operations[operation], duration);
  },
});
ready({});

const LONGEST = 6;

async function run({ url, accept }, exchanges, { connections, milliseconds, requests }) {
  const latencies = [];
  const problems = [];
  let sent = 0;
  let received = 0;
  const start = performance.now();
  const end = start + milliseconds;
  const work = (client) =>
    new Promise((resolve) => {
      let exchange;
      let token;
      let at = 0;
      let offset = 0;
      let isSame = true;
      const next = () => {
        at = performance.now();
        if (at >= end && (sent >= requests || at >= end + milliseconds * (LONGEST - 1))) return resolve();
        exchange = exchanges[sent % exchanges.length];
        token = tokens[sent % tokens.length];
        sent += 1;
        offset = 0;
        isSame = true;
        client.dispatch(
          {
            path: url.pathname,
            method: 'POST',
            headers: ['content-type', 'application/json', 'accept', accept, 'authorization', token],
            body: exchange.body,
          },
          handler,
        );
      };
      const handler = {
        onRequestStart: () => undefined,
        onResponseStart: (_controller, status) => {
          if (status !== 200) problems.push(`HTTP ${status}`);
        },
        onResponseData: (_controller, chunk) => {
          const { expected } = exchange;
          isSame &&= expected.compare(chunk, 0, chunk.length, offset, offset + chunk.length) === 0;
          offset += chunk.length;
        },
        onResponseEnd: () => {
          latencies.push(performance.now() - at);
          received += offset;
          if (!isSame || offset !== exchange.expected.length)
            problems.push('an answer that is not the one checked before');
          // Not from within undici's own stack: it is still finishing this answer.
          setImmediate(next);
        },
        onResponseError: (_controller, error) => {
          problems.push(String(error));
          setImmediate(next);
        },
      };
      next();
    });
  const clients = Array.from({ length: connections }, () => new Client(url.origin, { pipelining: 1 }));
  await Promise.all(clients.map(work));
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(clients.map((client) => client.close()));
  latencies.sort((a, b) => a - b);
  const percentile = (share) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? null;
  return {
    requests: latencies.length,
    seconds,
    p50: percentile(0.5),
    p99: percentile(0.99),
    bytes: received,
    problems: problems.slice(0, 3),
    failed: problems.length,
  };
}
