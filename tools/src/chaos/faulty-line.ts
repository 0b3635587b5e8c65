import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy that can be told to misbehave. */
export interface FaultyLine {
  readonly port: number;
  /** What is sent from now on arrives so many milliseconds late, both ways and in order; 0 ends it. */
  delay(milliseconds: number): void;
  /** Resets every connection. New ones are as good as before. */
  reset(): void;
  /**
   * From now on nothing goes through, or no answers, while connections stay open and new ones are accepted. They never
   * recover, as those to a machine that is gone: who uses one must notice by itself. `calm` lets new ones through.
   */
  fallSilent(what: 'answers' | 'everything'): void;
  calm(): void;
  readonly connections: number;
  close(): Promise<void>;
}

interface Connection {
  readonly near: Socket;
  readonly far: Socket;
  silent: 'nothing' | 'answers' | 'everything';
}

/** @param port where to listen @param targetPort where to pass everything on, on the loopback interface */
export async function openFaultyLine(port: number, targetPort: number): Promise<FaultyLine> {
  const open = new Set<Connection>();
  let late = 0;
  let silent: Connection['silent'] = 'nothing';

  function accept(near: Socket): void {
    const far = connect(targetPort, '127.0.0.1');
    const connection: Connection = { near, far, silent };
    open.add(connection);
    const end = (): void => {
      open.delete(connection);
      near.resetAndDestroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', () => {
        // Who holds a silent connection does not hear that the other end is gone.
        if (connection.silent === 'nothing' || socket === near) end();
      });
    }
    pass(near, far, () => connection.silent === 'everything');
    pass(far, near, () => connection.silent !== 'nothing');
  }

  function pass(from: Socket, to: Socket, isSilent: () => boolean): void {
    let lastDue = 0;
    from.on('data', (chunk: Buffer) => {
      if (isSilent()) return;
      const due = Math.max(lastDue, performance.now() + late);
      const wait = due - performance.now();
      const deliver = (): void => {
        if (!isSilent() && to.writable) to.write(chunk);
      };
      if (wait <= 0) {
        deliver();
        return;
      }
      lastDue = due;
      setTimeout(deliver, wait);
    });
  }

  const server = createServer(accept);
  await listening(server, port);
  return {
    port,
    delay: (milliseconds) => {
      late = milliseconds;
    },
    reset: () => {
      for (const { near, far } of open) {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
      open.clear();
    },
    fallSilent: (what) => {
      silent = what;
      for (const connection of open) connection.silent = what;
    },
    calm: () => {
      late = 0;
      silent = 'nothing';
    },
    get connections() {
      return open.size;
    },
    close: () =>
      new Promise((resolve) => {
        for (const { near, far } of open) {
          near.destroy();
          far.destroy();
        }
        server.close(() => resolve());
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
