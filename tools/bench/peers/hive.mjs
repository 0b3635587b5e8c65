/** Hive Gateway, with its own executor or with router-runtime, which plans in Rust. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { answer, ready, task } from '../src/process/child.mjs';
import { tokenIn, verifierOf } from '../src/servers/product.mjs';

answer();
const verifier = verifierOf(task.installation);

const runtime = createGatewayRuntime({
  supergraph: readFileSync(task.supergraph, 'utf8').replaceAll(
    /(@join__graph\(name: "(\w+)", url: )"[^"]*"/g,
    (_, before, name) => `${before}"${task.subgraphUrls[name]}"`,
  ),
  ...(task.routerRuntime ? { unifiedGraphHandler } : {}),
  logging: false,
  landingPage: false,
  graphiql: false,
  maskedErrors: false,
  context: async ({ request, headers }) => ({
    caller: await verifier.verify(
      tokenIn({ authorization: headers?.authorization ?? request.headers.get('authorization') }),
    ),
  }),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) => ({ authorization: request.headers.get('authorization') }),
  },
});
const server = createServer(runtime);
server.listen(0, '127.0.0.1', () => ready({ url: `http://127.0.0.1:${server.address().port}/graphql` }));
