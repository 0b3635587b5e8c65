import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a server that can be cut, and that can swallow what is sent. */
export interface TcpProxy {
  readonly port: number;
  /** Accepts, and answers nothing from now on. */
  hang(): void;
  /** Lets what follows through again, on new connections. */
  resume(): void;
  stop(): Promise<void>;
}

/** @param port 0 for any */
export async function startTcpProxy(
  target: { readonly host: string; readonly port: number },
  port = 0,
): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let hangs = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server: Server = createServer((incoming) => {
    keep(incoming);
    const outgoing = connect(target);
    keep(outgoing);
    outgoing.pipe(incoming);
    incoming.on('data', (data) => {
      if (!hangs) outgoing.write(data);
    });
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const dropAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hang: () => {
      hangs = true;
    },
    resume: () => {
      hangs = false;
      dropAll();
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      dropAll();
      await closed;
    },
  };
}
