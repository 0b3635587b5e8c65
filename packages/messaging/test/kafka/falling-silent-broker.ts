import { type AddressInfo, createServer, type Socket } from 'node:net';

const PRODUCE = 0;
const METADATA = 3;
const API_VERSIONS = 18;

/** A broker of one topic with one partition that takes everything, until it falls silent. */
export interface FallingSilentBroker {
  readonly address: string;
  /** Produce requests that were acknowledged. */
  readonly acknowledged: number;
  /** Connections that are open. */
  readonly connections: number;
  /**
   * Connections stay open and answer nothing, for ever, as those to a machine that is gone. `new ones too`: those that are
   * opened from now on as well.
   */
  fallSilent(which: 'open ones' | 'new ones too'): void;
  stop(): Promise<void>;
}

/** As much of Kafka's protocol (https://kafka.apache.org/protocol) as a producer needs, in its oldest versions. */
export async function startFallingSilentBroker(topic: string): Promise<FallingSilentBroker> {
  const silent = new Set<Socket>();
  const open = new Set<Socket>();
  let silentFromTheStart = false;
  let acknowledged = 0;
  const server = createServer((socket) => {
    open.add(socket);
    if (silentFromTheStart) silent.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 4 && received.length >= 4 + received.readInt32BE(0)) {
        const length = received.readInt32BE(0);
        const request = received.subarray(4, 4 + length);
        received = received.subarray(4 + length);
        if (silent.has(socket)) continue;
        const apiKey = request.readInt16BE(0);
        socket.write(framed(Buffer.concat([int32(request.readInt32BE(4)), answerTo(apiKey, topic, port())])));
        if (apiKey === PRODUCE) acknowledged += 1;
      }
    });
  });
  const port = (): number => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${port()}`,
    get acknowledged() {
      return acknowledged;
    },
    get connections() {
      return open.size;
    },
    fallSilent: (which) => {
      for (const socket of open) silent.add(socket);
      silentFromTheStart = which === 'new ones too';
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function answerTo(apiKey: number, topic: string, port: number): Buffer {
  switch (apiKey) {
    case API_VERSIONS: {
      const versions = [PRODUCE, METADATA, API_VERSIONS].map((key) => Buffer.concat([int16(key), int16(0), int16(0)]));
      return Buffer.concat([int16(0), array(versions), int32(0)]);
    }
    case METADATA: {
      const broker = Buffer.concat([int32(1), string('127.0.0.1'), int32(port)]);
      const partition = Buffer.concat([int16(0), int32(0), int32(1), array([int32(1)]), array([int32(1)])]);
      return Buffer.concat([array([broker]), array([Buffer.concat([int16(0), string(topic), array([partition])])])]);
    }
    case PRODUCE: {
      const partition = Buffer.concat([int32(0), int16(0), Buffer.alloc(8)]);
      return array([Buffer.concat([string(topic), array([partition])])]);
    }
    default:
      throw new Error(`This broker knows nothing of requests with the key ${apiKey}.`);
  }
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function string(text: string): Buffer {
  return Buffer.concat([int16(Buffer.byteLength(text)), Buffer.from(text)]);
}

function array(items: readonly Buffer[]): Buffer {
  return Buffer.concat([int32(items.length), ...items]);
}

function framed(payload: Buffer): Buffer {
  return Buffer.concat([int32(payload.length), payload]);
}
