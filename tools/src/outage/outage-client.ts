/** Every answer that a mutation can get, as one word: `OK`, a user error's code, a top-level error's code, or `NO_ANSWER`. */
export type Outcome = string;

export interface MutationAnswer<Payload> {
  readonly outcome: Outcome;
  readonly payload: Payload | null;
  readonly milliseconds: number;
}

export interface OutageClient {
  /** @param fields what is selected of the payload beside its user errors */
  mutate<Payload>(name: string, input: object, fields: string): Promise<MutationAnswer<Payload>>;
  /** @throws where it has top-level errors */
  ask<Data>(query: string, variables?: object): Promise<Data>;
  /** The largest value of a metric over its labels; null where the page has none. */
  highest(metric: string): Promise<number | null>;
}

interface GraphqlAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

type WithUserErrors<Payload> = Payload & { readonly userErrors: readonly { readonly code: string }[] };

export function createOutageClient(origin: string, token: string): OutageClient {
  const send = async <Data>(query: string, variables: object): Promise<GraphqlAnswer<Data>> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    // The gateway's own format; what is asked for is known to the caller.
    return (await response.json()) as GraphqlAnswer<Data>;
  };
  return {
    async mutate<Payload>(name: string, input: object, fields: string): Promise<MutationAnswer<Payload>> {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
      const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${fields} userErrors { code } } }`;
      const began = performance.now();
      try {
        const { data, errors } = await send<Record<string, WithUserErrors<Payload> | null>>(query, { input });
        const payload = data?.[name] ?? null;
        const outcome = payload?.userErrors[0]?.code ?? errors?.[0]?.extensions?.code ?? (payload ? 'OK' : 'NO_ANSWER');
        return { outcome, payload, milliseconds: performance.now() - began };
      } catch {
        return { outcome: 'NO_ANSWER', payload: null, milliseconds: performance.now() - began };
      }
    },
    async ask<Data>(query: string, variables: object = {}): Promise<Data> {
      const { data, errors } = await send<Data>(query, variables);
      if (data === undefined || data === null || errors !== undefined)
        throw new Error(errors?.map(({ message }) => message).join(' ') ?? 'No data.');
      return data;
    },
    async highest(metric) {
      const page = await (await fetch(`${origin}/metrics`)).text();
      const lines = page.split('\n').filter((line) => line.startsWith(metric));
      const values = lines.map((line) => Number(line.slice(line.lastIndexOf(' '))));
      return values.length === 0 ? null : Math.max(...values);
    },
  };
}
