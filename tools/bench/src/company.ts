/** What the bench knows of the company that it has made to ask about. */
export interface Company {
  /** Each with 20 applications, each of those with 3 submitted scorecards. */
  readonly jobs: readonly { readonly id: string }[];
  /** Moves that have not been made yet, on distinct applications. */
  readonly moves: readonly Move[];
}

export interface Move {
  readonly applicationId: string;
  readonly expectedFromStageId: string;
  readonly toStageId: string;
  readonly idempotencyKey: string;
}

/** What all processes of one run share. */
export interface Installation {
  /** Signs the callers' tokens (hexadecimal). */
  readonly tokenKey: string;
  readonly internalSecret: string;
  readonly cursorSecret: string;
  readonly tenant: { readonly id: string; readonly slug: string; readonly name: string };
  /** Where the company's data lies. */
  readonly dataDirectory: string;
}
