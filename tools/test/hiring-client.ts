import { randomUUID } from 'node:crypto';

interface PublicError {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryable?: boolean };
}

interface UserError {
  readonly code: string;
  readonly message: string;
}

/** Somebody with a token, who sends what failed for a moment again, as a client of a real installation has to. */
export class HiringClient {
  readonly #origin: string;
  readonly #token: string;

  constructor(origin: string, token: string) {
    this.#origin = origin;
    this.#token = token;
  }

  /** The same caller at another replica. */
  at(origin: string): HiringClient {
    return new HiringClient(origin, this.#token);
  }

  async ask<Data>(query: string, variables: object = {}): Promise<Data> {
    return await patiently(async () => {
      const { data, errors } = await this.#send<Data>(query, variables);
      return errors ?? data;
    });
  }

  /** @returns the payload. The same key goes with every repeat, so a repeat never does it twice. */
  async change<Payload>(mutation: string, input: object, selection: string): Promise<Payload> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
    const variables = { input: { ...input, idempotencyKey: randomUUID() } };
    type Answer = Record<string, Payload & { readonly userErrors: readonly UserError[] }>;
    return await patiently<Payload>(async () => {
      const { data, errors } = await this.#send<Answer | null>(query, variables);
      const payload = data?.[mutation];
      if (payload === undefined) return errors ?? [];
      return payload.userErrors.length === 0
        ? payload
        : payload.userErrors.map(({ code, message }) => ({ message, extensions: { code } }));
    });
  }

  /** Watches `/events` from the beginning until something was told of an aggregate. @throws Error when it never is */
  async seesEvent(type: string, subject: string): Promise<boolean> {
    const controller = new AbortController();
    const late = setTimeout(() => controller.abort(new Error(`No ${type} of ${subject}.`)), LONGEST_MS);
    const answer = await fetch(`${this.#origin}/events?after=beginning&type=${type}`, {
      headers: { authorization: `Bearer ${this.#token}` },
      signal: controller.signal,
    });
    if (answer.body === null || !answer.ok) throw new Error(`/events answered with ${answer.status}.`);
    let rest = '';
    try {
      for await (const chunk of answer.body) {
        rest += Buffer.from(chunk as Uint8Array).toString('utf8');
        const blocks = rest.split('\n\n');
        rest = blocks.pop() ?? '';
        const told = blocks.flatMap((block) => /^data: (.*)$/mu.exec(block)?.[1] ?? []);
        if (told.some((event) => (JSON.parse(event) as { subject: string }).subject === subject)) return true;
      }
      return false;
    } finally {
      clearTimeout(late);
      controller.abort();
    }
  }

  async #send<Data>(query: string, variables: object): Promise<{ data: Data; errors?: readonly PublicError[] }> {
    const answer = await fetch(`${this.#origin}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
    });
    return (await answer.json()) as { data: Data; errors?: readonly PublicError[] };
  }
}

const LONGEST_MS = 60_000;
const ATTEMPTS = 60;
const PAUSE_MS = 500;
const PASSING = ['OUTCOME_UNKNOWN', 'UPSTREAM_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE'];

/** @param attempt gives what was asked for, or errors */
async function patiently<T>(attempt: () => Promise<T | readonly PublicError[]>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const answer = await attempt();
    if (!Array.isArray(answer)) return answer as T;
    const errors = answer as readonly PublicError[];
    const isPassing = errors.every(
      ({ extensions }) => extensions?.retryable === true || PASSING.includes(extensions?.code ?? ''),
    );
    if (!isPassing || tries === ATTEMPTS) throw new Error(JSON.stringify(errors));
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
