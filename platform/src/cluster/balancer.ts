import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One address before several replicas. */
export interface Balancer {
  /** Where it listens, without a path. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Nobody listens there: nothing was sent, so another replica may have it. */
const REFUSED = 'ECONNREFUSED';

/** A replica, and how many requests it has not answered yet. */
interface Replica {
  readonly origin: string;
  inFlight: number;
}

/**
 * Hands each request, as it is (what is signed stays so), to the replica with the fewest unanswered ones, in turn among
 * equals: one that hangs keeps what it has and gets no more while others answer ("least connections"). Where none
 * listens the next one gets the request; one that was begun and broke off is answered with 502, since nobody knows what
 * became of it.
 * @param origins the replicas', without a path
 */
export async function startBalancer(origins: readonly string[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true });
  const replicas: readonly Replica[] = origins.map((origin) => ({ origin, inFlight: 0 }));
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn = (turn + 1) % replicas.length;
    const inTurn = [...replicas.slice(turn), ...replicas.slice(0, turn)];
    void pass(inTurn, agent, incoming, outgoing);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  // It listens on a TCP port, so its address is one.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function pass(
  replicas: readonly Replica[],
  agent: Agent,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const body = await bodyOf(incoming);
    // Looked at once the body is there: nothing is awaited between the choice and the request.
    for (const replica of replicas.toSorted((a, b) => a.inFlight - b.inFlight)) {
      if ((await attempt(replica, agent, incoming, body, outgoing)) !== REFUSED) return;
    }
    outgoing.writeHead(503).end();
  } catch {
    if (outgoing.headersSent) outgoing.destroy();
    else outgoing.writeHead(502).end();
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** @throws Error for a request that was begun and not answered */
async function attempt(
  replica: Replica,
  agent: Agent,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<typeof REFUSED | 'answered'> {
  replica.inFlight += 1;
  try {
    return await forward(replica.origin, agent, incoming, body, outgoing);
  } finally {
    replica.inFlight -= 1;
  }
}

function forward(
  origin: string,
  agent: Agent,
  { method = 'GET', headers, url = '/' }: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<typeof REFUSED | 'answered'> {
  return new Promise((resolve, reject) => {
    const onward = request(new URL(url, origin), { agent, headers, method }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', reject);
      answer.once('end', () => resolve('answered'));
      answer.pipe(outgoing);
    });
    onward.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === REFUSED) resolve(REFUSED);
      else reject(error);
    });
    // Who no longer waits frees the replica from answering.
    outgoing.once('close', () => onward.destroy());
    onward.end(body);
  });
}
