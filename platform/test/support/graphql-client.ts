import { request } from 'undici';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Answer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors?: readonly GraphqlError[];
}

/** A caller of a platform under test. */
export interface Client {
  readonly userId: string;
  /** Sends one operation over HTTP and gives the whole answer. */
  send<Data = Record<string, never>>(query: string, variables?: object): Promise<Answer<Data>>;
  /** The same for an operation that must have no top-level errors. */
  ask<Data>(query: string, variables?: object): Promise<Data>;
  readonly headers: Readonly<Record<string, string>>;
}

/** @param headers e.g. an Authorization header; none for a caller without a token */
export function createClient(origin: string, userId: string, headers: Record<string, string>): Client {
  const send = async <Data>(query: string, variables: object = {}): Promise<Answer<Data>> => {
    const response = await request(`${origin}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', ...headers },
    });
    return { status: response.statusCode, ...((await response.body.json()) as { data: Data }) };
  };
  return {
    userId,
    headers,
    send,
    ask: async <Data>(query: string, variables?: object): Promise<Data> => {
      const { data, errors } = await send<Data>(query, variables);
      if (errors !== undefined) throw new Error(`${query}\n${JSON.stringify(errors, null, 2)}`);
      return data;
    },
  };
}
