/** What became of one request. */
export type Reply =
  | { readonly kind: 'answered'; readonly data: Readonly<Record<string, unknown>>; readonly codes: readonly string[] }
  /** Nobody listened: nothing was sent. */
  | { readonly kind: 'undelivered' }
  /** It was sent, perhaps, and no answer came that makes sense. */
  | { readonly kind: 'silent'; readonly why: string };

export interface Call {
  readonly origin: string;
  /** Null: without a token. */
  readonly token: string | null;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly correlationId: string;
}

/** Longer than the gateway's own deadline. */
const PATIENCE_MILLISECONDS = 6_000;

/** Sends one operation over HTTP. Never rejects: what went wrong is part of what is looked for. */
export async function callGraphql({ origin, token, query, variables, correlationId }: Call): Promise<Reply> {
  try {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-correlation-id': correlationId,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const answer = (await response.json()) as {
      readonly data?: Readonly<Record<string, unknown>> | null;
      readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
    };
    const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.code ?? 'NO_CODE');
    return { kind: 'answered', data: answer.data ?? {}, codes };
  } catch (error) {
    const { cause, name } = error as { readonly cause?: { readonly code?: string }; readonly name?: string };
    const code = cause?.code;
    if (code === 'ECONNREFUSED') return { kind: 'undelivered' };
    return { kind: 'silent', why: code ?? name ?? 'unknown' };
  }
}
