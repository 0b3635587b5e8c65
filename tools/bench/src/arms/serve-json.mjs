/** The HTTP server of the floors: as little as Node can do between a request's body and an answer's text. */
import { createServer } from 'node:http';
import { answer, ready } from '../process/child.mjs';

/**
 * Serves, and tells the parent where.
 * @param {(headers: import('node:http').IncomingHttpHeaders, body: string) => Promise<string>} handle makes the JSON text
 */
export function serveJson(handle) {
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      handle(request.headers, Buffer.concat(chunks).toString('utf8')).then(
        (text) => {
          response.writeHead(200, {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(text),
          });
          response.end(text);
        },
        (error) => response.writeHead(500).end(String(error.stack)),
      );
    });
  });
  answer();
  server.listen(0, '127.0.0.1', () => ready({ url: `http://127.0.0.1:${server.address().port}/graphql` }));
}
