import { type AddressInfo, createServer, type Socket } from 'node:net';

const PRODUCE = 0;
const LIST_OFFSETS = 2;
const METADATA = 3;
const FIND_COORDINATOR = 10;
const JOIN_GROUP = 11;
const API_VERSIONS = 18;
const KNOWN = [PRODUCE, LIST_OFFSETS, METADATA, FIND_COORDINATOR, JOIN_GROUP, API_VERSIONS];

/** COORDINATOR_LOAD_IN_PROGRESS */
const LOADING = 14;
/** Of the partition, as far as anybody is told. */
const END = 5;

/**
 * A broker of one topic with one partition that takes everything, until it falls silent. It lets nobody into a group: it is
 * still loading what it knows of groups, for ever.
 */
export interface FallingSilentBroker {
  readonly address: string;
  /** Produce requests that were acknowledged. */
  readonly acknowledged: number;
  /** Requests for being let into a group. */
  readonly joins: number;
  /** Connections that are open. */
  readonly connections: number;
  /**
   * Connections stay open and answer nothing, for ever, as those to a machine that is gone. `new ones too`: those that are
   * opened from now on as well.
   */
  fallSilent(which: 'open ones' | 'new ones too'): void;
  stop(): Promise<void>;
}

/** As much of Kafka's protocol (https://kafka.apache.org/protocol) as a producer and the beginning of a read need, in its oldest versions. */
export async function startFallingSilentBroker(topic: string): Promise<FallingSilentBroker> {
  const silent = new Set<Socket>();
  const open = new Set<Socket>();
  let silentFromTheStart = false;
  let acknowledged = 0;
  let joins = 0;
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
        socket.write(framed(Buffer.concat([int32(request.readInt32BE(4)), answerTo(request, topic, port())])));
        if (apiKey === PRODUCE) acknowledged += 1;
        if (apiKey === JOIN_GROUP) joins += 1;
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
    get joins() {
      return joins;
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

function answerTo(request: Buffer, topic: string, port: number): Buffer {
  const apiKey = request.readInt16BE(0);
  switch (apiKey) {
    case API_VERSIONS: {
      const versions = KNOWN.map((key) => Buffer.concat([int16(key), int16(0), int16(0)]));
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
    case LIST_OFFSETS: {
      // Of the one partition that was asked for: its number, a time (-2 is the earliest), how many offsets.
      const isEarliest = request.readBigInt64BE(request.length - 12) === -2n;
      const offset = Buffer.concat([int32(0), int32(isEarliest ? 0 : END)]);
      const partition = Buffer.concat([int32(0), int16(0), array([offset])]);
      return array([Buffer.concat([string(topic), array([partition])])]);
    }
    case FIND_COORDINATOR:
      return Buffer.concat([int16(0), int32(1), string('127.0.0.1'), int32(port)]);
    case JOIN_GROUP:
      return Buffer.concat([int16(LOADING), int32(-1), string(''), string(''), string(''), array([])]);
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
