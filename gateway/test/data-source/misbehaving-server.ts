import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** One request as it came over the wire. */
export interface WireRequest {
  readonly head: string;
  readonly body: string;
  readonly socket: Socket;
  /** Of all its connection carried, from 1. */
  readonly number: number;
}

/** A server of bytes, which does to its callers what a test wants. */
export interface MisbehavingServer {
  readonly url: string;
  readonly requests: WireRequest[];
  /** Connections that were opened. */
  readonly connections: () => number;
  /** Resolves when no connection is open any more. */
  whenQuiet(): Promise<void>;
  stop(): Promise<void>;
}

/** @param answer is called with each whole request; nobody answers for it */
export async function startMisbehaving(answer: (request: WireRequest) => void): Promise<MisbehavingServer> {
  const requests: WireRequest[] = [];
  const sockets = new Set<Socket>();
  const quiet: (() => void)[] = [];
  let connections = 0;
  const server: Server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) for (const resolve of quiet.splice(0)) resolve();
    });
    let received = '';
    let number = 0;
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/iu.exec(received)?.[1] ?? 0);
      if (end < 0 || received.length < end + 4 + length) return;
      number += 1;
      const request = { head: received.slice(0, end), body: received.slice(end + 4), socket, number };
      received = '';
      requests.push(request);
      answer(request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    requests,
    connections: () => connections,
    whenQuiet: () => (sockets.size === 0 ? Promise.resolve() : new Promise((resolve) => quiet.push(resolve))),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A whole answer of HTTP. */
export function http(body: string, status = '200 OK', headers = 'content-type: application/json'): string {
  return `HTTP/1.1 ${status}\r\n${headers}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
