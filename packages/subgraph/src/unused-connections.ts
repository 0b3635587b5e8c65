import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * At a stop, ends every connection that carries no request, at once, and the others as soon as their answer is out.
 * Node's own closeIdleConnections leaves those alone that were opened and never used (browsers and pools open spare
 * ones), and would so hold up a stop for many seconds.
 */
export function closeUnusedConnections(app: FastifyInstance): void {
  const requests = new Map<Socket, number>();
  let closing = false;
  const change = (socket: Socket, by: number): void => {
    const count = (requests.get(socket) ?? 0) + by;
    requests.set(socket, count);
    if (closing && count === 0) socket.destroy();
  };
  app.server.on('connection', (socket) => {
    requests.set(socket, 0);
    socket.once('close', () => requests.delete(socket));
  });
  app.server.on('request', ({ socket }, response) => {
    change(socket, 1);
    response.once('close', () => {
      if (requests.has(socket)) change(socket, -1);
    });
  });
  app.addHook('preClose', () => {
    closing = true;
    for (const [socket, count] of requests) if (count === 0) socket.destroy();
    return Promise.resolve();
  });
}
