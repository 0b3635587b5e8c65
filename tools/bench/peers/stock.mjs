/** Stock @apollo/gateway and @apollo/server, as their documentation sets them up, with our verifier in front. */
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createInternalIdentity, INTERNAL_HEADERS } from '@hiregraph/subgraph';
import { answer, ready, task } from '../src/process/child.mjs';
import { tokenIn, verifierOf } from '../src/servers/product.mjs';

answer();
const verifier = verifierOf(task.installation);
const identity = createInternalIdentity(task.installation.internalSecret);

/** Real subgraphs want a signed identity; before stubs the caller's own header is passed on, which costs next to nothing. */
class Subgraph extends RemoteGraphQLDataSource {
  async willSendRequest({ request, context }) {
    if (context.caller === undefined) return;
    if (!task.signs) {
      request.http.headers.set('authorization', context.authorization);
      return;
    }
    const { query, http, ...rest } = request;
    const body = JSON.stringify({ query, ...rest });
    http.headers.set(INTERNAL_HEADERS.identity, await identity.sign(context.caller, this.name, body));
    http.headers.set(INTERNAL_HEADERS.deadline, '2000');
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(task.supergraph, 'utf8'),
  buildService: ({ name }) => new Subgraph({ name, url: task.subgraphUrls[name] }),
});
const server = new ApolloServer({ gateway, introspection: false });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({
    caller: await verifier.verify(tokenIn(req.headers)),
    authorization: req.headers.authorization,
  }),
});
ready({ url: new URL('/graphql', url).href });
