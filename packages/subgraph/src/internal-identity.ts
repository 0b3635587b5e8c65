import { createHmac, createSecretKey, hash, timingSafeEqual } from 'node:crypto';
import { type Caller, createBoundedCache, STAFF_ROLES, UnauthenticatedError } from '@hiregraph/kernel';
import { z } from 'zod';

/** Headers between gateway and subgraphs. From outside they are dropped. */
export const INTERNAL_HEADERS = {
  identity: 'x-hiregraph-identity',
  /** Milliseconds that remain for the answer. */
  deadline: 'x-hiregraph-deadline-ms',
  correlation: 'x-correlation-id',
  causation: 'x-hiregraph-causation-id',
  traceparent: 'traceparent',
} as const;

const LIFETIME_SECONDS = 30;
const MAX_CALLER_BYTES = 4 * 1_048_576;
/** A caller's text and the object of it take about so much for each character. */
const BYTES_A_CHARACTER = 8;
const service = z.enum(['job', 'candidate', 'evaluation']);
const callerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('user'),
    tenantId: z.string(),
    userId: z.string(),
    roles: z.array(z.enum(STAFF_ROLES)),
    name: z.string().nullable(),
  }),
  z.object({ kind: z.literal('candidate'), tenantId: z.string(), candidateId: z.string() }),
  z.object({ kind: z.literal('service'), tenantId: z.string(), service }),
  z.object({ kind: z.literal('anonymous') }),
]);

/** Says and proves to a subgraph who is asking, and that the body is the one that was sent. */
export interface InternalIdentity {
  /** @param body the request's bytes as they go over the wire */
  sign(caller: Caller, audience: string, body: string | Buffer): Promise<string>;
  /** @throws UnauthenticatedError when the token is absent, expired, for another subgraph or for another body */
  verify(token: string | undefined, audience: string, body: string | Buffer): Promise<Caller>;
}

const claimsSchema = z.object({
  caller: z.unknown(),
  body: z.string(),
  iss: z.literal('hiregraph'),
  aud: z.string(),
  exp: z.number(),
});

const hashOfBody = (body: string | Buffer): string => hash('sha256', body, 'base64url');
const HEADER = Buffer.from(JSON.stringify({ alg: 'HS256' })).toString('base64url');

/**
 * A signed token (JWT, HS256) of 30 seconds per request. It is made and checked with Node's own HMAC and not with a
 * JWT library: those work through WebCrypto's thread pool, which costs more than all the rest of a request.
 * @param secret shared by gateway and services; at least 32 bytes
 */
export function createInternalIdentity(secret: string): InternalIdentity {
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  const signatureOf = (content: string): string => createHmac('sha256', key).update(content).digest('base64url');
  // A caller's object lives as long as its token is remembered.
  const texts = new WeakMap<Caller, string>();
  const textOf = (caller: Caller): string => {
    const known = texts.get(caller);
    if (known !== undefined) return known;
    const text = JSON.stringify(caller);
    texts.set(caller, text);
    return text;
  };
  const sign = (caller: Caller, audience: string, body: string | Buffer): string => {
    const now = Math.floor(Date.now() / 1000);
    const times = `"iat":${now},"exp":${now + LIFETIME_SECONDS}`;
    const claims = `{"caller":${textOf(caller)},"body":"${hashOfBody(body)}","iss":"hiregraph","aud":${JSON.stringify(audience)},${times}}`;
    const content = `${HEADER}.${Buffer.from(claims).toString('base64url')}`;
    return `${content}.${signatureOf(content)}`;
  };
  // Callers come back: one is checked once, and is the same object as long as it is remembered.
  const callers = createBoundedCache<string, Caller>(MAX_CALLER_BYTES);
  const callerOf = (claimed: unknown): Caller => {
    const text = JSON.stringify(claimed);
    let caller = callers.get(text);
    if (caller === undefined)
      callers.set(text, (caller = callerSchema.parse(claimed)), text.length * BYTES_A_CHARACTER);
    return caller;
  };
  const verify = (token: string, audience: string, body: string | Buffer): Caller => {
    const [header, claims, signature, ...rest] = token.split('.');
    if (header !== HEADER || claims === undefined || signature === undefined || rest.length > 0) {
      throw new Error('The token is malformed.');
    }
    if (!isSame(signature, signatureOf(`${header}.${claims}`))) throw new Error('The signature is not ours.');
    const { caller, ...said } = claimsSchema.parse(JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')));
    if (said.aud !== audience) throw new Error('The token is for another service.');
    if (said.exp <= Math.floor(Date.now() / 1000)) throw new Error('The token has expired.');
    if (said.body !== hashOfBody(body)) throw new Error('The body is not the one that was signed.');
    return callerOf(caller);
  };
  return {
    sign: (caller, audience, body) => Promise.resolve(sign(caller, audience, body)),
    verify: (token, audience, body) => {
      if (token === undefined) {
        return Promise.reject(
          new UnauthenticatedError('A subgraph answers signed requests only. Ask the gateway instead.'),
        );
      }
      try {
        return Promise.resolve(verify(token, audience, body));
      } catch (error) {
        return Promise.reject(
          new UnauthenticatedError(
            `The internal identity was refused: ${error instanceof Error ? error.message : String(error)}. Check that INTERNAL_TOKEN_SECRET and the clocks agree.`,
          ),
        );
      }
    },
  };
}

function isSame(given: string, expected: string): boolean {
  return given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
