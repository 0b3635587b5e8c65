import { once } from 'node:events';
import {
  type EventEnvelope,
  ForbiddenError,
  hasRole,
  HiregraphError,
  type Logger,
  UnauthenticatedError,
} from '@hiregraph/kernel';
import { statusOf } from '@hiregraph/subgraph';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenVerifier } from '../authentication/token-verifier.ts';
import { bearerTokenOf } from '../request-context.ts';

export interface EventStreamRequest {
  readonly tenantId: string;
  /** An opaque cursor; `beginning` for everything that is kept; null for what happens from now on. */
  readonly after: string | null;
  readonly topics: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly signal: AbortSignal;
}

/** One event with the cursor behind it. A null event is a checkpoint: nothing of the reader's lay in between. */
export interface StreamItem {
  readonly cursor: string;
  readonly event: EventEnvelope | null;
}

/** Where the stream comes from. A cursor behind the retention makes it throw a {@link CursorGoneError}. */
export interface EventStreamSource {
  open(request: EventStreamRequest): Promise<AsyncIterable<StreamItem>>;
}

/** The cursor points before what is kept. */
export class CursorGoneError extends HiregraphError {
  constructor(earliest: string) {
    super(
      'BAD_USER_INPUT',
      `That position is not kept any more. The earliest one is ${earliest}; begin there, or with after=beginning.`,
      {
        details: { earliest },
      },
    );
  }
}

export interface EventStreamOptions {
  readonly source: EventStreamSource;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  /** Streams open at once; more are asked to come back later. */
  readonly maxStreams?: number;
}

const HEARTBEAT_MS = 15_000;
const SLOW_READER_MS = 10_000;
const DEFAULT_MAX_STREAMS = 200;

/**
 * `GET /events`: the tenant's events as server-sent events (WHATWG HTML, section 9.2), each one a CloudEvent in JSON.
 * The `id` of each is a cursor for `?after=` or the Last-Event-ID header.
 */
export function serveEventStream(app: FastifyInstance, options: EventStreamOptions): void {
  // One controller a stream rather than AbortSignal.any: on Node 20 a combined signal may be collected before it fires.
  const open = new Set<AbortController>();
  const running = new Set<Promise<void>>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.abort();
    // Until each has let go of its source, which may be stopped as soon as this app is closed.
    await Promise.allSettled(running);
  });
  app.get('/events', async (request, reply) => {
    const tenantId = await authorisedTenant(request, options.verifier);
    if (open.size >= (options.maxStreams ?? DEFAULT_MAX_STREAMS)) {
      reply.header('retry-after', '5');
      throw new HiregraphError('OVERLOADED', 'Too many event streams are open. Try again in a few seconds.');
    }
    const gone = new AbortController();
    const { signal } = gone;
    open.add(gone);
    // The response's close, not the request's: that one comes as soon as the request has been read.
    reply.raw.on('close', () => gone.abort());
    const streaming = (async () => {
      const events = await openStream(request, reply, options.source, tenantId, signal);
      if (events !== null) await writeStream(reply, events, gone, options.logger);
    })();
    running.add(streaming);
    try {
      await streaming;
    } finally {
      running.delete(streaming);
      open.delete(gone);
      gone.abort();
    }
    return reply;
  });
}

async function authorisedTenant(request: FastifyRequest, verifier: TokenVerifier): Promise<string> {
  const token = bearerTokenOf(request.headers);
  if (token === null) throw new UnauthenticatedError('The event stream needs a token with the role ANALYST or ADMIN.');
  const caller = await verifier.verify(token);
  if (caller.kind !== 'user' || !hasRole(caller, 'ANALYST', 'ADMIN')) {
    throw new ForbiddenError('The event stream is for the roles ANALYST and ADMIN.');
  }
  return caller.tenantId;
}

async function openStream(
  request: FastifyRequest,
  reply: FastifyReply,
  source: EventStreamSource,
  tenantId: string,
  signal: AbortSignal,
): Promise<AsyncIterable<StreamItem> | null> {
  const query = request.query as Readonly<Record<string, string | string[] | undefined>>;
  const lastEventId = request.headers['last-event-id'];
  const after = typeof lastEventId === 'string' ? lastEventId : (listOf(query.after)?.[0] ?? null);
  try {
    return await source.open({ tenantId, after, topics: listOf(query.topic), types: listOf(query.type), signal });
  } catch (error) {
    if (!(error instanceof CursorGoneError)) throw error;
    await reply
      .code(410)
      .send({ errors: [{ message: error.message, extensions: { code: 'GONE', ...error.details } }] });
    return null;
  }
}

function listOf(value: string | string[] | undefined): readonly string[] | null {
  if (value === undefined) return null;
  return (Array.isArray(value) ? value : [value]).flatMap((text) => text.split(',')).filter((text) => text !== '');
}

async function writeStream(
  reply: FastifyReply,
  events: AsyncIterable<StreamItem>,
  gone: AbortController,
  logger: Logger,
): Promise<void> {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 2000\n\n');
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS);
  try {
    for await (const item of events) {
      if (raw.write(messageOf(item))) continue;
      // A reader that does not read for ten seconds is cut off; it can go on from its last cursor.
      const slow = setTimeout(() => gone.abort(), SLOW_READER_MS);
      await once(raw, 'drain', { signal: gone.signal }).finally(() => clearTimeout(slow));
    }
  } catch (error) {
    if (!gone.signal.aborted) logger.error({ error: String(error) }, 'An event stream failed');
    if (raw.writable) raw.write(`: ended: ${statusText(error)}\n\n`);
  } finally {
    clearInterval(heartbeat);
    raw.end();
  }
}

/** A checkpoint has an id and no data: browsers and clients note it for Last-Event-ID and hand nothing on. */
function messageOf({ cursor, event }: StreamItem): string {
  if (event === null) return `id: ${cursor}\n\n`;
  return `id: ${cursor}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}

function statusText(error: unknown): string {
  if (error instanceof HiregraphError) return `${statusOf(error)} ${error.message.replaceAll('\n', ' ')}`;
  return 'the reader was too slow, or the stream failed; go on from the last id';
}
