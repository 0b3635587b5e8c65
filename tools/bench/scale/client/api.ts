import { Pool } from 'undici';

/** Operations against a server, over as many connections as it is given. */
export interface Api {
  /** @throws Error when the answer has errors or user errors */
  ask(operation: string, variables: object, token: string | null): Promise<Readonly<Record<string, unknown>>>;
  /** The raw exchange, for a server that is no platform. */
  post(path: string, body: string): Promise<string>;
  close(): Promise<void>;
}

export function createApi(origin: string, connections: number): Api {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const exchange = async (path: string, body: string, headers: Record<string, string>): Promise<string> => {
    const answer = await pool.request({
      path,
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
    return await answer.body.text();
  };
  return {
    ask: async (operation, variables, token) => {
      const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
      const text = await exchange('/graphql', JSON.stringify({ query: operation, variables }), headers);
      const { data, errors } = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown };
      if (errors !== undefined || data === undefined) throw new Error(`The platform refused: ${text}`);
      return data;
    },
    post: (path, body) => exchange(path, body, {}),
    close: () => pool.close(),
  };
}
